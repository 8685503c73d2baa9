"""Births and deaths with the commune where they count and the day they were registered (invented).

A birth counts where the mother lives, a death where the child lived.
"""

from dataclasses import dataclass

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.days import FOREVER, Whole
from mangnon.simulation.ground import START
from mangnon.simulation.population import Population


@dataclass
class Events:
    """Births or deaths: children, places (indices of the ground), days, days registered."""

    child: Whole
    place: Whole
    day: Whole
    registered: Whole


def births_of(people: Population, seed: int) -> Events:
    """Give the births of the simulated years; the second record of a child has none."""
    chance = stream(seed, "birth registration")
    child = np.flatnonzero((people.birth >= START) & people.native & (people.copy_of < 0))
    # Nearly all within 60 days; a few months or years late.
    lag = 2 + chance.gamma(2.0, 9.0, len(child)).astype(np.int64)
    late = chance.random(len(child)) < 0.03
    lag[late] += chance.integers(60, 700, int(late.sum()))
    return Events(child, _place_on(people, child, people.birth[child]), people.birth[child],
                  people.birth[child] + lag)  # fmt: skip


def deaths_of(people: Population, seed: int) -> Events:
    """Give the deaths, all registered."""
    chance = stream(seed, "death registration")
    child = np.flatnonzero((people.died < FOREVER) & (people.copy_of < 0))
    lag = 1 + chance.gamma(1.5, 8.0, len(child)).astype(np.int64)
    day = people.died[child].astype(np.int64)
    return Events(child, _place_on(people, child, day), day, day + lag)


def _place_on(people: Population, child: Whole, day: Whole) -> Whole:
    """Give where the child's household lived on a day."""
    spells = people.spells
    span = 1 << 20
    key = spells.household * span + spells.start
    row = np.searchsorted(key, people.household[child] * span + day, side="right") - 1
    return spells.place[row]
