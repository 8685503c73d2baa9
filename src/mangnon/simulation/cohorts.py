"""How many children were born in each year before the simulation begins (invented).

The older cohorts are chosen so that the number of children follows the path with a small and
steady in-migration: who turns 16 in a year = births + those who come - the growth of the path.
"""

from mangnon.simulation.path import BY_YEAR, FIRST_YEAR, FULL_SIZE, LAST_YEAR

_OLDEST = FIRST_YEAR - 16  # born 1996: they turn 16 during the first year
_COMING_K = {
    2013: 2.5, 2014: 2.5, 2015: 2.5, 2016: 3.0, 2017: 3.0, 2018: 3.0, 2019: 3.5, 2020: 3.5,
    2021: 4.0, 2022: 4.0, 2023: 4.0, 2024: 4.0, 2025: 4.0,
}  # fmt: skip
_YOUNGEST_BEFORE = {2010: 32.25, 2011: 32.25}


def born_k(year: int) -> float:
    """Give the thousands of children of the full province born in a year from 1996 on."""
    if year >= FIRST_YEAR:
        return BY_YEAR[year].births_k
    if year == _OLDEST:
        return 27.5
    if year in _YOUNGEST_BEFORE:
        return _YOUNGEST_BEFORE[year]
    turning = year + 16
    growth = BY_YEAR[turning].children_k - BY_YEAR[turning - 1].children_k
    return BY_YEAR[turning].births_k - growth + _COMING_K[turning]


def cohort_sizes(children: int) -> dict[int, int]:
    """Give the size of each cohort in a register of so many children around 2024."""
    scale = children * 1000 / FULL_SIZE
    return {year: round(born_k(year) * scale) for year in range(_OLDEST, LAST_YEAR + 1)}


def children_at_end(children: int, year: int) -> int:
    """Give how many children the path wants at the end of a year, in a register of that size."""
    return round(BY_YEAR[year].children_k * 1000 * children / FULL_SIZE)


def boys_share(year: int) -> float:
    """Give the share of boys among the births of a year; before 2012 the ratio rises slowly."""
    ratio = BY_YEAR[year].boys_per_100 if year >= FIRST_YEAR else 119 - (FIRST_YEAR - year) * 0.6
    return ratio / (100 + ratio)
