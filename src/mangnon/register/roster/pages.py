"""Lists, page by page: the ids of a scope's children by name or by birth date."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mangnon.register.roster.filters import Filters
from mangnon.register.roster.finding import Count
from mangnon.register.roster.ragged import Index
from mangnon.register.roster.state import Part, State

Sort = Literal["name", "youngest", "oldest"]
LARGEST = 500  # rows of one page

_Key = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the last child and how many stood up to it.

    An address names the child by its UUID, never by this id.
    """

    child: int
    position: int


@dataclass(frozen=True, slots=True)
class Page:
    """Ids in their order; ``first`` is the number of the first of them in the list, from 1.

    ``after`` continues behind the last, None where the list ends.
    """

    ids: list[int]
    first: int
    count: Count
    after: Cursor | None


@dataclass(frozen=True, slots=True)
class _Listed:
    """Rows of one part that a list shows, with the three numbers that order them."""

    ids: Index
    major: Index
    minor: Index

    def taken(self, rows: NDArray[np.bool_]) -> "_Listed":
        return _Listed(self.ids[rows], self.major[rows], self.minor[rows])


def turn_page(
    state: State,
    filters: Filters,
    *,
    scope: Collection[int] | None,
    sort: Sort = "name",
    after: Cursor | None = None,
    size: int = 50,
) -> Page:
    """Give the page behind ``after``.

    A list that changes meanwhile skips nobody who stays. Where the cursor's child has left the
    scope, the page begins behind as many rows as stood before it; nothing is told of where a
    child elsewhere would stand.
    """
    size = max(1, min(size, LARGEST))
    listed = _joined(list(_listed(state, filters, scope, sort)))
    total = len(listed.ids)
    skipped, rest = _behind(listed, after, _key_of(state, after, scope, sort))
    order = _first(rest, size + 1)
    ids = rest.ids[order].tolist()
    more = len(ids) > size
    ids = ids[:size]
    end = Cursor(ids[-1], skipped + size) if more else None
    return Page(ids, skipped + 1, Count.of(total), end)


def whole(
    state: State, filters: Filters, *, scope: Collection[int] | None, sort: Sort = "name"
) -> Index:
    """Give the ids of a whole list in its order; 8 bytes a child."""
    listed = _joined(list(_listed(state, filters, scope, sort)))
    order = _first(listed, len(listed.ids))
    ids: Index = listed.ids[order]
    return ids


def _listed(
    state: State, filters: Filters, scope: Collection[int] | None, sort: Sort
) -> Iterator[_Listed]:
    known = filters.by_database(scope)
    for part in state.parts():
        allowed = _allowed(part, known)
        for first, end in part.segment.within(scope):
            rows = part.segment.rows
            fits = part.holds[first:end] & filters.of_rows(rows, first, end)
            if allowed is not None:
                fits &= allowed[first:end]
            row = np.flatnonzero(fits) + first
            yield _Listed(rows.id[row], *_numbers(part, row, sort))


def _allowed(part: Part, known: list[tuple[Index, bool]]) -> NDArray[np.bool_] | None:
    """Turn ids that the database gave into a mark for each row."""
    if not known:
        return None
    allowed = np.ones(len(part.segment), dtype=np.bool_)
    for ids, inside in known:
        marked = np.zeros(len(part.segment), dtype=np.bool_)
        marked[part.segment.rows_of(ids)] = True
        allowed &= marked if inside else ~marked
    return allowed


def _numbers(part: Part, row: Index, sort: Sort) -> tuple[Index, Index]:
    """Give what a list is sorted by first and second; the id comes third."""
    rank, born = part.segment.rank[row], part.segment.rows.born[row].astype(np.int64)
    if sort == "name":
        return rank, born
    return (born if sort == "oldest" else -born), rank


def _joined(parts: list[_Listed]) -> _Listed:
    nobody = np.zeros(0, dtype=np.int64)
    columns = [
        np.concatenate([nobody, *(getattr(part, name) for part in parts)])
        for name in ("ids", "major", "minor")
    ]
    return _Listed(*columns)


def _behind(listed: _Listed, after: Cursor | None, key: _Key | None) -> tuple[int, _Listed]:
    """Give what stands behind a cursor, and how many rows stand before that."""
    if after is None:
        return 0, listed
    if key is None:
        order = _first(listed, max(0, after.position - 1))
        behind = np.ones(len(listed.ids), dtype=np.bool_)
        behind[order] = False
    else:
        major, minor, child = key
        later = (listed.minor > minor) | ((listed.minor == minor) & (listed.ids > child))
        behind = (listed.major > major) | ((listed.major == major) & later)
    return len(listed.ids) - int(behind.sum()), listed.taken(behind)


def _key_of(
    state: State, after: Cursor | None, scope: Collection[int] | None, sort: Sort
) -> _Key | None:
    """Give where the cursor's child stands in the order; None where it is not in the scope."""
    if after is None:
        return None
    for part in state.parts():
        rows = part.segment.rows_of(np.array([after.child]))
        held = rows[part.holds[rows]].astype(np.int64)
        if len(held) and (scope is None or int(part.segment.rows.place[held[0]]) in scope):
            major, minor = _numbers(part, held, sort)
            return int(major[0]), int(minor[0]), after.child
    return None


def _first(listed: _Listed, count: int) -> Index:
    """Give which rows are the first of the order, sorting only as many as it takes."""
    rows = np.arange(len(listed.ids))
    if 0 < count < len(rows):
        last = np.partition(listed.major, count - 1)[count - 1]
        rows = np.flatnonzero(listed.major <= last)
    order = np.lexsort((listed.ids[rows], listed.minor[rows], listed.major[rows]))
    first: Index = rows[order][:count]
    return first
