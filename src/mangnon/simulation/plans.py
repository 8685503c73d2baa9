"""Support plans with their services, and what became of the children (invented)."""

from dataclasses import dataclass

import numpy as np

from mangnon.simulation.assistance import INDEX, ChildYears
from mangnon.simulation.chance import stream
from mangnon.simulation.days import FOREVER, Flags, Whole, end_of, first_of
from mangnon.simulation.population import Population
from mangnon.simulation.profile import Profile
from mangnon.simulation.spells import IMPROVED, Spells

_LATE = 0.12  # of the child-years: a plan whose service came late or never
_HALF_A_YEAR = 186
_SERVICES = ("case-management", "rehabilitation", "medical-treatment", "fee-exemption",
             "family-livelihood")  # fmt: skip


@dataclass
class Plans:
    """One plan a child at most; services name it by its row. FOREVER: not (yet)."""

    child: Whole
    approved: Whole
    closed: Whole
    service_plan: Whole
    service_kind: Whole
    due: Whole
    delivered: Whole


@dataclass
class Outcomes:
    """Outcomes with their follow-up; ``held``: the conditions still stood then."""

    child: Whole
    reached: Whole
    followed: Whole
    held: Flags


def plans_of(
    profile: Profile, people: Population, spells: Spells, who: ChildYears, seed: int
) -> Plans:
    """Draw plans so that T2b follows its path: among the helped, those reached first."""
    chance = stream(seed, "plans")
    keen = chance.random(len(people))
    in_time, late = _with_service(profile, chance, who, keen)
    rows = np.flatnonzero(in_time | late)
    rows = rows[np.lexsort((who.year[rows], who.child[rows]))]
    child, first = np.unique(who.child[rows], return_index=True)
    begin = who.first[rows[first]]
    approved = begin + (chance.random(len(child)) * 0.4 * _span(who, rows[first])).astype(np.int64)
    closed = np.zeros(len(people), dtype=np.int64)
    np.maximum.at(closed, spells.child, spells.end)
    plan = np.searchsorted(child, who.child[rows])
    from_day = np.maximum(approved[plan], who.first[rows])
    delivered = from_day + (chance.random(len(rows)) * (who.last[rows] - from_day + 1)).astype(
        np.int64
    )
    slack = chance.integers(0, 60, len(rows))
    punctual = in_time[rows]
    due = np.where(punctual, delivered + slack, np.maximum(delivered - 1 - slack, from_day))
    # Nothing is due before its plan: what would be late on that very day is never delivered.
    never = ~punctual & ((chance.random(len(rows)) < 0.4) | (delivered <= due))
    kinds = np.array([INDEX[kind] for kind in _SERVICES])
    return Plans(
        child,
        approved,
        closed[child],
        plan,
        chance.choice(kinds, len(rows), p=[0.4, 0.2, 0.2, 0.12, 0.08]),
        due,
        np.where(never, FOREVER, delivered),
    )


def _span(who: ChildYears, rows: Whole) -> Whole:
    return who.last[rows] - who.first[rows]


def _with_service(
    profile: Profile, chance: np.random.Generator, who: ChildYears, keen: np.ndarray
) -> tuple[Flags, Flags]:
    """Mark the child-years with a planned service in time, and those with a late one."""
    in_time = np.zeros(len(who.child), dtype=np.bool_)
    late = np.zeros(len(who.child), dtype=np.bool_)
    for year, row in profile.years.items():
        rows = np.flatnonzero(who.year == year)
        order = rows[np.argsort(keen[who.child[rows]] + ~who.helped[rows], kind="stable")]
        count = round(row.t2b / 100 * len(rows))
        in_time[order[:count]] = True
        late[order[count : count + round(_LATE * len(rows))]] = True
    return in_time, late


def outcomes_of(
    profile: Profile, people: Population, spells: Spells, who: ChildYears, seed: int
) -> Outcomes:
    """Draw outcomes so that T2c follows its path: each year's reviews are of that year."""
    chance = stream(seed, "outcomes")
    willing = chance.random(len(people))
    found: list[tuple[Whole, Whole, Whole, Flags]] = [_left_well(chance, people, spells)]
    child, _, followed, held = found[0]
    opened = np.full(len(people), FOREVER, dtype=np.int64)
    np.minimum.at(opened, spells.child, spells.start)
    for year, row in profile.years.items():
        rows = np.flatnonzero(who.year == year)
        inside = held & (followed >= first_of(year)) & (followed <= end_of(year))
        well = np.isin(who.child[rows], child[inside])
        lacking = round(row.t2c / 100 * len(rows)) - int(well.sum())
        # Whoever has been followed for the better part of a year can be reviewed.
        able = (opened[who.child[rows]] < who.last[rows] - 300) & who.helped[rows] & ~well
        ready = rows[able]
        ready = ready[np.argsort(willing[who.child[ready]], kind="stable")][: max(lacking, 0)]
        found.append(_reviewed(chance, who, ready, held=True))
        others = np.setdiff1d(rows[able], ready)
        failed = others[chance.random(len(others)) < 0.03]
        found.append(_reviewed(chance, who, failed, held=False))
    return Outcomes(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _left_well(
    chance: np.random.Generator, people: Population, spells: Spells
) -> tuple[Whole, Whole, Whole, Flags]:
    """Follow up the children whose spell ended as improved, half a year later and more.

    Nobody follows up a child that died by then.
    """
    rows = np.flatnonzero((spells.reason == IMPROVED) & (spells.end <= end_of(2025)))
    child, first = np.unique(spells.child[rows], return_index=True)
    reached = spells.end[rows[first]]
    followed = reached + _HALF_A_YEAR + chance.integers(0, 90, len(child))
    followed = np.where(followed > people.died[child], FOREVER, followed)
    held = chance.random(len(child)) < 0.7
    return child, reached, followed, held & (followed <= end_of(2025))


def _reviewed(
    chance: np.random.Generator, who: ChildYears, rows: Whole, *, held: bool
) -> tuple[Whole, Whole, Whole, Flags]:
    followed = who.last[rows] - (chance.random(len(rows)) * 60).astype(np.int64)
    followed = np.maximum(followed, who.first[rows])
    reached = followed - _HALF_A_YEAR - chance.integers(0, 60, len(rows))
    return who.child[rows], reached, followed, np.full(len(rows), held)
