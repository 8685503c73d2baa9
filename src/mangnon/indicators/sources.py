"""Reading a dataset's sources into the engine.

A recount of a few places reads through Django's own connection; a rebuild through ADBC,
which hands over columns instead of rows. One SQL serves both, on both databases.
"""

import re
from collections.abc import Iterable
from typing import Any

import adbc_driver_manager.dbapi
import duckdb
import pyarrow as pa
from django.conf import settings
from django.db import connection

from mangnon.indicators.datasets import Source

_ARROW = {"BIGINT": pa.int64(), "DOUBLE": pa.float64(), "VARCHAR": pa.string()}
_TYPED = {"BIGINT": "0", "DOUBLE": "0.5", "VARCHAR": "''"}
_DAY_CALL = re.compile(r"DAY\(([^()]+)\)")
_DAYS = {
    "sqlite": r"CAST(julianday(\1) - 2440587.5 AS INTEGER)",
    "postgresql": r"(\1 - DATE '1970-01-01')",
}


def portable(sql: str, places: Iterable[int], vendor: str) -> str:
    """Fill in the places and write dates as whole days, for one kind of database."""
    listed = ", ".join(str(int(place)) for place in places) or "NULL"
    return _DAY_CALL.sub(_DAYS[vendor], sql.replace("{places}", listed))


def read_through_django(
    cursor: duckdb.DuckDBPyConnection, source: Source, places: Iterable[int]
) -> None:
    """Register a source as a view of the engine's cursor, read on Django's connection."""
    with connection.cursor() as django:
        django.execute(portable(source.sql, places, connection.vendor).replace("%", "%%"))
        rows = django.fetchall()
    columns: list[Any] = list(zip(*rows, strict=True)) or [()] * len(source.columns)
    table = pa.table(
        {
            name: pa.array(values, type=_ARROW[kind])
            for (name, kind), values in zip(source.columns, columns, strict=True)
        }
    )
    cursor.register(source.name, table)


def read_through_adbc(
    cursor: duckdb.DuckDBPyConnection,
    database: "adbc_driver_manager.dbapi.Connection",
    source: Source,
    places: Iterable[int],
) -> None:
    """Copy a source into a temporary table of the engine's cursor, column by column."""
    names = [name for name, _ in source.columns]
    # On SQLite the driver types a column by the first rows it meets: a first row of the right
    # types keeps a column that begins with 20,000 NULLs from being taken for another.
    typed = ", ".join(f"{_TYPED[kind]} AS {name}" for name, kind in source.columns)
    inner = portable(source.sql, places, connection.vendor)
    if connection.vendor == "sqlite":
        sql = (
            f"SELECT 1 AS first_row, {typed} UNION ALL SELECT 0, {', '.join(names)} FROM ({inner})"
        )
    else:
        sql = f"SELECT 0 AS first_row, {', '.join(names)} FROM ({inner}) AS rows_of_source"
    with database.cursor() as reading:
        reading.execute(sql)
        incoming = reading.fetch_record_batch()
        cursor.register("incoming", incoming)
        listed = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in source.columns)
        cursor.execute(
            f"CREATE OR REPLACE TEMP TABLE {source.name} AS "
            f"SELECT {listed} FROM incoming WHERE first_row = 0"
        )
        cursor.unregister("incoming")


def open_adbc() -> "adbc_driver_manager.dbapi.Connection":
    """Open a second, reading connection to the same database through ADBC."""
    wanted = settings.DATABASES["default"]
    if connection.vendor == "sqlite":
        import adbc_driver_sqlite.dbapi

        name = str(connection.settings_dict["NAME"])
        reading: adbc_driver_manager.dbapi.Connection = adbc_driver_sqlite.dbapi.connect(
            f"file:{name}?mode=ro"
        )
        return reading
    import adbc_driver_postgresql.dbapi

    opened: adbc_driver_manager.dbapi.Connection = adbc_driver_postgresql.dbapi.connect(
        _postgresql_uri(wanted)
    )
    return opened


def _postgresql_uri(wanted: dict[str, Any]) -> str:
    parts = {
        "dbname": connection.settings_dict["NAME"],
        "user": wanted["USER"],
        "password": wanted["PASSWORD"],
        "host": wanted["HOST"],
        "port": wanted["PORT"],
    }
    return " ".join(f"{key}='{value}'" for key, value in parts.items() if value)
