"""What is held in memory of every entry: enough to filter, count and order, none of its text.

Some forty bytes an entry; read again, whole, at the first search after the index changed.
"""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from mangnon.finding import versions
from mangnon.finding.index import Ids
from mangnon.finding.models import Entry, Synonym, Word
from mangnon.finding.synonyms import Synonyms

Positions = NDArray[np.int64]
Mask = NDArray[np.bool_]
_COLUMNS = "id, kind, language, year, places, numbers, title_words, boost"


@dataclass(frozen=True, slots=True)
class Column:
    """A value an entry, as a small number; ``values`` says what each stands for."""

    codes: NDArray[np.int32]
    values: tuple[str, ...]

    def mask(self, value: str) -> Mask:
        """Tell of each entry whether it has the value."""
        return np.isin(self.codes, [n for n, one in enumerate(self.values) if one == value])

    def counts(self, found: Mask) -> dict[str, int]:
        """Count each value among some entries, those that are there."""
        counted = np.bincount(self.codes[found], minlength=len(self.values))
        return {self.values[n]: int(counted[n]) for n in np.flatnonzero(counted)}


class Shelf:
    """The entries by position; ``ids`` ascend."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {_COLUMNS} FROM {Entry._meta.db_table} ORDER BY id")
            rows = cursor.fetchall()
        ids, kinds, languages, years, places, numbers, lengths, boosts = (
            zip(*rows, strict=True) if rows else [()] * 8
        )
        self.ids = np.array(ids, dtype=np.int64)
        self.kind = column(kinds)
        self.language = column(languages)
        self.year = column(["" if year is None else str(year) for year in years])
        self.place = column(places)
        self.years = np.array([year or 0 for year in years], dtype=np.int32)
        self.title_words = np.array(lengths, dtype=np.float32)
        self.boost = np.array(boosts, dtype=np.float32)
        self._numbers = sorted(
            (number, position) for position, some in enumerate(numbers) for number in some.split()
        )
        self.words = {
            word: (shown, entries)
            for word, shown, entries in Word.objects.values_list("word", "shown", "entries")
        }
        self.synonyms = synonyms()

    def __len__(self) -> int:
        return len(self.ids)

    def positions(self, ids: Ids) -> Positions:
        """Give where entries stand; those that are not on the shelf are left out."""
        if not len(self.ids):
            return np.zeros(0, dtype=np.int64)
        at: Positions = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        there: Positions = at[self.ids[at] == ids]
        return there

    def numbered(self, key: str) -> tuple[list[int], list[int]]:
        """Give where the document of a number stands, and those whose number begins like it."""
        begin = bisect_left(self._numbers, (key, -1))
        alike = takewhile(lambda one: one[0].startswith(key), self._numbers[begin:])
        whole: list[int] = []
        cut: list[int] = []
        for number, position in alike:
            (whole if number == key else cut).append(position)
        return whole, cut


def synonyms() -> Synonyms:
    """Read the synonyms; one query."""
    return Synonyms(Synonym.objects.values_list("words", "means", "one_way"))


def column(values: "list[str] | tuple[str, ...]") -> Column:
    """Make a column of the values of all entries."""
    known: dict[str, int] = {}
    codes = [known.setdefault(value, len(known)) for value in values]
    return Column(np.array(codes, dtype=np.int32), tuple(known))


_held: tuple[str, Shelf] | None = None


def shelf() -> Shelf:
    """Return the shelf as the database stands; read again only where it changed."""
    global _held
    token, held = versions.current(), _held
    if held is None or held[0] != token:
        _held = held = token, Shelf()
    return held[1]
