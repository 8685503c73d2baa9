"""What a copy says of itself, and what is asked again of the database that came out of it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from mangnon import clock
from mangnon.register.actions.keys import locked

# Figures are compared whole, not by their number alone.
_FIGURES = (
    *("indicators_cell", "indicators_reportedtotal"),
    *("figures_release", "figures_figure", "figures_verdict"),
)
_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Manifest:
    """The kind of database, its migrations, its keys, rows by table, digests of figures."""

    vendor: str
    made_at: str
    migrations: list[str]
    keys: list[str]
    rows: dict[str, int]
    figures: dict[str, str]
    files: int = 0

    @property
    def written(self) -> bytes:
        """Give the manifest as it stands in the copy."""
        return json.dumps(asdict(self)).encode("utf-8")


def read_manifest(content: bytes) -> Manifest:
    """Read what ``Manifest.written`` gave."""
    return Manifest(**json.loads(content))


def of_the_database(files: int = 0) -> Manifest:
    """Ask the database for what its copy says of itself."""
    return Manifest(
        vendor=connection.vendor,
        made_at=clock.now().isoformat(),
        migrations=applied(),
        keys=sorted({key for _what, counted in locked() for key in counted}),
        rows={table: count(table) for table in tables()},
        figures={table: digest(table) for table in _FIGURES},
        files=files,
    )


def applied() -> list[str]:
    """Name the migrations that the database has gone through."""
    known = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in known)


def of_the_program() -> list[str]:
    """Name the migrations that this program has, without those that others replace."""
    loader = MigrationLoader(connection)
    return sorted(f"{app}.{name}" for app, name in loader.graph.nodes)


def replaced() -> set[str]:
    """Name the migrations that others of this program stand for: a database may have both."""
    loader = MigrationLoader(connection)
    return {f"{app}.{name}" for app, name in loader.disk_migrations} | {
        f"{app}.{name}" for one in loader.disk_migrations.values() for app, name in one.replaces
    }


def tables() -> list[str]:
    """Name the tables whose rows are counted, in order; SQLite's virtual ones have none."""
    names = set(connection.introspection.table_names())
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%' "
                "OR name LIKE 'sqlite\\_%' ESCAPE '\\'"
            )
            names -= {name for (name,) in cursor.fetchall()}
    return sorted(names)


def count(table: str) -> int:
    """Count the rows of a table."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        return int(cursor.fetchone()[0])


def digest(table: str) -> str:
    """Return what stands for every value of a table."""
    found = hashlib.sha256()
    for row in _rows(table):
        found.update(repr(row).encode("utf-8"))
    return found.hexdigest()


def _rows(table: str) -> Iterator[tuple[Any, ...]]:
    """Read a table in the order of its numbers, some thousands at once."""
    name, last = connection.ops.quote_name(table), -1
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id, t.* FROM {name} t WHERE id > %s ORDER BY id LIMIT {_AT_ONCE}", [last]
            )
            some = cursor.fetchall()
        if not some:
            return
        yield from some
        last = some[-1][0]


def differences(told: Manifest, found: Manifest) -> Iterator[str]:
    """Name the tables that differ from what the copy says."""
    for table in sorted({*told.rows, *found.rows}):
        if told.rows.get(table) != found.rows.get(table):
            yield f"{table}: {found.rows.get(table)} ≠ {told.rows.get(table)}"
    for table, value in told.figures.items():
        if found.figures.get(table) != value:
            yield table
