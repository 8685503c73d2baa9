"""Rows in the order in which they are asked for: place by place, each in Vietnamese name order."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mangnon.register.roster.rows import Rows
from mangnon.register.roster.vocabulary import Vocabulary, ranks
from mangnon.text.sorting import sort_key

Ranks = NDArray[np.int64]
SortKey = tuple[str, str, str]  # given, middle, family: as ``text.sorting.person_sort_key``

_GAP = 1 << 20  # between the ranks of two names that follow each other: room for newcomers


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows sorted by place, then name, birth and id; ``rank`` orders names over all places."""

    rows: Rows
    rank: Ranks
    _place: NDArray[np.int32]  # the places that occur, ascending, and where each begins
    _begin: NDArray[np.int64]
    _ids: NDArray[np.int64]  # ascending, and the row of each
    _row_of: NDArray[np.int32]

    @classmethod
    def of(cls, rows: Rows, rank: Ranks) -> "Segment":
        """Sort rows that carry the ranks of their names."""
        order = np.lexsort((rows.id, rows.born, rank, rows.place))
        rows, rank = rows.taken(order), rank[order]
        place, begin = np.unique(rows.place, return_index=True)
        row_of = np.argsort(rows.id, kind="stable").astype(np.int32)
        begin = np.append(begin, len(rows)).astype(np.int64)
        return cls(rows, rank, place, begin, rows.id[row_of], row_of)

    def __len__(self) -> int:
        return len(self.rows)

    def within(self, scope: Collection[int] | None) -> list[tuple[int, int]]:
        """Give the stretches of rows [first, end) that live at the places; None for all."""
        if scope is None:
            return [(0, len(self))] if len(self) else []
        inside = np.isin(self._place, np.fromiter(scope, dtype=np.int64, count=len(scope)))
        edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
        ends = self._begin[edges].reshape(-1, 2)
        return [(int(first), int(end)) for first, end in ends]

    def rows_of(self, ids: NDArray[Any]) -> NDArray[np.int32]:
        """Give the rows of those ids that are here."""
        if not len(self._ids):
            return np.zeros(0, dtype=np.int32)
        at = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        found: NDArray[np.int32] = self._row_of[at[self._ids[at] == ids]]
        return found


def ranked(rows: Rows, words: Vocabulary) -> Ranks:
    """Rank names over all rows: given name first, then middle, then family; equal where alike."""
    by_word, by_middle = ranks(words.spelt), ranks(words.middles)
    keys = (by_word[rows.family], by_middle[rows.middle], by_word[rows.given])
    order = np.lexsort(keys)
    new = np.zeros(len(rows), dtype=np.bool_)
    for key in keys:
        new[1:] |= np.diff(key[order]) != 0
    rank = np.empty(len(rows), dtype=np.int64)
    rank[order] = (np.cumsum(new) + 1) * _GAP
    return rank


def key_of(rows: Rows, row: int, words: Vocabulary) -> SortKey:
    """Give the sort key of one row's name."""
    codes = rows.names.row(row)
    family = words.spelt[codes[0]] if len(codes) > 1 else ""
    middle = words.middles[rows.middle[row]]
    return sort_key(words.spelt[codes[-1]]), sort_key(middle), sort_key(family)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The distinct names of a segment in their order, by which newcomers find theirs."""

    rank: Ranks  # ascending
    row: NDArray[np.int32]  # one that bears the name
    rows: Rows
    words: Vocabulary

    @classmethod
    def of(cls, segment: Segment, words: Vocabulary) -> "Ladder":
        """Take one row for each name."""
        rank, row = np.unique(segment.rank, return_index=True)
        return cls(rank, row.astype(np.int32), segment.rows, words)

    def step(self, key: SortKey) -> tuple[int, bool]:
        """Give how many names stand before the key, and whether the next is the same."""
        at = bisect_left(range(len(self.row)), key, key=self._key)
        return at, at < len(self.row) and self._key(at) == key

    def _key(self, step: int) -> SortKey:
        return key_of(self.rows, int(self.row[step]), self.words)

    def ranks_among(self, keys: list[SortKey], steps: list[tuple[int, bool]]) -> Ranks:
        """Rank newcomers: as those of the same name, or between their two neighbours."""
        return np.fromiter(self._ranks(keys, steps), dtype=np.int64, count=len(keys))

    def _ranks(self, keys: list[SortKey], steps: list[tuple[int, bool]]) -> Iterator[int]:
        between = sorted({key for key, (_, same) in zip(keys, steps, strict=True) if not same})
        place_of = {key: number for number, key in enumerate(between, start=1)}
        for key, (step, same) in zip(keys, steps, strict=True):
            if same:
                yield int(self.rank[step])
            else:
                below = int(self.rank[step - 1]) if step else 0
                yield below + place_of[key]
