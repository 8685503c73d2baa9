"""Storing the cells of a few places: compared in Python, and only those that differ are written."""

from collections.abc import Collection, Sequence
from typing import Any

import pyarrow as pa

from mangnon.indicators.count import days_since
from mangnon.indicators.few import Counted, Key, Row
from mangnon.indicators.periods import Period
from mangnon.indicators.store import moment
from mangnon.indicators.writing import CHANGED, COLUMNS, change_cells, delete_cells, insert_cells


class Moves:
    """What has to be written so that the cells of a group are as counted."""

    def __init__(self, counted: Counted) -> None:
        self._group = counted.group
        self._now = moment()
        self.fresh: list[tuple[int, Row]] = []  # place, then the row
        self.changed: list[tuple[int, Row]] = []
        self.gone: list[tuple[int, int]] = []
        self._compare(counted)

    def _compare(self, counted: Counted) -> None:
        periods = self._group.periods
        number = {days_since(one.start): at for at, one in enumerate(periods)}
        as_of = [days_since(one.as_of) for one in periods]
        left = dict(counted.cells)
        for pk, indicator, place, start, breakdown, value, *held in counted.held:
            at = number[start]
            sums = left.pop((indicator, place, at, breakdown, value), None)
            if sums is None:
                self.gone.append((place, pk))
            elif held != [*sums, as_of[at]]:
                row = (*sums, periods[at].as_of.isoformat(), self._now, pk)
                self.changed.append((place, row))
        self.fresh = [(key[1], self._row(key, sums)) for key, sums in sorted(left.items())]

    def _row(self, key: Key, sums: Sequence[float]) -> Row:
        pk, place, at, breakdown, value = key
        period: Period = self._group.periods[at]
        series = self._group.known[pk].records
        return (
            *(pk, series.code if series else "", place, period.kind, period.start.isoformat()),
            *(breakdown, value, *sums, period.as_of.isoformat(), self._now),
        )

    def write(self, standing: Collection[int]) -> int:
        """Write what moved at places where the count still holds; return how many cells."""
        gone = [pk for place, pk in self.gone if place in standing]
        changed = [row for place, row in self.changed if place in standing]
        fresh = [row for place, row in self.fresh if place in standing]
        delete_cells(gone)
        change_cells(_table(CHANGED, changed))
        insert_cells(_table(COLUMNS, fresh))
        return len(gone) + len(changed) + len(fresh)


def _table(names: Sequence[str], rows: Sequence[Row]) -> pa.Table:
    columns: list[Any] = list(zip(*rows, strict=True)) or [()] * len(names)
    return pa.table(dict(zip(names, map(pa.array, columns), strict=True)))
