"""Weighing campaigns in June and December: who comes, what is read, what is written (invented)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from mangnon.growth import length_for_age, weight_for_age
from mangnon.simulation import growth
from mangnon.simulation.chance import stream
from mangnon.simulation.days import Days, Flags, Floats, Whole, completed_months, on
from mangnon.simulation.ground import Ground
from mangnon.simulation.population import Population
from mangnon.simulation.profile import YEARS
from mangnon.simulation.residences import ABSENT, Residences

# The campaign shows less malnutrition than the survey: heights are read too tall, and the ill
# and the far away are not brought.
_TALL, _HEAVY = 0.14, 0.14
_HALF_KILO, _WHOLE_CM = 0.4, 0.6
_SLIP, _WRONG_POSITION = 0.003, 0.04
_TWO_YEARS = 731
LYING, STANDING = 0, 1


@dataclass
class Weighings:
    """One campaign: NaN where nothing was measured; ``place`` an index of the ground."""

    child: Whole
    place: Whole
    day: Days
    weight: Floats
    length: Floats
    position: Whole

    def until(self, last: int) -> "Weighings":
        """Leave out what a late commune would weigh after the last day."""
        return self._taken(self.day <= last)

    def _taken(self, rows: Flags) -> "Weighings":
        return Weighings(*(getattr(self, name)[rows] for name in _COLUMNS))


def gathered(campaigns: list[Weighings]) -> Weighings:
    """Put several campaigns into one table."""
    return Weighings(
        *(np.concatenate([getattr(one, name) for one in campaigns]) for name in _COLUMNS)
    )


_COLUMNS = ("child", "place", "day", "weight", "length", "position")


def campaign_days() -> list[int]:
    """Give the day on which each campaign begins."""
    return [on(year, month, 4) for year in YEARS for month in (6, 12)]


def campaigns(
    ground: Ground, people: Population, homes: Residences, seed: int, days: list[int]
) -> Iterator[Weighings]:
    """Yield the campaigns of these first days; each is drawn from a stream of its own."""
    own = growth.tracks(len(people), seed)
    shift = growth.place_shift(ground)
    here = homes.taken(homes.kind != ABSENT)
    for first in days:
        yield _campaign(ground, people, here, own, shift, first, seed)


def _campaign(
    ground: Ground,
    people: Population,
    homes: Residences,
    own: growth.Tracks,
    shift: Floats,
    first: int,
    seed: int,
) -> Weighings:
    chance = stream(seed, f"campaign {first}")
    year = 1970 + int(first // 365.2425)
    day, turnout = _commune_days(chance, len(ground.codes), first, year)
    child, place, when = _brought(chance, people, homes, day, turnout)
    age = when - people.birth[child]
    months = completed_months(people.birth[child], when)
    z_weight, z_height = growth.z_scores(
        chance, own, child, months, shift[place], ground.profile.years[year]
    )
    sex = np.where(people.girl[child], 2, 1)
    weight = weight_for_age(sex=sex, age_days=age, z=np.clip(z_weight + _HEAVY, -5.5, 4.8))
    length = length_for_age(sex=sex, age_days=age, z=np.clip(z_height + _TALL, -5.8, 5.5))
    position, length = _positions(chance, age, length)
    measured = chance.random(len(child)) < 0.90 + 0.002 * (year - 2012)
    length = np.where(measured, _written_length(chance, length), np.nan)
    # Somebody who weighs reads off the last half kilo, or the last hundred grams.
    weight = _slipped(chance, _written_weight(chance, weight), least=1.2, most=45.0)
    length = _slipped(chance, length, least=36.0, most=140.0)
    return Weighings(child, place, when.astype(np.int32), weight, length, position)


def _commune_days(
    chance: np.random.Generator, communes: int, first: int, year: int
) -> tuple[Whole, Floats]:
    """Give each commune's day and turnout: on time, late with fewer children, or missing."""
    late, missing = (0.09, 0.03) if year < 2018 else (0.03, 0.01)
    luck = chance.random(communes)
    turnout = chance.uniform(0.93, 0.975, communes)
    turnout = np.where(luck < late, turnout - chance.uniform(0.03, 0.12, communes), turnout)
    turnout = np.where(luck > 1 - missing, 0.0, turnout)
    day = first + chance.integers(0, 8, communes)
    return np.where(luck < late, first + chance.integers(12, 23, communes), day), turnout


def _brought(
    chance: np.random.Generator,
    people: Population,
    homes: Residences,
    day: Whole,
    turnout: Floats,
) -> tuple[Whole, Whole, Whole]:
    """Give the under-fives who live in each commune on its day and are brought."""
    when = day[homes.place]
    young = people.birth[homes.child] > when - 1850
    there = (homes.start <= when) & (when < homes.end) & young
    there &= people.copy_of[homes.child] < 0
    rows = np.flatnonzero(there)
    rows = rows[chance.random(len(rows)) < turnout[homes.place[rows]]]
    child, place, when = homes.child[rows], homes.place[rows], when[rows]
    months = completed_months(people.birth[child], when)
    fits = (months >= 0) & (months < 60)
    # Who moved between two communes' days was weighed at the first and says so at the second.
    once = np.unique(child[fits], return_index=True)[1]
    return child[fits][once], place[fits][once], when[fits][once]


def _positions(chance: np.random.Generator, age: Whole, length: Floats) -> tuple[Whole, Floats]:
    """Give how each child was measured; near 24 months some are laid or stood the wrong way."""
    right = np.where(age < _TWO_YEARS, LYING, STANDING)
    near = np.abs(age - _TWO_YEARS) < 120
    wrong = near & (chance.random(len(age)) < _WRONG_POSITION)
    position = np.where(wrong, 1 - right, right)
    read = length + np.where(wrong, np.where(position == LYING, 0.7, -0.7), 0.0)
    hidden = wrong & (chance.random(len(age)) < 0.5)  # the form shows what it should have been
    return np.where(hidden, right, position), read


def _written_weight(chance: np.random.Generator, weight: Floats) -> Floats:
    coarse = chance.random(len(weight)) < _HALF_KILO
    return np.where(coarse, np.round(weight * 2) / 2, np.round(weight, 1))


def _written_length(chance: np.random.Generator, length: Floats) -> Floats:
    coarse = chance.random(len(length)) < _WHOLE_CM
    return np.where(coarse, np.round(length), np.round(length, 1))


def _slipped(chance: np.random.Generator, values: Floats, *, least: float, most: float) -> Floats:
    """Swap the two digits before the point, or add ten, in a few; what nobody would enter stays."""
    slips: Flags = chance.random(len(values)) < _SLIP
    whole = np.floor(values)
    tens, ones = whole // 10 % 10, whole % 10
    swapped = values + (ones - tens) * 10 + (tens - ones)
    wrong = np.where(chance.random(len(values)) < 0.5, swapped, values + 10)
    believable = slips & (wrong >= least) & (wrong <= most)
    return np.where(believable, np.round(wrong, 1), values)
