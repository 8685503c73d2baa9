"""Weighings: drawn z-scores of children under five, in the order they were recorded."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.province.people import Homes, People
from bench.province.shape import COMMUNES, LAST_DAY, Days, Ints, years_on

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighings:
    """Arrays of shape (weighings,), sorted by day; NaN is a z-score that is not known."""

    child: Ints
    commune: Ints
    on: Days
    weight: Floats
    length: Floats
    oedema: NDArray[np.bool_]
    waz: Floats
    haz: Floats
    whz: Floats
    flagged: NDArray[np.str_]


def invent_weighings(
    people: People, homes: Homes, count: int, chance: np.random.Generator
) -> Weighings:
    """Draw ``count`` weighings over the days that children under five lived here."""
    until = np.minimum(np.minimum(people.left, years_on(people.born, 5) + 60), LAST_DAY)
    room = np.maximum(until - people.came, 0)
    child = np.repeat(np.arange(len(room)), chance.multinomial(count, room / room.sum()))
    on = people.came[child] + (chance.random(count) * room[child]).astype(np.int64)
    order = np.argsort(on, kind="stable")
    child, on = child[order], on[order]
    years = (on - people.born[child]) / 365.25
    waz = chance.normal(-0.7, 1.1, count).round(2)
    haz = _some_unknown(chance.normal(-0.9, 1.2, count).round(2), 0.02, chance)
    whz = _some_unknown(chance.normal(-0.2, 1.1, count).round(2), 0.02, chance)
    flags = np.array(["", "waz", "haz", "waz,haz"])
    return Weighings(
        child=child,
        commune=_where(homes, child, on, chance),
        on=on,
        weight=(3.5 + 3.2 * years + waz).round(1),
        length=(50 + 14 * years + haz).round(1),
        oedema=chance.random(count) < 0.0005,
        waz=waz,
        haz=haz,
        whz=whz,
        flagged=chance.choice(flags, count, p=[0.994, 0.002, 0.003, 0.001]),
    )


def _some_unknown(values: Floats, share: float, chance: np.random.Generator) -> Floats:
    return np.where(chance.random(len(values)) < share, np.nan, values)


def _where(homes: Homes, child: Ints, on: Days, chance: np.random.Generator) -> Ints:
    """Weigh at the home of the day; one in a hundred elsewhere."""
    n = homes.children
    second, since = np.full(n, -1), np.full(n, LAST_DAY + 1)
    moved = homes.child[n:]
    second[moved], since[moved] = homes.commune[n:], homes.start[n:]
    home = np.where(on >= since[child], second[child], homes.commune[child])
    away = chance.random(len(child)) < 0.01
    return np.where(away, chance.integers(0, COMMUNES, len(child)), home)
