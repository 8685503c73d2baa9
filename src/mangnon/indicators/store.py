"""Cells at rest: the engine compares, and only those that differ are written."""

from collections.abc import Callable, Collection, Sequence

import pyarrow as pa
from django.db import connection, transaction

from mangnon import clock
from mangnon.indicators.count import Count, Group, lay_out_periods
from mangnon.indicators.datasets import Source, SourceType
from mangnon.indicators.models import Cell
from mangnon.indicators.writing import change_cells, delete_cells, insert_cells

_HELD: tuple[tuple[str, SourceType], ...] = (
    ("id", "BIGINT"),
    ("indicator_id", "BIGINT"),
    ("place_id", "BIGINT"),
    ("start_day", "BIGINT"),
    ("breakdown", "VARCHAR"),
    ("value_key", "VARCHAR"),
    ("numerator", "DOUBLE"),
    ("denominator", "DOUBLE"),
    ("held_as_of", "BIGINT"),
)
_MOVES = """
CREATE OR REPLACE TEMP TABLE moves AS
SELECT h.id, coalesce(c.place_id, h.place_id) AS place_id, c.indicator_id, c.start_day,
       c.as_of, c.breakdown, c.value_key, c.numerator, c.denominator
FROM (SELECT counted.*, p.start_day, p.as_of
      FROM ({cells}) counted JOIN periods p ON p.period_id = counted.period_id) c
FULL JOIN (SELECT * FROM {held}
           WHERE indicator_id IN ({wanted}) AND place_id IN (SELECT place_id FROM scope)) h
  ON h.indicator_id = c.indicator_id AND h.place_id = c.place_id AND h.start_day = c.start_day
 AND h.breakdown = c.breakdown AND h.value_key = c.value_key
WHERE h.id IS NULL OR c.indicator_id IS NULL OR h.held_as_of <> c.as_of
   OR h.numerator IS DISTINCT FROM c.numerator OR h.denominator IS DISTINCT FROM c.denominator
"""
_FRESH = """
SELECT m.indicator_id, s.series, m.place_id, '{kind}' AS period_kind,
       CAST(DATE '1970-01-01' + CAST(m.start_day AS INTEGER) AS VARCHAR) AS period_start,
       m.breakdown, m.value_key, m.numerator, m.denominator,
       CAST(DATE '1970-01-01' + CAST(m.as_of AS INTEGER) AS VARCHAR) AS as_of,
       '{moment}' AS counted_at
FROM moves m JOIN series_of s ON s.indicator_id = m.indicator_id
WHERE m.id IS NULL AND {standing}
ORDER BY m.indicator_id, m.place_id, m.breakdown, m.start_day, m.value_key
"""
_CHANGED = """
SELECT numerator, denominator,
       CAST(DATE '1970-01-01' + CAST(as_of AS INTEGER) AS VARCHAR) AS as_of,
       '{moment}' AS counted_at, id
FROM moves WHERE id IS NOT NULL AND indicator_id IS NOT NULL AND {standing}
"""
_GONE = "SELECT id FROM moves WHERE indicator_id IS NULL AND {standing}"

Standing = Callable[[], Collection[int] | None]


def store(
    count: Count, group: Group, wanted: Sequence[int], standing: Standing = lambda: None
) -> int:
    """Make the counted cells of some indicators of a group true; return how many moved.

    Within the transaction ``standing`` says at which places the count still holds, None: at
    all. What was counted elsewhere is left as it is.
    """
    cursor, before = count.cursor, held(group)
    count.read(before)
    lay_out_periods(cursor, group.periods)
    series = [(pk, one.records.code) for pk, one in group.known.items() if one.records]
    pks, codes = zip(*series, strict=True)
    cursor.register("series_of", pa.table({"indicator_id": pks, "series": codes}))
    listed = ", ".join(map(str, wanted))
    cells = count.cells(group, wanted)
    cursor.execute(_MOVES.format(cells=cells, held=before.name, wanted=listed))
    with transaction.atomic():
        return _write(count, group.periods[0].kind, standing())


def _write(count: Count, kind: str, standing: Collection[int] | None) -> int:
    there = "TRUE"
    if standing is not None:
        there = f"place_id IN ({', '.join(map(str, standing)) or 'NULL'})"
    filled = {"kind": kind, "moment": moment(), "standing": there}
    fresh, changed, gone = (
        count.cursor.sql(sql.format(**filled)).to_arrow_table() for sql in (_FRESH, _CHANGED, _GONE)
    )
    delete_cells(gone["id"].to_pylist())
    change_cells(changed)
    insert_cells(fresh)
    return int(fresh.num_rows + changed.num_rows + gone.num_rows)


def moment() -> str:
    """Give this moment as the database keeps it."""
    return str(connection.ops.adapt_datetimefield_value(clock.now()))


def held(group: Group) -> Source:
    """Give the cells of a group that stand in the database, as a source."""
    series = " ".join(
        f"WHEN {pk} THEN '{one.records.code}'" for pk, one in group.known.items() if one.records
    )
    starts = ", ".join(f"'{period.start.isoformat()}'" for period in group.periods)
    return Source(
        f"held_{group.number}",
        f"""
        SELECT c.id, c.indicator_id, c.place_id, DAY(c.period_start) AS start_day,
               c.breakdown, c.value_key, c.numerator, c.denominator, DAY(c.as_of) AS held_as_of
        FROM {Cell._meta.db_table} c
        WHERE {{here}} AND c.indicator_id IN ({", ".join(map(str, group.known))})
          AND c.series = CASE c.indicator_id {series} END
          AND c.period_kind = '{group.periods[0].kind}' AND c.period_start IN ({starts})
        """,
        _HELD,
        here="c.place_id IN ({places})",
    )
