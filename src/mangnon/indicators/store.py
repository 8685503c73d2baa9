"""Cells at rest: only those that differ are written."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction

from mangnon import clock
from mangnon.bulk import update_columns, write_rows
from mangnon.indicators.count import CellKey, Sums
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.models import Cell
from mangnon.indicators.periods import Period

_COLUMNS = (
    *("indicator_id", "series", "place_id", "period_kind", "period_start", "breakdown"),
    *("value_key", "numerator", "denominator", "as_of", "counted_at"),
)


def store(
    sums: Sums,
    known: dict[int, Declaration],
    place_ids: Sequence[int],
    periods: Sequence[Period],
) -> int:
    """Make the counted cells of these indicators, places and periods true; return how many moved.

    ``known`` maps an indicator's id to its declaration, all counted from records.
    """
    ids = {one.code: pk for pk, one in known.items()}
    series = {pk: one.records.code for pk, one in known.items() if one.records}
    before = _before(known, series, place_ids, periods)
    as_of = {period.start: period.as_of for period in periods}
    kind = periods[0].kind
    now = clock.now()
    fresh: list[tuple[object, ...]] = []
    changed: list[tuple[int, float, float, date]] = []
    for key, (numerator, denominator) in sums.items():
        pk = ids[key.indicator]
        met = before.pop((pk, *_rest(key)), None)
        day = as_of[key.period_start]
        if met is None:
            fresh.append(
                (pk, series[pk], key.place_id, kind, key.period_start, key.breakdown,
                 key.value_key, numerator, denominator, day, now)
            )  # fmt: skip
        elif (met.numerator, met.denominator, met.as_of) != (numerator, denominator, day):
            changed.append((met.pk, numerator, denominator, day))
    _write(fresh, changed, [cell.pk for cell in before.values()], now)
    return len(fresh) + len(changed) + len(before)


def _rest(key: CellKey) -> tuple[int, date, str, str]:
    return key.place_id, key.period_start, key.breakdown, key.value_key


def _before(
    known: Iterable[int],
    series: dict[int, str],
    place_ids: Sequence[int],
    periods: Sequence[Period],
) -> dict[tuple[int, int, date, str, str], Cell]:
    cells = Cell.objects.filter(
        indicator_id__in=list(known),
        place_id__in=place_ids,
        period_kind=periods[0].kind,
        period_start__in=[period.start for period in periods],
        series__in=set(series.values()),
    )
    return {
        (cell.indicator_id, cell.place_id, cell.period_start, cell.breakdown, cell.value_key): cell
        for cell in cells.iterator()
        if series[cell.indicator_id] == cell.series
    }


def _write(
    fresh: list[tuple[object, ...]],
    changed: list[tuple[int, float, float, date]],
    gone: list[int],
    now: datetime,
) -> None:
    with transaction.atomic():
        for first in range(0, len(gone), 500):
            Cell.objects.filter(pk__in=gone[first : first + 500]).delete()
        if changed:
            ids, numerators, denominators, days = map(list, zip(*changed, strict=True))
            columns = {"numerator": numerators, "denominator": denominators, "as_of": days}
            update_columns(Cell, {"id": ids}, {**columns, "counted_at": [now] * len(ids)})
        if fresh:
            write_rows(Cell, _COLUMNS, fresh)
