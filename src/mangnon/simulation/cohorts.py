"""How many children are born in each year, before and during the simulation (invented)."""

from mangnon.packs.simulated import FIRST_YEAR, LAST_YEAR, OLDEST
from mangnon.simulation.profile import Profile

_RATIO_RISES = 0.6  # boys per 100 girls, a year, before the path begins


def cohort_sizes(profile: Profile, children: int) -> dict[int, int]:
    """Give the size of each cohort in a register of so many children around 2024."""
    scale = children * 1000 / profile.full_size
    return {year: round(profile.births_k[year] * scale) for year in range(OLDEST, LAST_YEAR + 1)}


def children_at_end(profile: Profile, children: int, year: int) -> int:
    """Give how many children the path wants at the end of a year, in a register of that size."""
    return round(profile.years[year].children_k * 1000 * children / profile.full_size)


def boys_share(profile: Profile, year: int) -> float:
    """Give the share of boys among the births of a year; before the path it rises slowly."""
    first = profile.years[FIRST_YEAR].boys_per_100
    known = profile.years.get(year)
    ratio = first - (FIRST_YEAR - year) * _RATIO_RISES if known is None else known.boys_per_100
    return ratio / (100 + ratio)
