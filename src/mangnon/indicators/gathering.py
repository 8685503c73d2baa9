"""Adding cells up inside the database: one statement for any number of places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db import connection

from mangnon.indicators.models import Cell


@dataclass(frozen=True, slots=True)
class Part:
    """What the cells of one place give to another, and up to which day."""

    leaf: int
    target: int
    share: float
    estimated: bool
    itself: bool  # the target's own report, which stands alone
    until: date | None
    style: str


class Gathered(NamedTuple):
    """Sums of cells at one target: of its leaves, or (``itself``) its own report."""

    indicator_id: int
    series: str
    target: int
    period_start: date
    breakdown: str
    value_key: str
    itself: bool
    numerator: float | None
    denominator: float | None
    estimate: float | None
    lower: float | None
    upper: float | None
    as_of: date
    counted_at: datetime
    estimated: bool
    least_share: float
    leaves: int


def gather(
    parts: Sequence[Part],
    indicator_ids: Iterable[int],
    *,
    breakdowns: bool,
    periods: tuple[date, date] | None,
) -> Iterator[Gathered]:
    """Yield the sums of the cells of ``parts``, one a figure."""
    where = "c.breakdown, c.value_key"
    kept = "" if breakdowns else " AND c.breakdown = ''"
    yield from _run(parts, indicator_ids, where, kept, periods)


def gather_styles(
    parts: Sequence[Part], indicator_ids: Iterable[int], periods: tuple[date, date] | None
) -> Iterator[Gathered]:
    """Yield the totals by the style of the places below: communes, wards, townships."""
    below = [part for part in parts if not part.itself]
    kept = " AND c.breakdown = ''"
    yield from _run(below, indicator_ids, "CAST('place_style' AS VARCHAR), p.style", kept, periods)


def _run(
    parts: Sequence[Part],
    indicator_ids: Iterable[int],
    split: str,
    kept: str,
    periods: tuple[date, date] | None,
) -> Iterator[Gathered]:
    wanted = ", ".join(str(int(one)) for one in indicator_ids)
    if not parts or not wanted:
        return
    between = "" if periods is None else " AND c.period_start BETWEEN %s AND %s"
    rows = ", ".join(_literal(part) for part in parts)
    sql = (
        "WITH parts (leaf, target, share, estimated, itself, until, style) "
        f"AS (VALUES {rows}) "
        f"SELECT c.indicator_id, c.series, p.target, c.period_start, {split}, p.itself, "
        "SUM(c.numerator * p.share), SUM(c.denominator * p.share), "
        "MAX(c.estimate), MAX(c.lower), MAX(c.upper), MAX(c.as_of), MAX(c.counted_at), "
        "MAX(p.estimated), MIN(p.share), COUNT(*) "
        f"FROM parts p JOIN {Cell._meta.db_table} c ON c.place_id = p.leaf "
        f"WHERE c.indicator_id IN ({wanted}){kept}{between} "
        "AND (p.until IS NULL OR c.as_of < p.until) "
        f"GROUP BY c.indicator_id, c.series, p.target, c.period_start, {split}, p.itself"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, None if periods is None else list(periods))
        for row in cursor.fetchall():
            yield _typed(Gathered(*row))


def _literal(part: Part) -> str:
    """Write one row of the VALUES; every value is our own, none is a person's."""
    day = part.until.isoformat() if part.until else None
    typed = "DATE " if connection.vendor == "postgresql" else ""
    null = "NULL::date" if connection.vendor == "postgresql" else "NULL"
    until = f"{typed}'{day}'" if day else null
    style = part.style.replace("'", "")
    return (
        f"({part.leaf}, {part.target}, CAST({part.share!r} AS DOUBLE PRECISION), "
        f"{int(part.estimated)}, {int(part.itself)}, {until}, '{style}')"
    )


def _typed(row: Gathered) -> Gathered:
    """Give dates and flags their types; SQLite keeps them as text and numbers."""
    return row._replace(
        period_start=_day(row.period_start),
        as_of=_day(row.as_of),
        counted_at=_moment(row.counted_at),
        itself=bool(row.itself),
        estimated=bool(row.estimated),
    )


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _moment(value: datetime | str) -> datetime:
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value
