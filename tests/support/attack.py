"""An attacker who reads releases and derives the small counts that they withhold.

He shares no code with the disclosure control. He knows every published figure of one release, or
of two in a row, which figures add up, that counts are whole, not negative, that a part is at most
its whole, and of the figures that the rule itself withheld (``small``) that numerator or
complement is from 1 to 4. Of two releases he takes a figure that both withhold to be the same
in both where nothing that is published about it or above it changed. For each withheld count
he asks an integer programme (HiGHS) for the least and the greatest value; where they are
one and from 1 to 4, he has derived it.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

Key = Hashable
UNKNOWN = float("inf")


@dataclass(frozen=True)
class Seen:
    """What a release shows of one figure; None is withheld. ``small``: by the rule itself."""

    numerator: float | None
    denominator: float | None
    small: bool = False
    small_denominator: bool = False


@dataclass(frozen=True)
class Sum:
    """A total and its parts, in numerators and, unless said otherwise, in denominators."""

    total: Key
    parts: tuple[Key, ...]
    denominators: bool = True


@dataclass(frozen=True)
class Overlapping:
    """Values that overlap within a total; ``same``: each against the total's denominator."""

    total: Key
    values: tuple[Key, ...]
    same: bool = True


@dataclass(frozen=True)
class View:
    """One release, as a reader has it."""

    seen: Mapping[Key, Seen]
    sums: Sequence[Sum] = ()
    overlaps: Sequence[Overlapping] = ()


class Derived(NamedTuple):
    """A count the attacker derived: which figure of which release, what of it, and its value."""

    release: int
    key: Key
    count: str  # numerator, complement or denominator
    value: int


class Var(NamedTuple):
    """A number nobody published."""

    release: int
    key: Key
    count: str  # "n", "d", or "z" for a choice


@dataclass
class Row:
    """low <= sum of factor x number <= high."""

    terms: dict[Var, float]
    low: float
    high: float


@dataclass
class Part:
    """Numbers tied to each other by rows, and to no others."""

    numbers: list[Var]
    rows: list[Row]
    known: dict[tuple[Var, ...], set[int]] = field(default_factory=dict)


def attack(
    view: View,
    before: View | None = None,
    asked: Collection[tuple[int, Key]] | None = None,
    unchanged: Collection[tuple[Key, str]] | None = None,
) -> list[Derived]:
    """Return every count from 1 to 4 that the view gives away, alone or with the one before.

    ``asked`` are the figures worth asking after, each with the number of its release; None: all.
    ``unchanged``: the only counts ("n" or "d" of a figure) that he may take to be the same in
    both releases; None: as he sees fit.
    """
    views = [view] if before is None else [before, view]
    derived: list[Derived] = []
    rows = [row for number, one in enumerate(views) for row in knowledge(number, one)]
    same = equalities(before, view, unchanged) if before is not None else []
    for part in parts([*rows, *same]):
        derived += _break(part, views, set(map(id, same)), asked)
    return sorted(derived, key=repr)


def knowledge(release: int, view: View) -> list[Row]:
    """Return what one release tells, as rows over what it does not tell."""
    most = 1000 + 2 * max((s.denominator or 0 for s in view.seen.values()), default=0)
    rows = [row for key in view.seen for row in _limits(release, key, view, most)]
    for one in view.sums:
        rows.append(_sum(release, view, one, "n"))
        if one.denominators:
            rows.append(_sum(release, view, one, "d"))
    for one in view.overlaps:
        rows += _overlap(release, view, one)
    return [row for row in rows if row.terms]


def equalities(
    before: View, after: View, unchanged: Collection[tuple[Key, str]] | None = None
) -> list[Row]:
    """Return the rows that say: nothing above it changed, so it is what it was."""
    above: dict[Key, set[Key]] = {key: set() for key in after.seen}
    for total, members in [(s.total, s.parts) for s in after.sums] + [
        (o.total, o.values) for o in after.overlaps
    ]:
        for member in members:
            above[member].add(total)

    def same(key: Key) -> bool:
        old, new = before.seen.get(key), after.seen[key]
        if old is None or (old.numerator, old.denominator) != (new.numerator, new.denominator):
            return False
        return all(same(top) for top in above[key])

    rows = []
    for key, seen in after.seen.items():
        for count, value in (("n", seen.numerator), ("d", seen.denominator)):
            allowed = unchanged is None or (key, count) in unchanged
            if value is None and allowed and same(key):
                terms = {Var(0, key, count): 1.0, Var(1, key, count): -1.0}
                rows.append(Row(terms, 0, 0))
    return rows


def _term(release: int, view: View, key: Key, count: str, factor: float) -> tuple[dict, float]:
    """Return a count as a term, or as the constant that is published."""
    seen = view.seen[key]
    value = seen.numerator if count == "n" else seen.denominator
    if value is None:
        return {Var(release, key, count): factor}, 0.0
    return {}, factor * value


def _row(
    release: int,
    view: View,
    factors: Iterable[tuple[Key, str, float]],
    low: float,
    high: float,
) -> Row:
    terms: dict[Var, float] = {}
    constant = 0.0
    for key, count, factor in factors:
        term, value = _term(release, view, key, count, factor)
        constant += value
        for var, amount in term.items():
            terms[var] = terms.get(var, 0.0) + amount
    return Row(terms, low - constant, high - constant)


def _limits(release: int, key: Key, view: View, most: float) -> list[Row]:
    seen = view.seen[key]
    if seen.numerator is not None and seen.denominator is not None:
        return []
    rows = [
        _row(release, view, [(key, "n", 1)], 0, most),
        _row(release, view, [(key, "d", 1)], 0, most),
        _row(release, view, [(key, "d", 1), (key, "n", -1)], 0, most),
    ]
    if seen.small_denominator:
        return [*rows, _row(release, view, [(key, "d", 1)], 1, 4)]
    return [*rows, *(_one_side_is_small(release, key, view, most) if seen.small else [])]


def _one_side_is_small(release: int, key: Key, view: View, most: float) -> list[Row]:
    """Return: numerator from 1 to 4, or (when the choice is 1) the complement."""
    choice = Var(release, key, "z")
    numerator = _row(release, view, [(key, "n", 1)], 0, 0)
    complement = _row(release, view, [(key, "d", 1), (key, "n", -1)], 0, 0)

    def with_choice(row: Row, factor: float, low: float, high: float) -> Row:
        return Row(row.terms | {choice: factor}, row.low + low, row.high + high)

    return [
        Row({choice: 1.0}, 0, 1),
        with_choice(numerator, 1, 1, UNKNOWN),
        with_choice(numerator, -most, -UNKNOWN, 4),
        with_choice(complement, -1, 0, UNKNOWN),
        with_choice(complement, most, -UNKNOWN, 4 + most),
    ]


def _sum(release: int, view: View, one: Sum, count: str) -> Row:
    members = [(part, count, 1.0) for part in one.parts]
    return _row(release, view, [*members, (one.total, count, -1.0)], 0, 0)


def _overlap(release: int, view: View, one: Overlapping) -> list[Row]:
    sides = [{"n": 1.0}] if one.same else [{"n": 1.0}, {"d": 1.0}, {"d": 1.0, "n": -1.0}]
    rows = []
    for side in sides:
        total = [(one.total, count, -factor) for count, factor in side.items()]
        each = [[(v, count, factor) for count, factor in side.items()] for v in one.values]
        together = [term for terms in each for term in terms]
        rows.append(_row(release, view, [*together, *total], 0, UNKNOWN))
        rows += [_row(release, view, [*terms, *total], -UNKNOWN, 0) for terms in each]
    if one.same:
        for value in one.values:
            rows.append(_row(release, view, [(value, "d", 1), (one.total, "d", -1)], 0, 0))
    return rows


def parts(rows: Sequence[Row]) -> list[Part]:
    """Part the rows where they share no unknown number."""
    root: dict[Var, Var] = {}

    def find(var: Var) -> Var:
        root.setdefault(var, var)
        while root[var] != var:
            root[var] = root[root[var]]
            var = root[var]
        return var

    for row in rows:
        first, *others = row.terms
        for other in others:
            root[find(other)] = find(first)
        find(first)
    found: dict[Var, Part] = {}
    for var in root:
        found.setdefault(find(var), Part([], [])).numbers.append(var)
    for row in rows:
        found[find(next(iter(row.terms)))].rows.append(row)
    return list(found.values())


def _break(
    part: Part, views: Sequence[View], same: set[int], asked: Collection[tuple[int, Key]] | None
) -> list[Derived]:
    """Derive what a part gives away; if the reader's assumption contradicts itself, without it."""
    try:
        return list(_pinned(part, views, asked))
    except ContradictionError:
        firm = [row for row in part.rows if id(row) not in same]
        if len(firm) == len(part.rows):
            raise
        return [d for piece in parts(firm) for d in _pinned(piece, views, asked)]


def _pinned(
    part: Part, views: Sequence[View], asked: Collection[tuple[int, Key]] | None
) -> Iterable[Derived]:
    # A part where nothing is asked after is still tried for a contradiction.
    solver = Solver(part)
    goals = [
        one for one in _goals(part, views) if asked is None or (one[0].release, one[0].key) in asked
    ]
    solver.vary([goal for _, _, goal in goals])
    for var, name, goal in goals:
        constant = 0.0
        if name == "complement" and len(goal) == 1:
            constant = views[var.release].seen[var.key].denominator or 0.0
        value = solver.only(goal)
        if value is not None and 1 <= round(value + constant) <= 4:
            yield Derived(var.release, var.key, name, round(value + constant))


def _goals(part: Part, views: Sequence[View]) -> Iterable[tuple[Var, str, dict[Var, float]]]:
    """Give each count worth deriving as a sum over unknown numbers."""
    for var in part.numbers:
        if var.count == "d":
            yield var, "denominator", {var: 1.0}
        if var.count == "n":
            denominator = Var(var.release, var.key, "d")
            yield var, "numerator", {var: 1.0}
            known = views[var.release].seen[var.key].denominator is not None
            yield var, "complement", {var: -1.0} | ({} if known else {denominator: 1.0})


class ContradictionError(Exception):
    """No numbers agree with what the attacker takes for true."""


class Solver:
    """Asks HiGHS, and remembers every table it has seen, so that most questions need no answer."""

    def __init__(self, part: Part) -> None:
        self.column = {var: i for i, var in enumerate(part.numbers)}
        entries = [
            (i, self.column[var], factor)
            for i, row in enumerate(part.rows)
            for var, factor in row.terms.items()
        ]
        at, to, factors = zip(*entries, strict=True)
        matrix = csr_array((factors, (at, to)), shape=(len(part.rows), len(self.column)))
        low = [row.low for row in part.rows]
        self.rows = LinearConstraint(matrix, low, [row.high for row in part.rows])
        self.tables: list[np.ndarray] = [self.solve(np.zeros(len(self.column)))]
        chance = np.random.default_rng(0)
        for _ in range(3 if len(self.column) > 2 else 0):
            self.tables.append(self.solve(chance.choice([-1.0, 1.0], len(self.column))))

    def vary(self, goals: Sequence[Mapping[Var, float]]) -> None:
        """Look for tables in which many goals differ at once, while any are found so."""
        left = [self._costs(goal) for goal in goals]
        chance = np.random.default_rng(1)
        while left:
            signs = chance.choice([-1.0, 1.0], len(left))
            for sign in (1.0, -1.0):
                self.tables.append(self.solve(sign * (signs @ np.array(left))))
            still = [costs for costs in left if len(self._values(costs)) == 1]
            if len(still) == len(left):
                return
            left = still

    def _costs(self, goal: Mapping[Var, float]) -> np.ndarray:
        costs = np.zeros(len(self.column))
        for var, factor in goal.items():
            costs[self.column[var]] = factor
        return costs

    def _values(self, costs: np.ndarray) -> set[int]:
        return {round(float(costs @ table)) for table in self.tables}

    def only(self, goal: Mapping[Var, float]) -> float | None:
        """Return the one value that the goal can have, or None where it can have several."""
        costs = self._costs(goal)
        for sign in (0.0, 1.0, -1.0):
            if sign:
                self.tables.append(self.solve(sign * costs))
            values = self._values(costs)
            if len(values) > 1:
                return None
        return values.pop()

    def solve(self, costs: np.ndarray) -> np.ndarray:
        """Return the whole numbers that agree and cost least."""
        bounds = Bounds(-np.inf, np.inf)
        answer = milp(costs, constraints=self.rows, integrality=np.ones(len(costs)), bounds=bounds)
        if answer.x is None:
            raise ContradictionError(answer.message)
        return np.rint(answer.x)


def without_rule(view: View) -> View:
    """The same release for a reader who does not know which figures the rule itself names."""
    plain = {k: replace(s, small=False, small_denominator=False) for k, s in view.seen.items()}
    return replace(view, seen=plain)
