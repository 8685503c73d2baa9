"""All children of the register with their households, lives and homes, as arrays (invented).

The number under 16 at each year's end follows the path: whoever is missing comes in from other
provinces during that year.
"""

from dataclasses import dataclass

import numpy as np

from mangnon.simulation import arrivals, deaths, moving
from mangnon.simulation.births import Natives, natives
from mangnon.simulation.chance import stream
from mangnon.simulation.days import FOREVER, Days, Flags, Whole, sixteenth
from mangnon.simulation.ground import MERGER, START, Ground
from mangnon.simulation.profile import Profile

DUPLICATE_SHARE = 0.005
DIED, LEFT, GROWN = 1, 2, 3  # why a child's life in the register ended


@dataclass
class Population:
    """Children in the order of birth, and where their households lived.

    ``start`` .. ``end``: the days on which a child is in the register (``end`` excluded), with
    ``ending`` saying why; ``away_from`` .. ``away_to``: a time elsewhere, still registered.
    ``copy_of``: the child of which a careless second record was made, -1 for nearly all.
    """

    birth: Days
    precision: Whole
    girl: Flags
    household: Whole
    twin: Flags
    copy_of: Whole
    start: Days
    end: Days
    ending: Whole
    died: Days
    away_from: Days
    away_to: Days
    native: Flags
    spells: moving.Spells
    households: int
    first_home: Whole

    def __len__(self) -> int:
        return len(self.birth)

    def in_register(self, day: int) -> Flags:
        """Mark the children who live here on a day and are under 16."""
        away = (self.away_from <= day) & (day < self.away_to)
        return (self.start <= day) & (day < self.end) & ~away


@dataclass
class _Lives:
    start: Days
    end: Days
    ending: Whole
    died: Days
    away_from: Days
    away_to: Days


def populate(ground: Ground, children: int, seed: int) -> Population:
    """Draw the whole population of a register of ``children`` around 2024."""
    born = natives(ground.profile, children, ground.sizes(seed), seed)
    left = _leaving(born, seed)
    lives = _lives(ground.profile, born, left, children, seed)
    copies = _copies(born, lives, seed)
    came = arrivals.fill(ground.profile, born, lives, copies, children, seed)
    return _ordered(_joined(ground, born, lives, copies, came, left, seed))


def _leaving(born: Natives, seed: int) -> Days:
    first = np.full(born.households, FOREVER, dtype=np.int64)
    last = np.zeros(born.households, dtype=np.int64)
    np.minimum.at(first, born.household, np.maximum(born.birth, START))
    np.maximum.at(last, born.household, born.birth)
    return moving.leaving(stream(seed, "leaving"), first.astype(np.int32), last.astype(np.int32))


def _lives(profile: Profile, born: Natives, left: Days, children: int, seed: int) -> _Lives:
    start = np.maximum(born.birth, START).astype(np.int32)
    grown = sixteenth(born.birth)
    gone = left[born.household]
    died = deaths.dying(profile, born.birth, np.minimum(grown, gone), children, seed)
    end = np.minimum(np.minimum(grown, gone), died)
    ending = np.where(end == died, DIED, np.where(end == gone, LEFT, GROWN))
    away_from, away_to = _away(start, end, seed)
    return _Lives(start, end.astype(np.int32), ending, died, away_from, away_to)


def _away(start: Days, end: Days, seed: int) -> tuple[Days, Days]:
    """Send a few children elsewhere for some months, with kin or for treatment."""
    chance = stream(seed, "absences")
    n = len(start)
    goes = chance.random(n) < 0.03
    span = np.maximum(end - start, 1)
    begin = start + 60 + (chance.random(n) * span).astype(np.int64)
    until = begin + chance.integers(60, 540, n)
    # A move of the household within the absence is no matter: the child is absent from there.
    fits = goes & (until < end - 60) & (begin != MERGER) & (until != MERGER)
    return (
        np.where(fits, begin, FOREVER).astype(np.int32),
        np.where(fits, until, FOREVER).astype(np.int32),
    )


def _copies(born: Natives, lives: _Lives, seed: int) -> Whole:
    """Choose the children who stand in the register twice; the dead and the twins do not."""
    chance = stream(seed, "duplicates")
    picked = chance.random(len(born.birth)) < DUPLICATE_SHARE
    return np.flatnonzero(picked & ~born.twin & (lives.died == FOREVER))


def _joined(
    ground: Ground,
    born: Natives,
    lives: _Lives,
    copies: Whole,
    came: "arrivals.Arrivals",
    left: Days,
    seed: int,
) -> Population:
    """Put natives, second records and newcomers together, and find their households a home."""
    n, more = len(born.birth), len(came.birth)
    own = np.arange(n)
    rows = np.concatenate([own, copies])
    never = np.full(more, FOREVER, dtype=np.int32)
    households = born.households + came.households
    origin, first, temporary = _households(ground, born, came, seed)
    end = np.concatenate([lives.end[rows], came.end])
    household = np.concatenate([born.household[rows], came.household + born.households])
    last = np.zeros(households, dtype=np.int64)
    np.maximum.at(last, household, end)
    last[: born.households] = np.minimum(last[: born.households], left)
    return Population(
        birth=np.concatenate([born.birth[rows], came.birth]),
        precision=np.concatenate([born.precision[rows], came.precision]),
        girl=np.concatenate([born.girl[rows], came.girl]),
        household=household,
        twin=np.concatenate([born.twin[rows], np.zeros(more, dtype=np.bool_)]),
        copy_of=np.concatenate([np.full(n, -1), copies, np.full(more, -1)]),
        start=np.concatenate([lives.start[rows], came.arrival]),
        end=end,
        ending=np.concatenate([lives.ending[rows], np.full(more, GROWN)]),
        died=np.concatenate([lives.died[rows], never]),
        away_from=np.concatenate([lives.away_from[rows], never]),
        away_to=np.concatenate([lives.away_to[rows], never]),
        native=np.concatenate([np.ones(len(rows), dtype=np.bool_), np.zeros(more, dtype=np.bool_)]),
        spells=moving.homes(ground, seed, origin, first, last.astype(np.int32), temporary),
        households=households,
        first_home=origin,
    )


def _households(
    ground: Ground, born: Natives, came: "arrivals.Arrivals", seed: int
) -> tuple[Whole, Days, Flags]:
    """Give each household's first home, first day and whether it only stays for a time."""
    chance = stream(seed, "newcomers' homes")
    origin = np.zeros(born.households, dtype=np.int64)
    origin[born.household] = born.commune
    pull = ground.attraction(seed)
    day = came.first_day
    to = chance.choice(ground.before, came.households, p=pull)
    if ground.after:
        carried = ground.inherited(pull)
        late = ground.before + chance.choice(
            ground.after, came.households, p=carried / carried.sum()
        )
        to = np.where(day > MERGER, late, to)
    first = np.concatenate([np.full(born.households, START, dtype=np.int32), day])
    stays_short = chance.random(came.households) < 0.55
    native = np.zeros(born.households, dtype=np.bool_)
    return np.concatenate([origin, to]), first, np.concatenate([native, stays_short])


def _ordered(people: Population) -> Population:
    """Sort the children by birth, so that children of one age have neighbouring numbers."""
    order = np.lexsort((people.copy_of >= 0, people.household, people.birth))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    copied = people.copy_of[order]
    for name in _CHILD_COLUMNS:
        setattr(people, name, getattr(people, name)[order])
    people.copy_of = np.where(copied >= 0, place[copied], -1)
    return people


_CHILD_COLUMNS = (
    *("birth", "precision", "girl", "household", "twin", "start", "end", "ending", "died"),
    *("away_from", "away_to", "native"),
)

__all__ = ["DIED", "GROWN", "LEFT", "Population", "populate"]
