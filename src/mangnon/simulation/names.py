"""Names of children and numbers of their documents: invented, by the habits of each cohort.

Siblings share the family name, twins often the middle name. Document numbers have the shape of
the real scheme (the province's digits, century and sex, year of birth, six digits), but run on
in order from 900000, which real ones do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mangnon.simulation import name_pools as pools
from mangnon.simulation.chance import stream
from mangnon.simulation.days import Flags, Floats, Whole, years
from mangnon.simulation.population import Population

_NUMBERED_SINCE = 2016
_TYPING_ERROR = 0.004
_UNMARKED = str.maketrans(
    "áàảãạâấầẩẫậăắằẳẵặéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĐ",
    "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydD",
)


@dataclass
class Names:
    """Positions in the pools, one a child; words are put together only when they are asked for."""

    prefix: str
    family: Whole
    middle: Whole
    given: Whole
    girl: Flags
    san_diu: Flags
    mistyped: Flags
    serial: Whole
    year: Whole

    def words(self, rows: Whole) -> list[str]:
        """Give the full names of these children as the register holds them."""
        return [self._word(row) for row in rows.tolist()]

    def documents(self, rows: Whole) -> list[str]:
        """Give the document numbers of these children, "" where there is none."""
        return [self._document(row) for row in rows.tolist()]

    def _word(self, row: int) -> str:
        family = (_SAN_DIU if self.san_diu[row] else _FAMILY)[self.family[row]]
        middle = (_GIRL_MIDDLE if self.girl[row] else _BOY_MIDDLE)[self.middle[row]]
        given = (_GIRL_GIVEN if self.girl[row] else _BOY_GIVEN)[self.given[row]]
        if middle == given:
            middle = "Thị" if self.girl[row] else "Văn"
        name = f"{family} {middle} {given}"
        return name.translate(_UNMARKED) if self.mistyped[row] else name

    def _document(self, row: int) -> str:
        if self.serial[row] < 0:
            return ""
        return (
            f"{self.prefix}{3 if self.girl[row] else 2}{self.year[row] % 100:02d}{self.serial[row]}"
        )


def names_of(prefix: str, people: Population, san_diu_households: Flags, seed: int) -> Names:
    """Draw every child's name and document number."""
    chance = stream(seed, "names")
    n = len(people)
    year = years(people.birth)
    san_diu = san_diu_households[people.household]
    family = _by_household(chance, people, pools.FAMILY)
    rare = _by_household(chance, people, pools.SAN_DIU_FAMILY)
    middle = np.where(people.girl, _middles(chance, n, year, 0), _middles(chance, n, year, 1))
    given = np.where(
        people.girl,
        _givens(chance, n, year, pools.GIRL_GIVEN),
        _givens(chance, n, year, pools.BOY_GIVEN),
    )
    mistyped = chance.random(n) < _TYPING_ERROR
    names = Names(
        prefix,
        np.where(san_diu, rare, family),
        middle,
        given,
        people.girl,
        san_diu,
        mistyped,
        _serials(chance, people, year),
        year,
    )
    _second_records(chance, people, names)
    return names


def _by_household(
    chance: np.random.Generator, people: Population, pool: Mapping[str, float]
) -> Whole:
    return chance.choice(len(pool), people.households, p=_shares(pool))[people.household]


def _shares(pool: Mapping[str, float]) -> Floats:
    weight = np.array(list(pool.values()))
    share: Floats = weight / weight.sum()
    return share


def _middles(chance: np.random.Generator, n: int, year: Whole, boys: int) -> Whole:
    """Draw middle names: Thị and Văn (position 0) grow rare over the cohorts."""
    pool = pools.BOY_MIDDLE if boys else pools.GIRL_MIDDLE
    old, new = (0.25, 0.04) if boys else (0.35, 0.08)
    share = np.interp(year, [1998, 2022], [old, new])
    other = 1 + chance.choice(len(pool), n, p=_shares(pool))
    return np.where(chance.random(n) < share, 0, other)


def _givens(
    chance: np.random.Generator, n: int, year: Whole, pool: Mapping[str, tuple[float, float]]
) -> Whole:
    """Draw given names from the old fashion or the new one, by the year of birth."""
    old = _shares({name: weights[0] for name, weights in pool.items()})
    new = _shares({name: weights[1] for name, weights in pool.items()})
    modern = chance.random(n) < np.interp(year, [1996, 2025], [0.0, 1.0])
    return np.where(modern, chance.choice(len(pool), n, p=new), chance.choice(len(pool), n, p=old))


def _serials(chance: np.random.Generator, people: Population, year: Whole) -> Whole:
    """Number the children born since 2016 by year and sex; a few have no number yet."""
    numbered = (year >= _NUMBERED_SINCE) & (chance.random(len(people)) < 0.97)
    serial = np.full(len(people), -1, dtype=np.int64)
    for birth_year in np.unique(year[numbered]).tolist():
        for girl in (False, True):
            own = np.flatnonzero(numbered & (year == birth_year) & (people.girl == girl))
            serial[own] = 900_000 + np.arange(len(own))
    return serial


def _second_records(chance: np.random.Generator, people: Population, names: Names) -> None:
    """Make a second record look like the first: mostly without number, half without marks."""
    copies = np.flatnonzero(people.copy_of >= 0)
    first = people.copy_of[copies]
    names.middle[copies], names.given[copies] = names.middle[first], names.given[first]
    names.mistyped[copies] = chance.random(len(copies)) < 0.5
    names.serial[copies] = np.where(chance.random(len(copies)) < 0.2, names.serial[first], -1)


_FAMILY = tuple(pools.FAMILY)
_SAN_DIU = tuple(pools.SAN_DIU_FAMILY)
_GIRL_MIDDLE = ("Thị", *pools.GIRL_MIDDLE)
_BOY_MIDDLE = ("Văn", *pools.BOY_MIDDLE)
_GIRL_GIVEN = tuple(pools.GIRL_GIVEN)
_BOY_GIVEN = tuple(pools.BOY_GIVEN)
