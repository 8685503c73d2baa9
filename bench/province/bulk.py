"""Writing millions of rows as columns: COPY on PostgreSQL, ADBC on SQLite; indexes afterwards."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import numpy as np
import pyarrow as pa
import pyarrow.csv
from django.db import connection

CHUNK = 500_000
_INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master"
    " WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'register_%'",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes i WHERE tablename LIKE 'register_%'"
    " AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)",
}


@contextmanager
def without_indexes() -> Iterator[None]:
    """Take the register's indexes away, and make them again when all is written."""
    with connection.cursor() as cursor:
        cursor.execute(_INDEXES[connection.vendor].replace("%", "%%"), [])
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        for _, sql in indexes:
            cursor.execute(sql)


def write(table: str, count: int, columns: dict[str, Any]) -> None:
    """Insert ``count`` rows; a column is an array, a list, or one value for every row."""
    for first in range(0, count, CHUNK):
        size = min(CHUNK, count - first)
        part = {name: _column(values, first, size) for name, values in columns.items()}
        if connection.vendor == "postgresql":
            _copy(table, pa.table(part))
        else:
            _ingest(table, pa.table(part))


def _column(values: Any, first: int, size: int) -> pa.Array:
    if not isinstance(values, np.ndarray | list):
        return _kept(pa.repeat(pa.scalar(values), size))
    part = values[first : first + size]
    if isinstance(part, list) and isinstance(part[0], UUID):
        part = [one.hex for one in part]
    return _kept(pa.array(part, from_pandas=True))


def _kept(column: pa.Array) -> pa.Array:
    """Give days as text; booleans as numbers, where the database keeps them so."""
    if pa.types.is_date(column.type):
        return column.cast(pa.string())
    if pa.types.is_boolean(column.type) and connection.vendor == "sqlite":
        return column.cast(pa.int64())
    return column


def _copy(table: str, rows: pa.Table) -> None:
    listed = ", ".join(f'"{name}"' for name in rows.column_names)
    bare = pyarrow.csv.WriteOptions(include_header=False)
    into = f"COPY {table} ({listed}) FROM STDIN (FORMAT csv)"
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for batch in rows.to_batches(max_chunksize=50_000):
            text = io.BytesIO()
            pyarrow.csv.write_csv(batch, text, bare)
            copy.write(text.getvalue())


def _ingest(table: str, rows: pa.Table) -> None:
    """Write through ADBC, which has a SQLite of its own: Django's connection is closed first."""
    import adbc_driver_sqlite.dbapi

    connection.close()
    with (
        adbc_driver_sqlite.dbapi.connect(f"file:{connection.settings_dict['NAME']}") as database,
        database.cursor() as cursor,
    ):
        cursor.adbc_ingest(table, rows, mode="append")
        database.commit()
