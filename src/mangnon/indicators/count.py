"""Counting: the datasets' rows at places and periods become cells."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from typing import NamedTuple

import duckdb
import pyarrow as pa

from mangnon.indicators import engine
from mangnon.indicators.compile import Scan, compile_scan
from mangnon.indicators.datasets import dataset
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.periods import Period
from mangnon.indicators.sources import Reader, read_through_adbc, read_through_django
from mangnon.places.models import Place

_EPOCH = date(1970, 1, 1)


class CellKey(NamedTuple):
    """Where a counted figure belongs."""

    indicator: str
    place_id: int
    period_start: date
    breakdown: str
    value_key: str


Sums = dict[CellKey, list[float]]  # [numerator, denominator]


def count(
    wanted: Sequence[Declaration],
    place_ids: Sequence[int],
    periods: Sequence[Period],
    *,
    among: Sequence[Declaration] = (),
    through_adbc: bool = False,
) -> Sums:
    """Count the indicators ``wanted``, all of one period kind, at places and periods.

    Returns for each cell its numerator and denominator. Places without any row of either
    """
    result: Sums = {}
    codes = dict.fromkeys(measure.dataset for one in wanted for measure in one.measures)
    reading: AbstractContextManager[Reader | None]
    reading = Reader() if through_adbc else nullcontext()
    with engine.cursor() as cursor, reading as reader:
        _frame(cursor, place_ids, periods)
        for code in codes:
            source = dataset(code)
            for part in source.sources:
                if reader is None:
                    read_through_django(cursor, part, place_ids)
                else:
                    read_through_adbc(cursor, reader, part, place_ids)
            _add_up(result, cursor, compile_scan(source, tuple(among or wanted)), wanted, periods)
            _forget(cursor, [part.name for part in source.sources], through_adbc)
    _keep_whole(result, wanted)
    return result


def _keep_whole(result: Sums, wanted: Sequence[Declaration]) -> None:
    """Give the parts of a breakdown the whole denominator, where that is declared."""
    whole = {one.code: one.denominator.whole_for for one in wanted if one.denominator}
    for key, sums in result.items():
        if key.breakdown and key.breakdown in whole.get(key.indicator, ()):
            sums[1] = result[key._replace(breakdown="", value_key="")][1]


def _days(day: date) -> int:
    return (day - _EPOCH).days


def _frame(
    cursor: duckdb.DuckDBPyConnection, place_ids: Sequence[int], periods: Sequence[Period]
) -> None:
    """Lay out the tables that every dataset may read: scope, places, periods."""
    cursor.register("scope", pa.table({"place_id": pa.array(place_ids, pa.int64())}))
    rows = Place.objects.filter(pk__in=place_ids).values_list(
        "pk", "valid_from", "valid_to", "style"
    )
    places = list(rows)
    cursor.register(
        "places",
        pa.table(
            {
                "place_id": pa.array([row[0] for row in places], pa.int64()),
                "valid_from": pa.array([_days(row[1]) for row in places], pa.int64()),
                "valid_to": pa.array([row[2] and _days(row[2]) for row in places], pa.int64()),
                "style": pa.array([row[3] for row in places], pa.string()),
            }
        ),
    )
    days = {
        "period_id": list(range(len(periods))),
        "start_day": [_days(one.start) for one in periods],
        "end_day": [_days(one.end) for one in periods],
        "as_of": [_days(one.as_of) for one in periods],
        "window_start": [_days(one.window_start) for one in periods],
        "year": [one.as_of.year for one in periods],
    }
    cursor.register(
        "periods", pa.table({name: pa.array(values, pa.int64()) for name, values in days.items()})
    )


def _forget(cursor: duckdb.DuckDBPyConnection, names: Iterable[str], tables: bool) -> None:
    for name in names:
        if tables:
            cursor.execute(f"DROP TABLE {name}")
        else:
            cursor.unregister(name)


def _add_up(
    result: Sums,
    cursor: duckdb.DuckDBPyConnection,
    scan: Scan,
    wanted: Sequence[Declaration],
    periods: Sequence[Period],
) -> None:
    """Run a scan and put each sum where it belongs."""
    rows = cursor.execute(scan.sql).fetchall()
    declared = {one.code: frozenset(one.breakdowns) for one in wanted}
    first = 2 + len(scan.splits)
    positions = {
        split.name: 2 + number
        for number, split in enumerate(sorted(scan.splits, key=lambda split: split.listed))
    }
    plan = [
        (first + 1 + number, code, 0 if part == "numerator" else 1)
        for number, summand in enumerate(scan.summands)
        for code, part in summand.used_by
    ]
    for row in rows:
        which = row[first]
        value = str(row[positions[which]]) if which else ""
        if which and row[positions[which]] is None:
            continue
        start = periods[row[1]].start
        for column, code, part in plan:
            if code not in declared or (which and which not in declared[code]):
                continue
            key = CellKey(code, row[0], start, which, value)
            result.setdefault(key, [0.0, 0.0])[part] += row[column] or 0.0
