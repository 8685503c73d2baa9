"""Invented hierarchies for tests: places on two maps, a breakdown, groups that overlap."""

from dataclasses import replace
from random import Random

from mangnon.figures.disclosure import Cell, Cover, Equation, Plan, Shown
from tests.support.attack import Overlapping, Seen, Sum, View


class Province:
    """An area of districts and communes, by sex from the district up, and groups."""

    def __init__(self, seed, districts=2, communes=4, share=0.03, size=60, groups=3):
        self.rng = Random(seed)
        self.share, self.size = share, size
        self.cells, self.equations, self.covers = [], [], []
        self.districts = [self._district(d, communes) for d in range(districts)]
        self._add("area", self.districts)
        self._by_sex()
        self._by_group(groups)
        self._unions(communes)

    def counts(self):
        return {cell.key: (cell.numerator, cell.denominator) for cell in self.cells}

    def _district(self, number, communes):
        keys = [("commune", number, c) for c in range(communes)]
        for key in keys:
            whole = self.rng.randint(0, self.size)
            part = sum(self.rng.random() < self.share for _ in range(whole))
            self.cells.append(Cell(key, part, whole))
        self._add(("district", number), keys)
        return "district", number

    def _add(self, key, parts):
        counts = self.counts()
        sums = [sum(counts[part][i] for part in parts) for i in (0, 1)]
        self.cells.append(Cell(key, *sums))
        self.equations.append(Equation(key, tuple(parts)))

    def _by_sex(self):
        counts = self.counts()
        for place in self.districts:
            part, whole = counts[place]
            boys = self.rng.randint(0, whole)
            ill = min(boys, max(part - (whole - boys), self.rng.randint(0, part)))
            self.cells.append(Cell(("sex", place, "m"), ill, boys))
            self.cells.append(Cell(("sex", place, "f"), part - ill, whole - boys))
        for sex in "mf":
            self._add(("sex", "area", sex), [("sex", place, sex) for place in self.districts])
        for place in [*self.districts, "area"]:
            self.equations.append(Equation(place, (("sex", place, "m"), ("sex", place, "f"))))

    def _by_group(self, groups):
        counts = self.counts()
        for place in self.districts if groups else []:
            part, whole = counts[place]
            sizes = [0] * groups
            for _ in range(part):
                mine = {self.rng.randrange(groups)}
                if self.rng.random() < 0.1:
                    mine.add(self.rng.randrange(groups))
                for group in mine:
                    sizes[group] += 1
            for group, size in enumerate(sizes):
                self.cells.append(Cell(("group", place, group), size, whole))
            self._cover(place, groups)
        if groups:
            self._group_totals(groups)

    def _group_totals(self, groups):
        counts = self.counts()
        whole = counts["area"][1]
        for group in range(groups):
            keys = tuple(("group", place, group) for place in self.districts)
            self.cells.append(
                Cell(("group", "area", group), sum(counts[key][0] for key in keys), whole)
            )
            self.equations.append(Equation(("group", "area", group), keys))
        self._cover("area", groups)

    def _cover(self, place, groups):
        self.covers.append(Cover(place, tuple(("group", place, g) for g in range(groups))))

    def _unions(self, communes):
        """On today's map the first two communes of every district are one."""
        if communes < 2:
            return
        for _, number in self.districts:
            self._add(("new", number), [("commune", number, c) for c in (0, 1)])

    def changed(self, seed):
        """The same province later: children moved, some counted anew."""
        later = Province.__new__(Province)
        later.__dict__ = dict(self.__dict__)
        rng = Random(seed)
        counts = {k: list(v) for k, v in self.counts().items()}
        leaves = [c.key for c in self.cells if c.key[0] == "commune"]
        for _ in range(rng.randint(0, 3)):
            key, by = rng.choice(leaves), rng.choice([-1, 1])
            part, whole = counts[key]
            if 0 <= part + by <= whole:
                self._shift(counts, key, by, rng)
        later.cells = [
            replace(c, numerator=counts[c.key][0], denominator=counts[c.key][1]) for c in self.cells
        ]
        return later

    @staticmethod
    def _shift(counts, key, by, rng):
        """Change one count and everything that it is part of; a sex and the area's with it."""
        district = ("district", key[1])
        fits = [
            s
            for s in "mf"
            if 0 <= counts["sex", district, s][0] + by <= counts["sex", district, s][1]
        ]
        groups = [k for k in counts if k[0] == "group" and k[1] == district]
        group = rng.choice(groups)[2] if groups else None
        if not fits or (group is not None and counts["group", district, group][0] + by < 0):
            return
        if by < 0 and groups and max(counts[g][0] for g in groups) >= counts[district][0]:
            return
        sex = rng.choice(fits)
        above = [key, district, "area", ("sex", district, sex), ("sex", "area", sex)]
        above += [("new", key[1])] if key[2] < 2 and ("new", key[1]) in counts else []
        if group is not None:
            above += [("group", district, group), ("group", "area", group)]
        for one in above:
            counts[one][0] += by


def shown(cells, plan: Plan):
    """What a release of the plan shows, as the next one is told."""
    return {
        cell.key: Shown(
            None if plan.hides(cell.key) else cell.numerator,
            None if plan.hides_denominator(cell.key) else cell.denominator,
        )
        for cell in cells
    }


def view(province, plan: Plan) -> View:
    """What a release of the plan shows, as a reader has it."""
    groups = {value for cover in province.covers for value in cover.values}
    seen = {
        cell.key: Seen(
            None if plan.hides(cell.key) else cell.numerator,
            None if plan.hides_denominator(cell.key) else cell.denominator,
            cell.key in plan.small,
            cell.key in plan.small_denominators,
        )
        for cell in province.cells
    }
    sums = [Sum(e.parent, e.children, groups.isdisjoint(e.children)) for e in province.equations]
    overlaps = [Overlapping(c.total, c.values, c.same_denominator) for c in province.covers]
    return View(seen, tuple(sums), tuple(overlaps))


def truly(derived, *provinces):
    """Those of the derived counts that are true: a wrong guess tells nothing about anybody."""
    found = []
    for one in derived:
        part, whole = provinces[one.release].counts()[one.key]
        true = {"numerator": part, "complement": whole - part, "denominator": whole}
        if true[one.count] == one.value:
            found.append(one)
    return found
