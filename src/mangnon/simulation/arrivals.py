"""Children who come in from other provinces: as many as the path wants each year (invented)."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from mangnon.simulation.births import Natives, snapped
from mangnon.simulation.chance import stream
from mangnon.simulation.cohorts import boys_share, children_at_end
from mangnon.simulation.days import Days, Flags, Whole, as_date, end_of, first_of, on, sixteenth
from mangnon.simulation.profile import YEARS, Profile


class Lives(Protocol):
    """What is needed of the natives to count them."""

    start: Days
    end: Days
    away_from: Days
    away_to: Days


@dataclass
class Arrivals:
    """Newcomers with the day they came; households are numbered from 0."""

    birth: Days
    precision: Whole
    girl: Flags
    household: Whole
    arrival: Days
    end: Days
    households: int
    first_day: Days


def fill(
    profile: Profile, born: Natives, lives: Lives, copies: Whole, children: int, seed: int
) -> Arrivals:
    """Draw newcomers so that each year ends with the number of children that the path wants."""
    chance = stream(seed, "arrivals")
    births: list[Whole] = []
    days: list[Whole] = []
    known: list[Whole] = []
    for year in YEARS:
        day = end_of(year)
        here = _here(lives, day)
        met = int(here.sum()) + int(here[copies].sum())
        met += sum(int((sixteenth(some) > day).sum()) for some in births)
        wanted = max(0, children_at_end(profile, children, year) - met)
        birth, precision, arrival = _newcomers(chance, year, wanted)
        births.append(birth)
        days.append(arrival)
        known.append(precision)
    return _in_households(
        profile, chance, np.concatenate(births), np.concatenate(known), np.concatenate(days)
    )


def _here(lives: Lives, day: int) -> Flags:
    away = (lives.away_from <= day) & (day < lives.away_to)
    return (lives.start <= day) & (day < lives.end) & ~away


def _newcomers(chance: np.random.Generator, year: int, count: int) -> tuple[Days, Whole, Days]:
    """Draw children of 0 to 14 who come during the year, most of them small."""
    age = np.minimum(chance.gamma(2.0, 2.6, count), 14).astype(np.int64)
    arrival = chance.integers(first_of(year) + 5, end_of(year) - 5, count)
    birth = np.zeros(count, dtype=np.int64)
    for years in range(15):
        own = age == years
        low = first_of(year - years)
        birth[own] = low + chance.integers(0, 365, int(own.sum()))
    known, precision = snapped(chance, birth.astype(np.int32))
    arrival = np.maximum(arrival, np.minimum(known + 20, end_of(year)))
    arrival = np.where(arrival == on(2025, 7, 1), on(2025, 7, 2), arrival)
    return known, precision, arrival.astype(np.int32)


def _in_households(
    profile: Profile, chance: np.random.Generator, birth: Days, precision: Whole, arrival: Days
) -> Arrivals:
    """Let some children come two by two, and give each its end and sex."""
    n = len(birth)
    order = np.argsort(arrival, kind="stable")
    birth, precision, arrival = birth[order], precision[order], arrival[order].copy()
    paired = np.zeros(n, dtype=np.bool_)
    candidate = np.flatnonzero(chance.random(max(n - 1, 0)) < 0.3)
    for at in candidate.tolist():
        apart = abs(int(birth[at + 1]) - int(birth[at]))
        # The younger one is born by then, and both come in one year: its count is settled.
        same_year = as_date(int(arrival[at])).year == as_date(int(arrival[at + 1])).year
        together = same_year and int(arrival[at]) >= int(birth[at + 1])
        if not paired[at] and together and 400 < apart < 3000:
            paired[at + 1] = True
            arrival[at + 1] = arrival[at]
    household = np.cumsum(~paired) - 1
    share = np.array([boys_share(profile, int(year)) for year in range(1996, 2026)])
    year = birth.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    girl = chance.random(n) >= share[year - 1996]
    return Arrivals(
        birth,
        precision,
        girl,
        household,
        arrival,
        sixteenth(birth),
        int((~paired).sum()),
        arrival[~paired],
    )
