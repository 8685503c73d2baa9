"""The whole province, drawn from one seed."""

from dataclasses import dataclass

import numpy as np

from bench.province.care import Care, Spells, invent_care, invent_spells
from bench.province.people import (
    Homes,
    People,
    Poverty,
    households,
    invent_homes,
    invent_people,
    invent_poverty,
)
from bench.province.shape import SEED, Size
from bench.province.weighings import Weighings, invent_weighings


@dataclass(frozen=True, slots=True)
class Province:
    """Everything that is written; indices begin at 0."""

    people: People
    homes: Homes
    poverty: Poverty
    spells: Spells
    care: Care
    weighings: Weighings


def invent(size: Size, seed: int = SEED) -> Province:
    """Make the province; the same seed and size give the same one."""
    chance = np.random.default_rng(seed)
    people = invent_people(size.children, chance)
    homes = invent_homes(people, chance)
    spells = invent_spells(people, chance)
    return Province(
        people=people,
        homes=homes,
        poverty=invent_poverty(households(size.children), chance),
        spells=spells,
        care=invent_care(people, spells, chance),
        weighings=invent_weighings(people, homes, size.measurements, chance),
    )
