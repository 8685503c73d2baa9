"""Counting a few places: the rebuild's statements, planned once; their rows become cells here.

A few hundred combinations are added up, and made cells, faster in Python than the engine sets
about it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from operator import add
from typing import Any

from mangnon.indicators.compile import Scan, compile_scan
from mangnon.indicators.count import (
    Group,
    datasets_of,
    datasets_of_groups,
    lay_out_periods,
    lay_out_places,
)
from mangnon.indicators.datasets import Source, dataset
from mangnon.indicators.declaration import PLACE_BREAKDOWNS, Declaration
from mangnon.indicators.sources import Reach, read_through_django, rows_of
from mangnon.indicators.standing import Standing, standing
from mangnon.indicators.store import held
from mangnon.walls import everywhere

Row = tuple[Any, ...]
Key = tuple[int, int, int, str, str]  # indicator, place, number of the period, breakdown, value
Sums = list[float]  # numerator, denominator


@dataclass(frozen=True, slots=True)
class Counted:
    """The cells of a group as counted now, and as they stood in the database just before."""

    group: Group
    cells: Mapping[Key, Sums]
    held: Sequence[Row]  # the columns of :func:`mangnon.indicators.store.held`


class Few:
    """A count of a few places: the standing engine, and what it has read."""

    def __init__(self, cursor: Standing, place_ids: Sequence[int], since: date) -> None:
        self.cursor = cursor
        self._reach = Reach(place_ids, since)
        self._read: set[str] = set()
        lay_out_places(cursor, place_ids)

    def read(self, source: Source) -> None:
        """Have a source in the engine, unless it is there already."""
        if source.name not in self._read:
            read_through_django(self.cursor, source, self._reach)
            self._read.add(source.name)

    def count(self, groups: Sequence[Group], among: Sequence[Declaration]) -> list[Counted]:
        """Count groups, by the statements that serve all indicators ``among``."""
        for code in datasets_of_groups(groups):
            for source in dataset(code).sources:
                self.read(source)
        found = [self._count(group, tuple(among)) for group in groups]
        for name in self._read:
            self.cursor.unregister(name)
        return found

    def _count(self, group: Group, among: tuple[Declaration, ...]) -> Counted:
        lay_out_periods(self.cursor, group.periods)
        cells: dict[Key, Sums] = {}
        for code in datasets_of(group.known.values()):
            scan = compile_scan(dataset(code), among)
            rows = _parts(scan, self.cursor.execute(scan.fine).fetchall())
            for pk, one in group.known.items():
                _add(cells, pk, one, scan, rows)
        _make_whole(cells, group.known)
        return Counted(group, cells, rows_of(held(group), self._reach))


@contextmanager
def counting_few(place_ids: Sequence[int], since: date) -> Iterator[Few]:
    """Open a count of a few places, of periods that look at no day before ``since``."""
    # A count needs every child: one who moved away also lived here, and no officer sees it now.
    with standing() as cursor, everywhere():
        yield Few(cursor, place_ids, since)


def _parts(scan: Scan, combinations: Sequence[Row]) -> list[Row]:
    """Add combinations up to totals and parts: rows of place, period, which, value, sums."""
    first = 2 + len(scan.splits)  # place and period, the values, then the sums
    found: dict[Row, list[float]] = {}
    for row in combinations:
        sums = row[first:]
        for which, value in _named(scan, row):
            key = (row[0], row[1], which, value)
            held = found.get(key)
            found[key] = list(sums) if held is None else list(map(add, held, sums))
    return [(*key, *sums) for key, sums in found.items()]


def _named(scan: Scan, row: Row) -> Iterator[tuple[str, str]]:
    """Give all that a combination is part of; where it has no value it is in the total alone."""
    yield "", ""
    for split, value in zip(scan.splits, row[2:], strict=False):
        if split.listed:
            yield from ((split.name, one) for one in value or () if one is not None)
        elif value is not None:
            yield split.name, value


def _add(
    cells: dict[Key, Sums], pk: int, one: Declaration, scan: Scan, rows: Sequence[Row]
) -> None:
    """Add what a scan's rows (place, period, which, value, sums) say of one indicator."""
    names = {"", *one.breakdowns} - PLACE_BREAKDOWNS
    measures = {"numerator": one.numerator, "denominator": one.denominator}
    parts = [
        (number, 4 + scan.position(one.code, part))
        for number, (part, measure) in enumerate(measures.items())
        if measure is not None and measure.dataset == scan.dataset
    ]
    for row in rows if parts else ():
        if row[2] in names:
            sums = cells.setdefault((pk, *row[:4]), [0.0, 0.0])
            for number, column in parts:
                sums[number] = row[column] or 0.0


def _make_whole(cells: dict[Key, Sums], known: Mapping[int, Declaration]) -> None:
    """Give the parts of a breakdown the whole denominator where that is declared."""
    wholes = {
        pk: one.denominator.whole_for
        for pk, one in known.items()
        if one.denominator is not None and one.denominator.whole_for
    }
    for (pk, place, period, breakdown, _), sums in cells.items():
        if breakdown in wholes.get(pk, ()):
            sums[1] = cells[pk, place, period, "", ""][1]
