"""The children born to families of the province, before and during the simulation (invented)."""

from dataclasses import dataclass

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.cohorts import boys_share, cohort_sizes
from mangnon.simulation.days import Days, Flags, Floats, Whole, end_of, first_of
from mangnon.simulation.families import TWIN_SHARE, households_of
from mangnon.simulation.profile import Profile

MONTH_ONLY, YEAR_ONLY = 0.02, 0.003  # of the birth dates
PRECISIONS = ("day", "month", "year")
# Somewhat more are born in autumn.
_MONTHS = np.array([8.2, 7.3, 7.7, 7.5, 7.8, 7.8, 8.4, 9.0, 9.3, 9.4, 8.9, 8.7])


@dataclass
class Natives:
    """Children in the order of commune and birth; twins stand side by side."""

    birth: Days
    girl: Flags
    commune: Whole
    household: Whole
    households: int
    twin: Flags
    precision: Whole  # 0 the day is known, 1 the month, 2 the year


def natives(profile: Profile, children: int, sizes: Floats, seed: int) -> Natives:
    """Draw every cohort of a register of that size over communes of these sizes."""
    chance = stream(seed, "births")
    years = cohort_sizes(profile, children)
    birth = np.concatenate([_birthdays(chance, year, count) for year, count in years.items()])
    share = np.concatenate(
        [np.full(count, boys_share(profile, year)) for year, count in years.items()]
    )
    girl = chance.random(len(birth)) >= share
    birth, precision = snapped(stream(seed, "precision"), birth)
    commune = chance.choice(len(sizes), len(birth), p=sizes)
    order = np.lexsort((birth, commune))
    birth, girl, commune = birth[order], girl[order], commune[order]
    precision = precision[order]
    pairs = _twins(chance, birth, commune)
    birth[pairs + 1], precision[pairs + 1] = birth[pairs], precision[pairs]
    alike = pairs[chance.random(len(pairs)) < 0.65]
    girl[alike + 1] = girl[alike]
    household, households = households_of(chance, commune, birth, pairs)
    twin = np.zeros(len(birth), dtype=np.bool_)
    twin[pairs] = twin[pairs + 1] = True
    return Natives(birth, girl, commune, household, households, twin, precision)


def snapped(chance: np.random.Generator, birth: Days) -> tuple[Days, Whole]:
    """Let some birth dates be known by the month or year only: the 15th, or 1 July, stands."""
    luck = chance.random(len(birth))
    year = birth.astype("datetime64[D]").astype("datetime64[Y]")
    month = birth.astype("datetime64[D]").astype("datetime64[M]")
    by_month = month.astype("datetime64[D]").astype(np.int64) + 14
    by_year = (year.astype("datetime64[M]") + 6).astype("datetime64[D]").astype(np.int64)
    precision = np.where(luck < YEAR_ONLY, 2, np.where(luck < YEAR_ONLY + MONTH_ONLY, 1, 0))
    kept = np.select([precision == 2, precision == 1], [by_year, by_month], birth)
    return kept.astype(np.int32), precision


def _birthdays(chance: np.random.Generator, year: int, count: int) -> Days:
    weight = np.repeat(_MONTHS, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    days = chance.choice(365, count, p=weight / weight.sum())
    return np.minimum(first_of(year) + days, end_of(year)).astype(np.int32)


def _twins(chance: np.random.Generator, birth: Days, commune: Whole) -> Whole:
    """Choose first twins: the next child of the commune becomes the other one.

    Births of two calendar years are not paired, so that every cohort keeps its size.
    """
    picked = np.flatnonzero(chance.random(len(birth) - 1) < TWIN_SHARE / 2)
    same = commune[picked] == commune[picked + 1]
    year = birth.astype("datetime64[D]").astype("datetime64[Y]")
    picked = picked[same & (year[picked] == year[picked + 1])]
    apart = np.diff(picked, prepend=-9) > 1
    first: Whole = picked[apart]
    return first
