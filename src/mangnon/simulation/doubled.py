"""Invented people, as many as asked for: names by the simulation's pools, born in 17 years."""

from datetime import date, timedelta

import numpy as np

from mangnon.simulation import name_pools as pools

People = list[tuple[str, str, date]]
_FIRST = date(2008, 1, 1)
_DAYS = 17 * 365


def people(count: int, seed: int) -> People:
    """Return name, sex and birth date of so many children."""
    chance = np.random.default_rng(seed)

    def drawn(pool: dict[str, float]) -> list[str]:
        weights = np.array(list(pool.values()))
        return chance.choice(list(pool), count, p=weights / weights.sum()).tolist()

    families = drawn(pools.FAMILY)
    girls, boys = ((drawn(middle), drawn({k: (a + b) / 2 for k, (a, b) in given.items()}))
                   for middle, given in ((pools.GIRL_MIDDLE, pools.GIRL_GIVEN),
                                         (pools.BOY_MIDDLE, pools.BOY_GIVEN)))  # fmt: skip
    is_girl = (chance.random(count) < 0.47).tolist()
    days = chance.integers(0, _DAYS, count).tolist()
    return [
        (f"{family} {middle} {given}", "f" if girl else "m", _FIRST + timedelta(days=day))
        for family, girl, day, middle, given in (
            (families[i], is_girl[i], days[i], *((girls if is_girl[i] else boys)[p][i]
             for p in (0, 1))) for i in range(count))
    ]  # fmt: skip
