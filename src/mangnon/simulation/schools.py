"""Schools, and the recognitions that make T7 follow the path (invented).

The number of public schools falls from the pack's of 2012 to its of 2023, where the levels stand
exactly as the pack has them.
"""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from mangnon.packs.simulated import FIRST_YEAR, SCHOOLS_COUNTED
from mangnon.simulation.chance import split_whole, stream
from mangnon.simulation.days import FOREVER, as_date, end_of, on
from mangnon.simulation.ground import START, Ground
from mangnon.simulation.profile import Profile

_LAPSED = 0.055  # of the schools hold a recognition that has ended
_LAPSE = 0.15  # of the recognitions that end; others take their place
# From which day each generation of standards applies, by level.
_STANDARDS = {
    "mam_non": ((0, "school-pre-school-earlier"), (on(2014, 3, 25), "school-pre-school-2014"),
                (on(2018, 10, 10), "school-pre-school-2018")),
    "tieu_hoc": ((0, "school-primary-earlier"), (on(2013, 2, 18), "school-primary-2012"),
                 (on(2018, 10, 10), "school-primary-2018")),
    "thcs": ((0, "school-secondary-earlier"), (on(2013, 1, 10), "school-secondary-2012"),
             (on(2018, 10, 10), "school-secondary-2018")),
}  # fmt: skip
SCHOOL_STANDARDS = tuple(code for rules in _STANDARDS.values() for _, code in rules)


@dataclass(eq=False)
class Recognition:
    """A decision; it holds from its day until the same day five years on."""

    decided: int
    expires: int  # the first day without it
    level: int
    standard: str


@dataclass(eq=False)
class School:
    """A school at a commune (an index of the ground); the old ones begin with the register."""

    commune: int
    level: str
    public: bool
    opened: int
    closed: int = FOREVER
    recognitions: list[Recognition] = field(default_factory=list)

    def open_on(self, day: int) -> bool:
        """Whether it works on a day."""
        return self.opened <= day < self.closed

    def at_standard(self, day: int) -> bool:
        """Whether a recognition is valid on a day."""
        return any(one.decided <= day < one.expires for one in self.recognitions)


def five_years_on(day: int) -> int:
    """Give the same day five years later; of 29 February, 1 March."""
    start = as_date(day)
    leap = (start.month, start.day) == (2, 29)
    return on(start.year + 5, 3, 1) if leap else on(start.year + 5, start.month, start.day)


def _part_of_the_way(year: int) -> float:
    """Give how far a year lies between the first one and the one whose schools are known."""
    return min(max(year - FIRST_YEAR, 0) / (SCHOOLS_COUNTED - FIRST_YEAR), 1.0)


def schools_at(profile: Profile, year: int) -> tuple[int, ...]:
    """Give how many public schools of each level are open at the end of a year."""
    part = _part_of_the_way(year)
    return tuple(
        round(one.public_2012 + (one.public_2023 - one.public_2012) * part)
        for one in profile.public_schools
    )


def wanted_schools(profile: Profile, year: int) -> list[int]:
    """Give how many public schools of each level are at standard at the end of a year."""
    levels = profile.public_schools
    good = np.array([one.standard_2023 for one in levels])
    if year == SCHOOLS_COUNTED:
        return [int(one) for one in good]
    every = np.array([one.public_2023 for one in levels])
    open_now = np.array(schools_at(profile, year))
    total = round(profile.years[year].t7 / 100 * int(open_now.sum()))
    # From the ease of the first year to the shares of the known one; then these shares.
    part = _part_of_the_way(year)
    first = np.array([one.ease_2012 for one in levels])
    ease = first * (1 - part) + good / every / (good.sum() / every.sum()) * part
    return _capped(total, open_now * ease, open_now)


def _capped(total: int, weight: np.ndarray, most: np.ndarray) -> list[int]:
    """Split a total by weight, no level above what it has; what is cut off goes to the others."""
    fixed = np.zeros(len(weight), dtype=np.int64)
    free = np.ones(len(weight), dtype=np.bool_)
    while True:
        share = split_whole(total - int(fixed.sum()), np.where(free, weight, 0.0))
        over = free & (share > np.floor(most * 0.985))
        if not over.any():
            return [int(one) for one in share + fixed]
        fixed[over] = np.floor(most[over] * 0.985).astype(np.int64)
        free &= ~over


def schools_of(ground: Ground, seed: int) -> list[School]:
    """Draw every school with its recognitions."""
    chance = stream(seed, "schools")
    sizes = ground.sizes(seed)
    found: list[School] = []
    for level, kind in enumerate(ground.profile.public_schools):
        own = _public(chance, ground, sizes, kind.public_2012, kind.level)
        _close_some(ground.profile, chance, own, level)
        _recognise(ground.profile, chance, own, level)
        found += own
    return found + _private(chance, ground, sizes)


def _public(
    chance: np.random.Generator, ground: Ground, sizes: np.ndarray, count: int, name: str
) -> list[School]:
    """Place the schools of a level: one in every commune as far as they reach, then by size."""
    communes = list(range(ground.before)) if count >= ground.before else []
    more = count - len(communes)
    communes += chance.choice(ground.before, more, p=sizes, replace=bool(communes)).tolist()
    return [School(commune, name, True, START) for commune in communes]


def _close_some(
    profile: Profile, chance: np.random.Generator, schools: list[School], level: int
) -> None:
    """Close schools in the summers as the count falls: those whose commune has another."""
    alone = Counter(one.commune for one in schools)
    order = [schools[at] for at in chance.permutation(len(schools)).tolist()]
    working = len(schools)
    for year in range(FIRST_YEAR + 1, SCHOOLS_COUNTED + 1):
        for one in order:
            if working <= schools_at(profile, year)[level]:
                break
            # There are few upper secondary schools: their pupils come from many communes.
            if one.closed == FOREVER and (alone[one.commune] > 1 or one.level == "thpt"):
                one.closed = on(year, 7, 1) + int(chance.integers(0, 50))
                alone[one.commune] -= 1
                working -= 1


def _recognise(
    profile: Profile, chance: np.random.Generator, schools: list[School], level: int
) -> None:
    """Recognise, renew and let lapse, so that each year ends with its number."""
    merit = chance.random(len(schools))
    order = [schools[at] for at in np.argsort(-merit).tolist()]
    open_first = [one for one in order if one.open_on(end_of(2012))]
    for one in open_first[: wanted_schools(profile, FIRST_YEAR)[level]]:
        _grant(chance, one, int(chance.integers(on(2008, 3, 1), on(2012, 12, 20))))
    for one in open_first[wanted_schools(profile, FIRST_YEAR)[level] :][
        :14
    ]:  # lapsed before the story begins
        _grant(chance, one, int(chance.integers(on(2007, 1, 15), on(2007, 12, 1))))
    for year in range(2013, 2026):
        _one_year(chance, order, year, wanted_schools(profile, year)[level])


def _one_year(chance: np.random.Generator, order: list[School], year: int, wanted: int) -> None:
    day = end_of(year)
    working = [one for one in order if one.open_on(day)]
    standing = [one for one in working if one.at_standard(day)]
    ending = [one for one in working if one.at_standard(end_of(year - 1)) and one not in standing]
    lapsing = [one for one in ending if chance.random() < _LAPSE]
    renewing = [one for one in ending if one not in lapsing]
    others = [one for one in working if one not in standing and one not in ending]
    lapsed = [one for one in others if one.recognitions]
    fresh = [one for one in others if not one.recognitions]
    again = max(0, len(lapsed) + len(lapsing) - round(_LAPSED * len(working)))
    asking = [*lapsed[:again], *fresh, *lapsed[again:], *lapsing]
    need = wanted - len(standing)
    for one in renewing[: max(need, 0)]:
        _grant(chance, one, one.recognitions[-1].expires - int(chance.integers(1, 60)))
    need -= len(renewing)
    for one in asking[: max(need, 0)]:
        # A school that lapsed this year asks again after its end, so late in the year.
        low = max([on(year, 1, 20), *(past.expires for past in one.recognitions)])
        _grant(chance, one, int(chance.integers(min(low, day - 1), day)))


def _grant(chance: np.random.Generator, school: School, decided: int) -> None:
    again = bool(school.recognitions)
    level = 2 if chance.random() < (0.24 if again else 0.12) else 1
    standard = standard_on(school.level, decided)
    school.recognitions.append(Recognition(decided, five_years_on(decided), level, standard))


def standard_on(level: str, day: int) -> str:
    """Give the code of the standard in force for a level on a day."""
    rules = _STANDARDS.get(level, _STANDARDS["thcs"])
    return [code for first, code in rules if first <= day][-1]


def _private(chance: np.random.Generator, ground: Ground, sizes: np.ndarray) -> list[School]:
    """Place the private schools, a few of them recognised."""
    found: list[School] = []
    for kind in ground.profile.schools:
        weight = sizes**2 / (sizes**2).sum()
        for commune in chance.choice(ground.before, kind.private, p=weight).tolist():
            school = School(
                commune, kind.level, False, max(START, on(int(chance.integers(2004, 2021)), 9, 5))
            )
            if chance.random() < 0.25:
                low = max(school.opened + 800, on(2012, 2, 1))
                _grant(chance, school, int(chance.integers(low, on(2024, 6, 1))))
            found.append(school)
    return found
