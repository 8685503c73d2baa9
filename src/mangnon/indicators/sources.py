"""Reading a dataset's sources into the engine.

A recount of a few places reads through Django's own connection; a rebuild through ADBC,
in a process of its own, which hands over columns instead of rows. One SQL serves both, on both
databases.
"""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
from django.conf import settings
from django.db import connection

from mangnon.indicators import scratch
from mangnon.indicators.datasets import Source
from mangnon.indicators.standing import Cursor

_ARROW = {"BIGINT": pa.int64(), "DOUBLE": pa.float64(), "VARCHAR": pa.string()}
_TYPED = {"BIGINT": "0", "DOUBLE": "0.5", "VARCHAR": "''"}
_DAY_CALL = re.compile(r"DAY\(([^()]+)\)")
_DAYS = {
    "sqlite": r"CAST(julianday(\1) - 2440587.5 AS INTEGER)",
    "postgresql": r"(\1 - DATE '1970-01-01')",
}
# Those "here", found first, as a list: behind row policies a planner cannot tell that they are
# few, and walks through everybody else instead.
_THOSE_HERE = re.compile(r"IN (\(SELECT here\.(?:[^()]|\([^()]*\))*\))")
_EVERY_PLACE = "SELECT every_place.id FROM places_place every_place"


@dataclass(frozen=True, slots=True)
class Reach:
    """What a count reads: the places (None: all there are), and the first day looked at."""

    place_ids: Sequence[int] | None
    since: date


def portable(source: Source, reach: Reach, vendor: str) -> str:
    """Fill in places and days, and write dates as whole days, for one kind of database."""
    if reach.place_ids is None:
        sql = source.sql.replace("{here}", "TRUE").replace("{places}", _EVERY_PLACE)
    else:
        listed = ", ".join(str(int(place)) for place in reach.place_ids) or "NULL"
        sql = source.sql.replace("{here}", source.here).replace("{places}", listed)
    if vendor == "postgresql":
        sql = _THOSE_HERE.sub(r"= ANY(ARRAY\1)", sql)
    sql = sql.replace("{since}", f"'{reach.since.isoformat()}'")
    return _DAY_CALL.sub(_DAYS[vendor], sql)


def rows_of(source: Source, reach: Reach) -> list[tuple[Any, ...]]:
    """Read a source on Django's connection."""
    with connection.cursor() as django:
        django.execute(portable(source, reach, connection.vendor).replace("%", "%%"))
        return list(django.fetchall())


def read_through_django(cursor: Cursor, source: Source, reach: Reach) -> None:
    """Register a source as a view of the engine's cursor, read on Django's connection."""
    rows = rows_of(source, reach)
    columns: list[Any] = list(zip(*rows, strict=True)) or [()] * len(source.columns)
    table = pa.table(
        {
            name: pa.array(values, type=_ARROW[kind])
            for (name, kind), values in zip(source.columns, columns, strict=True)
        }
    )
    cursor.register(source.name, table)


class Reader:
    """The reading process of a rebuild (:mod:`mangnon.indicators.reader`), seen from here.

    It reads what is expected, in that order, while the engine counts what was read before.
    """

    def __enter__(self) -> "Reader":
        self._folder = scratch.claim("read")
        self._waiting: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mangnon.indicators.reader"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._ask({"vendor": connection.vendor, "uri": _uri(), "folder": str(self._folder)})
        return self

    def __exit__(self, *failure: object) -> None:
        if failure[0] is not None:
            self._process.kill()
        self._process.communicate()
        scratch.release(self._folder)

    def _ask(self, request: dict[str, str]) -> None:
        sending = self._process.stdin
        if sending is None:
            raise RuntimeError("the reading process has no input")
        sending.write(json.dumps(request) + "\n")
        sending.flush()

    def expect(self, source: Source, reach: Reach) -> None:
        """Have a source read, after all that is expected already."""
        path = str(self._folder / source.name)
        self._ask({"sql": _typed_select(source, reach), "path": path})
        self._waiting.append(source.name)

    def copy_to(self, cursor: duckdb.DuckDBPyConnection, source: Source) -> None:
        """Wait for a source, and copy it into a temporary table of the engine's cursor."""
        while source.name in self._waiting:
            if self._process.stdout is None or not self._process.stdout.readline():
                raise RuntimeError("the reading process ended before all was read")
            self._waiting.pop(0)
        path = self._folder / source.name
        with pa.OSFile(str(path)) as file:
            cursor.register("incoming", pa.ipc.open_stream(file))
            listed = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in source.columns)
            cursor.execute(
                f"CREATE OR REPLACE TEMP TABLE {source.name} AS "
                f"SELECT {listed} FROM incoming WHERE first_row = 0"
            )
            cursor.unregister("incoming")
        path.unlink()


def _typed_select(source: Source, reach: Reach) -> str:
    """Write a source for ADBC, each column of one type from its first row on."""
    names = [name for name, _ in source.columns]
    inner = portable(source, reach, connection.vendor)
    if connection.vendor != "sqlite":
        return f"SELECT 0 AS first_row, {', '.join(names)} FROM ({inner}) AS rows_of_source"
    # On SQLite the driver types a column by the first rows it meets: a first row of the right
    # types keeps a column that begins with 20,000 NULLs from being taken for another.
    typed = ", ".join(f"{_TYPED[kind]} AS {name}" for name, kind in source.columns)
    rest = f"SELECT 0, {', '.join(names)} FROM ({inner})"
    return f"SELECT 1 AS first_row, {typed} UNION ALL {rest}"


def _uri() -> str:
    """Name the database as ADBC's drivers want it."""
    named = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"file:{named['NAME']}?mode=ro"
    role = settings.DATABASE_ROLES["engine"] or named
    parts = {
        "dbname": named["NAME"],
        "user": role["USER"],
        "password": role["PASSWORD"],
        "host": named["HOST"],
        "port": named["PORT"],
        "options": "-c mangnon.all=on",  # without it another role than the engine's sees no child
    }
    return " ".join(f"{key}='{value}'" for key, value in parts.items() if value)
