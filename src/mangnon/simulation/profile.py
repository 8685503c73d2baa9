"""What the pack says of its invented province: yearly path, districts, schools and groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mangnon.packs.simulated import FIRST_YEAR, LAST_YEAR

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


@dataclass(frozen=True, slots=True)
class Year:
    """One row of the path: counts in thousands, shares in per cent, deaths per 1,000 births."""

    year: int
    children_k: float
    births_k: float
    boys_per_100: float
    deaths_true: float
    deaths_registered: float
    t1: float
    t2: float
    t2b: float
    t2c: float
    t3: float
    t4: float
    t5: float
    t7: float
    poor: float
    near_poor: float
    t8: float | None = None  # None: not yet assessed
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class District:
    """How a district differs: its pull on people who move, its children's shift in z."""

    code: str
    draws: float = 1.0
    z_shift: float = 0.0
    minority: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """The schools of a level."""

    level: str
    public_2012: int
    public_2023: int
    standard_2023: int
    ease_2012: float
    private: int


@dataclass(frozen=True)
class Profile:
    """The invented province of a pack; ``births_k`` holds the years before the path too."""

    full_size: int
    document_prefix: str
    t1_at_start: float
    t1_old_law_2017: float
    years: Mapping[int, Year]
    births_k: Mapping[int, float]
    districts: Mapping[str, District]
    schools: tuple[Level, ...]
    groups: Mapping[str, float]

    @property
    def public_schools(self) -> tuple[Level, ...]:
        """The levels that have public schools."""
        return tuple(one for one in self.schools if one.public_2012)

    def district(self, code: str) -> District:
        """Give how a district differs; the others do not."""
        return self.districts.get(code) or District(code)


def profile_of(raw: Mapping[str, Any]) -> Profile:
    """Make the profile of what ``mangnon pack check`` found sound in a simulation.toml."""
    years = [Year(**{**row, "known": tuple(row.get("known", ()))}) for row in raw["year"]]
    before = {row["year"]: row["births_k"] for row in raw["cohort"]}
    return Profile(
        full_size=raw["full_size"],
        document_prefix=raw["document_prefix"],
        t1_at_start=raw["t1_at_start"],
        t1_old_law_2017=raw["t1_old_law_2017"],
        years={one.year: one for one in sorted(years, key=lambda one: one.year)},
        births_k={**before, **{one.year: one.births_k for one in years}},
        districts={row["code"]: District(**row) for row in raw.get("district", ())},
        schools=tuple(Level(**row) for row in raw.get("school", ())),
        groups={row["code"]: row["share"] for row in raw.get("group", ())},
    )
