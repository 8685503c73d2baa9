"""Special circumstances year by year, drawn to the quota of T1 (invented).

Each year some spells end by themselves (16th birthday, death, leaving, duration, mistakes put
right, improvement); then as many children are newly identified as the year's share wants, and
where there would be too few of them, more spells end as improved.
"""

import numpy as np

from mangnon.simulation import groups
from mangnon.simulation.chance import pick_weighted, split_whole, stream
from mangnon.simulation.days import (
    FOREVER,
    Flags,
    Floats,
    Whole,
    completed_months,
    end_of,
    first_of,
)
from mangnon.simulation.population import DIED, LEFT, Population
from mangnon.simulation.poverty import Poverty
from mangnon.simulation.profile import YEARS, Profile
from mangnon.simulation.residences import ABSENT, Residences
from mangnon.simulation.spells import (
    AGED_OUT,
    CORRECTED,
    IMPROVED,
    LAW_CHANGED,
    MOVED,
    OTHER,
    Spells,
)
from mangnon.simulation.spells import DIED as SPELL_DIED

_CORRECTED, _IMPROVED = 0.015, 0.02  # of the open spells, a year
_LEAST_NEW = 0.1  # newly identified in a year, of the year's quota
_SECOND_GROUP = 0.09  # begun later or ended earlier: about 6 % on any day
_UNEVEN = 0.4  # spread (log) of the communes
_MONTH = 30.44


class Story:
    """Plays the years one after the other; :attr:`spells` is the outcome."""

    def __init__(
        self,
        profile: Profile,
        people: Population,
        homes: Residences,
        poverty: Poverty,
        seed: int,
    ) -> None:
        self.profile = profile
        self.people, self.homes, self.poverty = people, homes, poverty
        self.chance = stream(seed, "circumstances")
        self.spells = Spells()
        self.ever = np.zeros(len(people), dtype=np.bool_)
        self.ever[people.copy_of >= 0] = True  # a second record has no story of its own
        self.weight = self._weights(seed)

    def play(self) -> Spells:
        """Play all years, then give some children a second group."""
        self._begin()
        for year in YEARS:
            self._by_themselves(year)
            if year == 2017:
                self._new_law()
            else:
                self._reach(year, self.profile.years[year].t1, new=year > 2017)
        for year in YEARS:
            self._make_even(year)
        self._second_groups()
        return self.spells

    def counted(self, day: int) -> Flags:
        """Mark the children under 16 who live at a commune on a day."""
        rows = (self.homes.start <= day) & (day < self.homes.end) & (self.homes.kind != ABSENT)
        here = np.zeros(len(self.people), dtype=np.bool_)
        here[self.homes.child[rows]] = True
        return here & (completed_months(self.people.birth, day) < 192)

    def _weights(self, seed: int) -> Floats:
        """Give each child's weight: communes differ, and those who die or leave are likelier."""
        first = np.searchsorted(self.people.spells.household, np.arange(self.people.households))
        home = self.people.spells.place[first][self.people.household]
        uneven = stream(seed, "uneven communes").lognormal(0.0, _UNEVEN, int(home.max()) + 1)
        weight: Floats = uneven[home]
        weight[self.people.ending == DIED] *= 12
        weight[self.people.ending == LEFT] *= 2
        return weight

    def _begin(self) -> None:
        """Set the spells that are open when the register begins."""
        day = first_of(2012)
        here = self.counted(day)
        total = round(self.profile.t1_at_start / 100 * int(here.sum()))
        wanted = split_whole(total, groups.shares(self.profile, new=False))
        for group, count in enumerate(wanted.tolist()):
            chosen = self._candidates(group, count, here & (self.people.end > day), day, 2012)
            low = np.maximum(self.people.birth[chosen] + 20, day - 3000)
            low = np.maximum(low, groups.OLD_LAW)
            start = low + (self.chance.random(len(chosen)) * (day - low)).astype(np.int64)
            self._open(group, chosen, start, least_end=day + 30)

    def _by_themselves(self, year: int) -> None:
        """End some of the open spells by mistake put right or by improvement."""
        s = self.spells
        rows = np.flatnonzero(s.open_on(first_of(year) - 1) & (s.end > end_of(year)))
        luck = self.chance.random(len(rows))
        mistaken = rows[luck < _CORRECTED]
        better = rows[(luck > 1 - _IMPROVED) & np.isin(s.group[rows], groups.DISABILITY)]
        s.finish(mistaken, self._days_in(year, len(mistaken)), CORRECTED)
        s.finish(better, self._days_in(year, len(better)), IMPROVED)

    def _days_in(self, year: int, count: int) -> Whole:
        return self.chance.integers(first_of(year) + 10, end_of(year), count)

    def _reach(self, year: int, percent: float, *, new: bool) -> None:
        """Bring the year's last day to its share."""
        day = end_of(year)
        here = self.counted(day)
        quota = round(percent / 100 * int(here.sum()))
        met: Whole = np.flatnonzero(self.spells.open_on(day) & here[self.spells.child])
        least = max(1, round(_LEAST_NEW * quota))
        surplus = len(met) + least - quota
        if surplus > 0:
            met = self._improve(met, surplus, year)
        self._identify(year, quota - len(met), met, here, first_of(year), new=new)

    def _improve(self, met: Whole, count: int, year: int) -> Whole:
        """End spells as improved, first in groups that hold more than their share."""
        s = self.spells
        group = s.group[met]
        share = groups.shares(self.profile, new=bool(groups.NEW[group[0]]))
        held = np.bincount(group, minlength=len(share)) / len(met)
        # Last year's spells only: one that began this year would be a mistake, not a success.
        early = s.start[met] < first_of(year)
        weight = (held / np.maximum(share, 1e-4))[group] ** 2 * early
        chosen = met[pick_weighted(self.chance, weight, count)]
        s.finish(chosen, self._days_in(year, len(chosen)), IMPROVED)
        return np.setdiff1d(met, chosen)

    def _identify(
        self, year: int, count: int, met: Whole, here: Flags, since: int, *, new: bool
    ) -> None:
        """Open new spells for children who are here at the year's end, by what groups lack."""
        share = groups.shares(self.profile, new=new)
        held = np.bincount(self.spells.group[met], minlength=len(share))
        lack = np.maximum(share * (len(met) + count) - held, 0) + 0.02 * share * count
        left = 0
        for group, wanted in enumerate(split_whole(count, lack).tolist()):
            left += wanted - self._newly(year, group, wanted, here, since)
        if left:  # a group without candidates: the commonest takes over
            self._newly(year, groups.DISABILITY[int(new)], left, here, since)

    def _newly(self, year: int, group: int, count: int, here: Flags, since: int) -> int:
        day = end_of(year)
        able = here & (self.people.start <= day - 5)
        chosen = self._candidates(group, count, able, day, year)
        low = np.maximum(since, self.people.start[chosen] + 1)
        start = low + (self.chance.random(len(chosen)) * (day - low)).astype(np.int64)
        self._open(group, chosen, start, least_end=day + 1)
        return len(chosen)

    def _candidates(self, group: int, count: int, able: Flags, day: int, year: int) -> Whole:
        """Draw children of the group's ages who never were in a group."""
        if count <= 0:
            return np.zeros(0, dtype=np.int64)
        one = groups.GROUPS[group]
        rows = np.flatnonzero(able & ~self.ever)
        age = completed_months(self.people.birth[rows], day) // 12
        weight = self.weight[rows] * ((age >= one.ages[0]) & (age <= one.ages[1]))
        # The recorded years only; and never the very last days before the 16th birthday.
        weight *= self.people.end[rows] > day + 1
        if one.only_poor:
            listed = self.poverty.poor_or_near(year, self.people.households)
            weight *= listed[self.people.household[rows]]
        return rows[pick_weighted(self.chance, weight, count)]

    def _open(self, group: int, child: Whole, start: Whole, *, least_end: int) -> None:
        """Open spells of one group; each ends by its duration or with the child's stay."""
        self.ever[child] = True
        lasts = groups.GROUPS[group].months
        end = np.full(len(child), FOREVER, dtype=np.int64)
        if lasts is not None:
            months = self.chance.uniform(lasts[0], lasts[1], len(child))
            end = np.maximum(start + (months * _MONTH).astype(np.int64), least_end + 20)
        stay = self.people.end[child].astype(np.int64)
        why = self.people.ending[child]
        leaving = np.where(why == DIED, SPELL_DIED, np.where(why == LEFT, MOVED, AGED_OUT))
        reason = np.where(end < stay, IMPROVED, leaving)
        self.spells.add(child, np.full(len(child), group), start, np.minimum(end, stay), reason)

    def _new_law(self) -> None:
        """Play 2017: a last half-year by the old groups, then everyone is looked at again."""
        may = groups.NEW_LAW - 1
        here = self.counted(may)
        s = self.spells
        met = np.flatnonzero(s.open_on(may) & here[s.child])
        lacking = round(self.profile.t1_old_law_2017 / 100 * int(here.sum())) - len(met)
        if lacking > 0:
            self._last_of_the_old(lacking, met, here, may)
        old = np.flatnonzero(self.spells.open_on(may))
        day = end_of(2017)
        here = self.counted(day)
        quota = round(self.profile.years[2017].t1 / 100 * int(here.sum()))
        fresh = max(1, round(0.06 * quota))
        self._look_again(old, quota - fresh, here)
        met = np.flatnonzero(self.spells.open_on(day) & here[self.spells.child])
        self._identify(2017, quota - len(met), met, here, groups.NEW_LAW, new=True)

    def _last_of_the_old(self, count: int, met: Whole, here: Flags, may: int) -> None:
        share = groups.shares(self.profile, new=False)
        held = np.bincount(self.spells.group[met], minlength=len(share))
        lack = np.maximum(share * (len(met) + count) - held, 0) + 0.02 * share
        for group, wanted in enumerate(split_whole(count, lack).tolist()):
            chosen = self._candidates(group, wanted, here, may, 2017)
            low = np.maximum(first_of(2017), self.people.start[chosen] + 1)
            start = low + (self.chance.random(len(chosen)) * (may - low)).astype(np.int64)
            self._open(group, chosen, np.minimum(start, may), least_end=may + 1)

    def _look_again(self, old: Whole, in_time: int, here: Flags) -> None:
        """Register old spells again until February 2018, or close them: no longer a group."""
        s = self.spells
        weight = groups.STAYING[s.group[old]] * here[s.child[old]]
        weight *= s.end[old] > end_of(2017) + 70
        again = old[pick_weighted(self.chance, weight, in_time)]
        rest = np.setdiff1d(old, again)
        late_weight = groups.STAYING[s.group[rest]] * here[s.child[rest]]
        late_weight *= s.end[rest] > end_of(2017) + 70
        late = rest[pick_weighted(self.chance, late_weight, round(0.06 * len(old)))]
        gone = np.setdiff1d(rest, late)
        seen = self.chance.integers(groups.NEW_LAW, end_of(2017) - 8, len(again))
        seen_late = self.chance.integers(end_of(2017) + 1, end_of(2017) + 59, len(late))
        self._again(again, seen)
        self._again(late, seen_late)
        review = self.chance.integers(groups.NEW_LAW, end_of(2017) + 59, len(gone))
        inside = review < s.end[gone]
        s.finish(gone[inside], review[inside], LAW_CHANGED)

    def _again(self, rows: Whole, day: Whole) -> None:
        """Close old spells on the day of the review and open new ones that go on."""
        s = self.spells
        child, end, reason = s.child[rows], s.end[rows].copy(), s.reason[rows].copy()
        group = np.array([groups.heir(self.chance, one) for one in s.group[rows]], dtype=np.int64)
        s.finish(rows, day, OTHER)
        s.add(child, group, day.astype(np.int64), end, reason)

    def _make_even(self, year: int) -> None:
        """Add a few mistakes, put right within the year, so that T2 can come out as the path.

        They touch no year's last day, so T1 stays; a share of few children needs the right
        number of them: 607 of 617 is not 98.4%, 607 of 617 and 3 more is nearer.
        """
        held = len(self.spells.in_year(self.people, year)[0])
        count = fitting_extra(held, self.profile.years[year].t2 / 100)
        new = year >= 2017
        since = max(first_of(year) + 20, groups.NEW_LAW if year == 2017 else 0)
        here = self.counted(end_of(year)) & self.counted(since)
        group = groups.DISABILITY[int(new)]
        child = self._candidates(group, count, here, end_of(year), year)
        start = since + self.chance.integers(0, 60, len(child))
        end = start + self.chance.integers(30, 110, len(child))
        self.ever[child] = True
        full = np.full(len(child), group)
        self.spells.add(child, full, start, end, np.full(len(child), CORRECTED))

    def _second_groups(self) -> None:
        """Put some children in a second group of the same law, inside their first spell."""
        s = self.spells
        rows = np.flatnonzero(self.chance.random(len(s)) < _SECOND_GROUP)
        for new in (False, True):
            own = rows[groups.NEW[s.group[rows]] == new]
            share = groups.shares(self.profile, new=new)
            second = self.chance.choice(len(share), len(own), p=share)
            own, second = own[second != s.group[own]], second[second != s.group[own]]
            length = np.minimum(s.end[own], end_of(2025)) - s.start[own]
            start = s.start[own] + (self.chance.random(len(own)) ** 3 * length * 0.6).astype(
                np.int64
            )
            limit = np.where(new, FOREVER, groups.NEW_LAW)
            fits = (length > 60) & (start < limit)
            own, second, start = own[fits], second[fits], start[fits]
            s.add(s.child[own], second, start, s.end[own], s.reason[own])


def fitting_extra(held: int, share: float) -> int:
    """Give how many to add to ``held`` children so that whole ones come near the share."""
    most = max(2, held // 16)
    errors = [
        abs(round(share * size) / size - share) if size else 1.0
        for size in range(held, held + most + 1)
    ]
    near = [extra for extra, error in enumerate(errors) if error < 0.0001]
    return near[0] if near else int(np.argmin(errors))
