"""Reads a dataset's rows as the engine does, so that they can be compared with sums by hand."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from mangnon.indicators.count import counting
from mangnon.indicators.datasets import dataset
from mangnon.indicators.few import counting_few
from mangnon.places.models import Place

_EPOCH = date(1970, 1, 1)


def rows_of(
    code: str, places: Sequence[Place], years: Iterable[int], *, through_adbc: bool = False
) -> list[dict[str, Any]]:
    """Return the rows of a dataset at places, counted on 31 December of each year.

    Each row has its columns, with ``place`` (its code) and ``year`` instead of the two ids.
    """
    wanted, years = dataset(code), list(years)
    ids, since = [place.pk for place in places], date(min(years), 1, 1)
    with (counting if through_adbc else counting_few)(ids, since) as count:
        cursor = count.cursor
        cursor.register("periods", _periods(years))
        for source in wanted.sources:
            count.read(source)
        result = cursor.execute(wanted.sql)
        names = [column[0] for column in result.description]
        declared = {column.name for column in wanted.columns}
        assert set(names) == {"place_id", "period_id", *declared}
        rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    codes = dict(Place.objects.values_list("pk", "code"))
    for row in rows:
        row["place"] = codes[row.pop("place_id")]
        row["year"] = row.pop("period_id")
    return rows


def _periods(years: list[int]) -> pa.Table:
    """Lay out calendar years, their number being the period's id."""
    first = [_days(date(year, 1, 1)) for year in years]
    last = [_days(date(year, 12, 31)) for year in years]
    columns = {
        "period_id": years,
        "start_day": first,
        "end_day": [day + 1 for day in last],
        "as_of": last,
        "window_start": first,
    }
    return pa.table({name: pa.array(values, pa.int64()) for name, values in columns.items()})


def _days(day: date) -> int:
    return (day - _EPOCH) // timedelta(days=1)
