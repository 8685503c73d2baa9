"""Simulated truth: children, some entered twice with the errors that registers make.

The rates are those that were fixed before the first line was written; everybody is invented.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mangnon.linkage.finding import Known, folded


@dataclass(frozen=True, slots=True)
class Rates:
    """How often what goes wrong when a child is entered a second time."""

    marks_lost: float = 0.10
    typo: float = 0.03
    swapped: float = 0.02
    year_only: float = 0.05
    no_number: float = 0.60
    twins: float = 0.015
    doubled: float = 0.05  # of the children, entered in a second commune
    carer: float = 0.0  # of the files, that name the mother

    def twice(self) -> "Rates":
        """Return all errors doubled; as many doubles as before."""
        return Rates(0.20, 0.06, 0.04, 0.10, min(1.0, self.no_number * 2), 0.03, self.doubled)


@dataclass(frozen=True, slots=True)
class Truth:
    """The files, and which pairs of them are one child's."""

    children: list[Known]
    same: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Measured:
    """How well what was found agrees with the truth."""

    recall: float
    precision: float
    found: int
    true: int


def simulated(names: Sequence[tuple[str, str, date]], rates: Rates, seed: int) -> Truth:
    """Enter some children twice, with errors; ``names``: name, sex and birth date of each.

    A twin has the same day, family and middle name, another given name, often the same sex.
    """
    chance = random.Random(seed)
    people = _with_twins(names, rates, chance)
    children, same = [], set()
    for number, (name, sex, born, home) in enumerate(people, start=1):
        document = f"0302{born.year % 100:02d}{900000 + number:06d}"
        one = Known(number, name, born, "day", sex, document, "", home)
        children.append(_numbered(one, rates, chance))
    for one in list(children):
        if chance.random() < rates.doubled:
            document = f"0302{one.born.year % 100:02d}{900000 + one.id:06d}"
            again = one._replace(id=len(children) + 1, document=document, household=None)
            children.append(_erring(_numbered(again, rates, chance), rates, chance))
            same.add((one.id, again.id))
    return Truth(_cared_for(children, same, rates, seed), frozenset(same))


def measured(truth: Truth, found: Sequence[tuple[int, int, float]]) -> Measured:
    """Compare the pairs found with the truth."""
    told = {(min(a, b), max(a, b)) for a, b, _score in found}
    right = len(told & truth.same)
    return Measured(
        recall=right / max(1, len(truth.same)),
        precision=right / max(1, len(told)),
        found=len(told),
        true=len(truth.same),
    )


def _with_twins(
    names: Sequence[tuple[str, str, date]], rates: Rates, chance: random.Random
) -> list[tuple[str, str, date, int]]:
    people = []
    for home, (name, sex, born) in enumerate(names):
        people.append((name, sex, born, home))
        if chance.random() < rates.twins:
            other = chance.choice(names)
            sex = sex if chance.random() < 0.7 else other[1]
            given = other[0].rpartition(" ")[2]
            people.append((f"{name.rpartition(' ')[0]} {given}", sex, born, home))
    return people


def _cared_for(
    children: list[Known], same: set[tuple[int, int]], rates: Rates, seed: int
) -> list[Known]:
    """Name the mother in some files, in each as it was heard; without any, nothing is drawn."""
    if not rates.carer:
        return children
    chance = random.Random(seed + 1)
    first = {again: one for one, again in same}
    homes = {one.id: one.household for one in children}
    mothers = {home: chance.choice(children).name for home in sorted(set(homes.values()) - {None})}
    told = []
    for one in children:
        mother = mothers[homes[first.get(one.id, one.id)]]
        if chance.random() < rates.marks_lost:
            mother = folded(mother).title()
        if chance.random() < rates.typo:
            mother = _mistyped(mother, chance)
        told.append(one._replace(guardian=mother) if chance.random() < rates.carer else one)
    return told


def _numbered(one: Known, rates: Rates, chance: random.Random) -> Known:
    return one._replace(document="") if chance.random() < rates.no_number else one


def _erring(one: Known, rates: Rates, chance: random.Random) -> Known:
    """Enter a child anew as somebody in a hurry would."""
    if chance.random() < rates.marks_lost:
        one = one._replace(name=folded(one.name).title())
    if chance.random() < rates.typo:
        one = one._replace(name=_mistyped(one.name, chance))
    if chance.random() < rates.year_only:
        return one._replace(born=date(one.born.year, 7, 1), precision="year")
    if chance.random() < rates.swapped and one.born.day <= 12:
        one = one._replace(born=date(one.born.year, one.born.day, one.born.month))
    return one


def _mistyped(name: str, chance: random.Random) -> str:
    """Leave out, double, exchange or replace one letter."""
    at = chance.randrange(len(name) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at] + name[at:]
    if kind == 2:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + chance.choice("abcdeghiklmnopqrstuvxy") + name[at + 1 :]
