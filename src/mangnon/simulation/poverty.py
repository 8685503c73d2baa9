"""Which households stand on the yearly lists of the poor and near-poor (invented)."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from mangnon.simulation.chance import stream
from mangnon.simulation.days import Flags, Whole
from mangnon.simulation.population import Population
from mangnon.simulation.profile import Profile

_PERSISTENCE = 0.85  # how much of a household's standing lasts from year to year


@dataclass
class Poverty:
    """Lines of the lists: households, years, and whether poor (else near-poor)."""

    household: Whole
    year: Whole
    poor: Flags

    def poor_or_near(self, year: int, households: int) -> Flags:
        """Mark the households on either list of a year."""
        listed = np.zeros(households, dtype=np.bool_)
        listed[self.household[self.year == year]] = True
        return listed


def poverty_of(profile: Profile, people: Population, seed: int) -> Poverty:
    """Draw the lists of every year, for households with a child in the register then."""
    chance = stream(seed, "poverty")
    lasting = chance.normal(size=people.households)
    found: list[tuple[Whole, Whole, Flags]] = []
    for year, row in profile.years.items():
        standing = np.sqrt(_PERSISTENCE) * lasting
        standing += np.sqrt(1 - _PERSISTENCE) * chance.normal(size=people.households)
        poor = standing < ndtri(row.poor / 100)
        listed = standing < ndtri((row.poor + row.near_poor) / 100)
        here = _with_children(people, year)
        rows = np.flatnonzero(listed & here)
        found.append((rows, np.full(len(rows), year), poor[rows]))
    return Poverty(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _with_children(people: Population, year: int) -> Flags:
    first = (year - 1970) * 365.2425
    inside = (people.start < first + 365) & (people.end > first)
    here = np.zeros(people.households, dtype=np.bool_)
    here[people.household[inside]] = True
    return here
