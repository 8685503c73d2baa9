"""Who received what: drawn so that T2, T2b and T2c follow the path each year (invented).

T2's denominator of a year is every child with a day in a group in force; as many of them as the
path says receive something that counts. The others receive gifts, as nearly everybody does.
"""

from dataclasses import dataclass

import numpy as np

from mangnon.packs.simulated import FIRST_YEAR
from mangnon.simulation import groups
from mangnon.simulation.chance import stream
from mangnon.simulation.days import Flags, Floats, Whole, on, years
from mangnon.simulation.population import Population
from mangnon.simulation.profile import YEARS, Profile
from mangnon.simulation.spells import Spells

ALLOWANCE, CASE_WORK = "monthly-allowance", "case-management"
KINDS = (
    *(ALLOWANCE, "insurance-by-group", "fee-exemption", "return-to-school", "medical-treatment"),
    *("rehabilitation", "assistive-aid", CASE_WORK, "alternative-care", "family-livelihood"),
    *("legal-aid", "vocational-training", "gift-tet", "gift-children-day", "gift-mid-autumn"),
    "visit",
)
INDEX = {kind: index for index, kind in enumerate(KINDS)}
# Of the child-years that are helped: how many receive each kind.
_SHARES = {
    ALLOWANCE: 0.67, "insurance-by-group": 0.55, "fee-exemption": 0.36, "return-to-school": 0.04,
    "medical-treatment": 0.10, "rehabilitation": 0.10, "assistive-aid": 0.02, CASE_WORK: 0.09,
    "alternative-care": 0.05, "family-livelihood": 0.06, "legal-aid": 0.006,
    "vocational-training": 0.008,
}  # fmt: skip
_PAYMENTS = 4  # the allowance is recorded once a quarter
_GIFTS = {"gift-tet": ((1, 10), 0.93), "gift-children-day": ((5, 30), 0.9),
          "gift-mid-autumn": ((9, 12), 0.85)}  # fmt: skip


@dataclass
class ChildYears:
    """T2's denominator: one row a child and year, with the part of the year that it was in.

    ``first`` .. ``last``: the days of the year on which the child could receive something.
    ``rank``: 0 to 1, who is reached first; ``helped``: in T2's numerator.
    """

    child: Whole
    year: Whole
    first: Whole
    last: Whole
    rank: Floats
    helped: Flags


@dataclass
class Assistance:
    """Deliveries: child, kind (an index of KINDS), day."""

    child: Whole
    kind: Whole
    day: Whole


def child_years(profile: Profile, people: Population, spells: Spells, seed: int) -> ChildYears:
    """Give every child and year of T2's denominator, and draw who is helped."""
    chance = stream(seed, "assistance")
    lasting = chance.random(len(people))
    found: list[tuple[Whole, Whole, Whole, Whole, Floats, Flags]] = []
    for year, row in profile.years.items():
        child, first, last = spells.in_year(people, year)
        rank = 0.75 * lasting[child] + 0.25 * chance.random(len(child))
        rank += 0.3 * (last - first < 40)  # found late in the year, or gone early: help comes later
        helped = np.zeros(len(child), dtype=np.bool_)
        helped[np.argsort(rank, kind="stable")[: round(row.t2 / 100 * len(child))]] = True
        found.append((child, np.full(len(child), year), first, last, rank, helped))
    return ChildYears(*(np.concatenate(column) for column in zip(*found, strict=True)))


def assistance_of(people: Population, spells: Spells, who: ChildYears, seed: int) -> Assistance:
    """Draw what every child-year received."""
    chance = stream(seed, "deliveries")
    given = [*_qualifying(chance, people, spells, who), *_gifts(chance, who)]
    child = np.concatenate([one[0] for one in given])
    kind = np.concatenate([one[1] for one in given])
    day = np.concatenate([one[2] for one in given])
    order = np.lexsort((kind, day))
    return Assistance(child[order], kind[order], day[order])


def _qualifying(
    chance: np.random.Generator, people: Population, spells: Spells, who: ChildYears
) -> list[tuple[Whole, Whole, Whole]]:
    """Draw what counts for T2, for the helped; whoever drew nothing gets the insurance card."""
    rows = np.flatnonzero(who.helped)
    fits = _fitting(people, spells, who, rows)
    taste = chance.random((len(_SHARES), len(people)))
    given: list[tuple[Whole, Whole, Whole]] = []
    received = np.zeros(len(rows), dtype=np.bool_)
    for index, (kind, share) in enumerate(_SHARES.items()):
        # A child mostly keeps what it had the year before.
        luck = taste[index, who.child[rows]]
        again = chance.random(len(rows)) < 0.12
        luck = np.where(again, chance.random(len(rows)), luck)
        able = fits.get(kind, np.ones(len(rows), dtype=np.bool_))
        chosen = (luck < min(0.97, share / max(able.mean(), 0.01))) & able
        received |= chosen
        times = _PAYMENTS if kind == ALLOWANCE else 1
        given.append(_delivered(chance, who, rows[chosen], INDEX[kind], times))
    given.append(_delivered(chance, who, rows[~received], INDEX["insurance-by-group"], 1))
    return given


def _fitting(people: Population, spells: Spells, who: ChildYears, rows: Whole) -> dict[str, Flags]:
    """Give, for kinds that are not for everybody, who among the rows they are for."""
    child, year = who.child[rows], who.year[rows]
    age = year - years(people.birth[child])
    codes = np.array([group.code.split("-", 1)[1] for group in groups.GROUPS])
    own = np.full(len(people), -1)
    own[spells.child] = spells.group
    group = codes[own[child]]
    alone = np.isin(group, ["orphan-abandoned", "orphan", "no-support", "abandoned"])
    harmed = np.isin(group, ["sexual-abuse", "violence", "exploitation", "law-conflict"])
    return {
        "fee-exemption": (age >= 3) & (age <= 15),
        "return-to-school": np.isin(group, ["out-of-school", "work-away", "street", "drugs"])
        | (alone & (age >= 7)),
        "rehabilitation": np.isin(group, ["disability", "toxic-chemicals"]),
        "assistive-aid": group == "disability",
        "alternative-care": alone,
        "legal-aid": harmed,
        "vocational-training": age >= 14,
    }


def _delivered(
    chance: np.random.Generator, who: ChildYears, rows: Whole, kind: int, times: int
) -> tuple[Whole, Whole, Whole]:
    """Spread deliveries over the part of the year in which each child could receive them."""
    every = np.repeat(rows, times)
    turn = np.tile(np.arange(times), len(rows))
    span = who.last[every] - who.first[every] + 1
    day = who.first[every] + ((turn + chance.random(len(every))) / times * span).astype(np.int64)
    return who.child[every], np.full(len(every), kind), np.minimum(day, who.last[every])


def _gifts(chance: np.random.Generator, who: ChildYears) -> list[tuple[Whole, Whole, Whole]]:
    """Give gifts to nearly everybody who is followed on the day."""
    given: list[tuple[Whole, Whole, Whole]] = []
    for kind, ((month, first), share) in _GIFTS.items():
        day = np.array([on(year, month, first) for year in YEARS])[who.year - FIRST_YEAR]
        day = day + chance.integers(0, 3, len(day))
        there = (who.first <= day) & (day <= who.last) & (chance.random(len(day)) < share)
        given.append((who.child[there], np.full(int(there.sum()), INDEX[kind]), day[there]))
    visited = np.flatnonzero(chance.random(len(who.child)) < 0.3)
    given.append(_delivered(chance, who, visited, INDEX["visit"], 1))
    return given
