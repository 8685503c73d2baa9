"""Deaths that were registered: few, most in the first weeks of life (invented).

The path gives the registered deaths under five per 1,000 births; a death that nobody registered
is in no register, so it is not here either (the death of a day-old child above all).
"""

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.days import FOREVER, Days, Whole, end_of, first_of
from mangnon.simulation.profile import Profile

_OLDER_PER_MILLE = 0.22  # deaths a year of children of 5 to 15
# Ages in days: first week, rest of the first month, rest of the first year, one to four.
_AGES = ((0, 7, 0.30), (7, 28, 0.22), (28, 365, 0.26), (365, 1820, 0.22))


def dying(profile: Profile, birth: Days, free_until: Days, children: int, seed: int) -> Days:
    """Give each child's day of death, FOREVER for nearly all.

    ``free_until``: the day from which a child is elsewhere or grown up and cannot die here.
    """
    chance = stream(seed, "deaths")
    died = np.full(len(birth), FOREVER, dtype=np.int32)
    order = np.argsort(birth, kind="stable")
    for year, row in profile.years.items():
        scale = children / profile.full_size
        young = chance.poisson(row.births_k * row.deaths_registered * scale * 0.15)
        young += round(row.births_k * row.deaths_registered * scale) - round(
            row.births_k * row.deaths_registered * scale * 0.15
        )
        older = chance.poisson(row.children_k * 0.66 * _OLDER_PER_MILLE * scale)
        ages = np.concatenate([_young_ages(chance, young), chance.integers(1826, 5800, older)])
        days = chance.integers(first_of(year), end_of(year) + 1, len(ages))
        _strike(order, birth, free_until, died, ages, days)
    return died


def _young_ages(chance: np.random.Generator, count: int) -> Whole:
    band = chance.choice(len(_AGES), count, p=[share for _, _, share in _AGES])
    low = np.array([first for first, _, _ in _AGES])[band]
    high = np.array([last for _, last, _ in _AGES])[band]
    return np.asarray(chance.integers(low, high))


def _strike(
    order: Whole, birth: Days, free_until: Days, died: Days, ages: Whole, days: Whole
) -> None:
    """Let the child born nearest to the wanted day die, the age kept in its band."""
    ranked = birth[order]
    for age, day in zip(ages.tolist(), days.tolist(), strict=True):
        near = int(np.searchsorted(ranked, day - age))
        for at in range(near, min(near + 12, len(order))):
            child = order[at]
            when = int(birth[child]) + age
            if died[child] == FOREVER and when < free_until[child] and when <= end_of(2025):
                died[child] = when
                break
