"""Households that move: within the province, out of it, and the merger in the middle (invented).

1.8 % of the children move between communes in a year, most in the school holidays and after
Tết; the destinations are where the factories are.
"""

from dataclasses import dataclass

import numpy as np

from mangnon.packs.simulated import FIRST_YEAR, LAST_YEAR
from mangnon.simulation.chance import stream
from mangnon.simulation.days import FOREVER, Days, Flags, Whole, on
from mangnon.simulation.ground import MERGER, Ground

MOVE_RATE = 0.018
LEAVE_RATE = 0.006  # households that leave the province in a year
TEMPORARY_AFTER_MOVE = 0.3
_MONTHS = np.array([5, 11, 12, 6, 6, 14, 15, 14, 6, 4, 4, 3], dtype=np.float64)


@dataclass
class Spells:
    """Where households lived: one row a household and home, in the order of household and day.

    ``place`` is an index of the ground; ``merged`` marks a home that the merger itself made.
    """

    household: Whole
    place: Whole
    start: Days
    temporary: Flags
    merged: Flags


def days_of_moving(chance: np.random.Generator, count: int) -> Days:
    """Draw days over all years, by the months in which people move."""
    months = chance.choice(12, count, p=_MONTHS / _MONTHS.sum())
    years = chance.integers(FIRST_YEAR, LAST_YEAR + 1, count)
    first = ((years - 1970) * 12 + months).astype("datetime64[M]").astype("datetime64[D]")
    days = first.astype(np.int64) + chance.integers(0, 28, count)
    return np.where(days == MERGER, MERGER + 1, days).astype(np.int32)


def leaving(chance: np.random.Generator, first: Days, last: Days) -> Days:
    """Give the day on which each household leaves the province, FOREVER for most.

    ``first``, ``last``: from when a household is here, and its last birth: it stays until then.
    """
    rate = LEAVE_RATE * (LAST_YEAR - FIRST_YEAR + 1)
    goes = chance.random(len(first)) < rate
    day = days_of_moving(chance, len(first))
    stays = (day <= last + 30) | (day <= first + 30) | (day >= on(2025, 12, 1))
    return np.where(goes & ~stays, day, FOREVER).astype(np.int32)


def homes(
    ground: Ground, seed: int, origin: Whole, first: Days, last: Days, temporary: Flags
) -> Spells:
    """Give the homes of households that begin at ``origin`` and stay from ``first`` to ``last``."""
    chance = stream(seed, "moves")
    count = chance.poisson(MOVE_RATE * (LAST_YEAR - FIRST_YEAR + 1), len(origin))
    mover = np.repeat(np.arange(len(origin)), count)
    day = days_of_moving(chance, len(mover))
    within = (day > first[mover] + 30) & (day < last[mover])
    mover, day = mover[within], day[within]
    order = np.lexsort((day, mover))
    mover, day = mover[order], day[order]
    apart = (np.diff(mover, prepend=-1) != 0) | (np.diff(day, prepend=0) > 60)
    mover, day = mover[apart], day[apart]
    to = _destinations(chance, ground, seed, day)
    away = chance.random(len(mover)) < TEMPORARY_AFTER_MOVE
    begun = np.concatenate([np.arange(len(origin)), mover])
    spells = Spells(
        household=begun,
        place=np.concatenate([origin, to]),
        start=np.concatenate([first, day]),
        temporary=np.concatenate([temporary, away]),
        merged=np.zeros(len(begun), dtype=np.bool_),
    )
    return _settle(_across_the_merger(_sorted(spells), ground, seed, last))


def _destinations(chance: np.random.Generator, ground: Ground, seed: int, day: Days) -> Whole:
    pull = ground.attraction(seed)
    before = chance.choice(ground.before, len(day), p=pull)
    if not ground.after:
        return before
    carried = ground.inherited(pull)
    after = ground.before + chance.choice(ground.after, len(day), p=carried / carried.sum())
    return np.where(day < MERGER, before, after)


def _across_the_merger(spells: Spells, ground: Ground, seed: int, last: Days) -> Spells:
    """Add, for every household that is there on the day, the home that the merger gives it."""
    if not ground.after:
        return spells
    households = len(last)
    old = spells.start < MERGER
    latest = np.full(households, -1, dtype=np.int64)
    latest[spells.household[old]] = np.flatnonzero(old)  # rows ascend: the last one stays
    there = np.flatnonzero((latest >= 0) & (last > MERGER))
    row = latest[there]
    luck = stream(seed, "heirs").random(households)[there]
    return _sorted(
        Spells(
            household=np.concatenate([spells.household, there]),
            place=np.concatenate([spells.place, ground.heir_of(spells.place[row], luck)]),
            start=np.concatenate([spells.start, np.full(len(there), MERGER, dtype=np.int32)]),
            temporary=np.concatenate([spells.temporary, spells.temporary[row]]),
            merged=np.concatenate([spells.merged, np.ones(len(there), dtype=np.bool_)]),
        )
    )


def _settle(spells: Spells) -> Spells:
    """Drop a move that leads to where the household lives already."""
    same = np.zeros(len(spells.start), dtype=np.bool_)
    again = (np.diff(spells.household) == 0) & (np.diff(spells.place) == 0)
    same[1:] = again & ~spells.merged[1:]
    return _taken(spells, ~same)


def _sorted(spells: Spells) -> Spells:
    return _taken(spells, np.lexsort((spells.start, spells.household)))


def _taken(spells: Spells, rows: Whole | Flags) -> Spells:
    return Spells(
        spells.household[rows],
        spells.place[rows],
        spells.start[rows].astype(np.int32),
        spells.temporary[rows],
        spells.merged[rows],
    )
