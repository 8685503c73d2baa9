"""Children, households, homes and deaths: who lived where, from when to when."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bench.province.shape import COMMUNES, FIRST_DAY, LAST_DAY, NEVER, Days, Ints, day

BORN_FROM = day(date(1997, 1, 1))
A_HOUSEHOLD = 1.7  # children to a household
YEARS = np.arange(2012, 2024)


@dataclass(frozen=True, slots=True)
class People:
    """Arrays of shape (children,): row i is child i."""

    born: Days
    sex: NDArray[np.str_]
    precision: NDArray[np.str_]
    household: Ints
    merged_into: Ints  # -1: not merged
    came: Days
    died: Days  # NEVER: alive
    left: Days  # the first day that the child no longer lives in the province; NEVER: still here


@dataclass(frozen=True, slots=True)
class Homes:
    """Arrays of shape (residences,): the first home of every child, then the second of some."""

    children: int
    child: Ints
    commune: Ints
    kind: NDArray[np.str_]
    start: Days
    end: Days
    reason: NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Poverty:
    """Arrays of shape (household years on the lists,)."""

    household: Ints
    year: Ints
    status: NDArray[np.str_]


def invent_people(n: int, chance: np.random.Generator) -> People:
    """Make the children; a few die, a few leave, a few were entered twice and merged."""
    born = chance.integers(BORN_FROM, LAST_DAY, n)
    came = np.maximum(born, FIRST_DAY)
    died = np.where(chance.random(n) < 0.005, _between(came, chance), NEVER)
    left = np.where(chance.random(n) < 0.03, _between(came + 1, chance), NEVER)
    merged = np.where(chance.random(n) < 0.002, chance.integers(0, n, n), -1)
    return People(
        born=born,
        sex=chance.choice(np.array(["m", "f"]), n, p=[0.53, 0.47]),
        precision=chance.choice(np.array(["day", "month", "year"]), n, p=[0.985, 0.01, 0.005]),
        household=chance.integers(0, households(n), n),
        merged_into=np.where(merged == np.arange(n), -1, merged),
        came=came,
        died=died,
        left=np.minimum(left, died),
    )


def households(children: int) -> int:
    """Say how many households so many children live in."""
    return int(children / A_HOUSEHOLD)


def invent_homes(people: People, chance: np.random.Generator) -> Homes:
    """Give each child its homes: one, or two where it moved; communes differ in size."""
    n = len(people.born)
    size = chance.lognormal(0, 0.4, COMMUNES)
    communes = chance.choice(COMMUNES, (2, n), p=size / size.sum())
    kinds = np.array(["permanent", "temporary", "absent"])
    kind = chance.choice(kinds, (2, n), p=[0.89, 0.08, 0.03])
    until = np.minimum(people.left, LAST_DAY)
    moves = (chance.random(n) < 0.13) & (until - people.came > 2) & (communes[0] != communes[1])
    moved = people.came + 1 + (chance.random(n) * (until - people.came - 1)).astype(np.int64)
    one, two = np.arange(n), np.flatnonzero(moves)
    ended = np.where(
        people.left == NEVER, "", np.where(people.left == people.died, "died", "moved")
    )
    return Homes(
        children=n,
        child=np.concatenate([one, two]),
        commune=np.concatenate([communes[0], communes[1][two]]),
        kind=np.concatenate([kind[0], kind[1][two]]),
        start=np.concatenate([people.came, moved[two]]),
        end=np.concatenate([np.where(moves, moved, people.left), people.left[two]]),
        reason=np.concatenate([np.where(moves, "moved", ended), ended[two]]),
    )


def invent_poverty(n_households: int, chance: np.random.Generator) -> Poverty:
    """List poor and near-poor households, year by year; poverty mostly stays."""
    found = [[], [], []]
    standing = chance.random(n_households)
    for year in YEARS:
        standing = np.where(
            chance.random(n_households) < 0.2, chance.random(n_households), standing
        )
        listed = np.flatnonzero(standing < 0.12)
        found[0].append(listed)
        found[1].append(np.full(len(listed), year))
        found[2].append(np.where(standing[listed] < 0.07, "poor", "near_poor"))
    return Poverty(*map(np.concatenate, found))


def _between(start: Days, chance: np.random.Generator) -> Days:
    """Draw a day from each start to the last day; NEVER where there is none."""
    room = LAST_DAY - start
    drawn = start + (chance.random(len(start)) * np.maximum(room, 0)).astype(np.int64)
    return np.where(room > 0, drawn, NEVER)
