"""Which communes were recognised as child-friendly, year by year, so that T8 follows (invented)."""

from dataclasses import dataclass

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.days import on
from mangnon.simulation.ground import Ground
from mangnon.simulation.profile import Profile

COMMUNE_STANDARDS = ("commune-2010", "commune-2014", "commune-2019")


@dataclass
class CommuneYear:
    """A commune's score for a year, and the day of its recognition, None where it failed."""

    commune: int
    year: int
    standard: str
    score: float
    decided: int | None


def standard_for(year: int) -> str:
    """Give the standard by which a year is judged; 2019 already by the one of that year."""
    if year >= 2019:
        return "commune-2019"
    return "commune-2014" if year >= 2014 else "commune-2010"


def wanted_communes(profile: Profile, year: int, communes: int) -> int:
    """Give how many of so many communes are recognised for a year."""
    share = profile.years[year].t8
    return 0 if share is None else round(share / 100 * communes)


def commune_years(ground: Ground, seed: int) -> list[CommuneYear]:
    """Draw every assessed commune and year; decisions come early in the next year."""
    chance = stream(seed, "child-friendly communes")
    merit = chance.normal(size=ground.before)
    found: list[CommuneYear] = []
    for year, row in ground.profile.years.items():
        if row.t8 is None:
            continue
        rank = np.argsort(-(merit + 0.5 * chance.normal(size=ground.before)))
        good = wanted_communes(ground.profile, year, ground.before)
        for place, commune in enumerate(rank.tolist()):
            passed = place < good
            decided = on(year + 1, 1, 12) + int(chance.integers(0, 70)) if passed else None
            score = chance.uniform(850, 985) if passed else chance.uniform(610, 849)
            found.append(
                CommuneYear(commune, year, standard_for(year), round(float(score)), decided)
            )
    return found
