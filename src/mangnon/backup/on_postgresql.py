"""PostgreSQL's rows as one moment saw them, table by table, and brought back in one transaction.

Its own COPY, so that no other program is needed and any newer server takes them.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from mangnon.audit import triggers
from mangnon.backup.manifest import tables

_COLUMNS = """
    SELECT column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'
    ORDER BY ordinal_position
"""
_SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"


@contextmanager
def one_moment() -> Iterator[None]:
    """See the database as it is now until the block ends, whoever writes meanwhile."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def every_table() -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield each table with its columns and rows, and the sequences."""
    for table in tables():
        yield f"table/{table}", _rows(table)
    yield "sequences", iter([_sequences()])


def _rows(table: str) -> Iterator[bytes]:
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS, [table])
        names = [name for (name,) in cursor.fetchall()]
        yield json.dumps(names).encode("utf-8")
        with cursor.copy(f"COPY {_listed(table, names)} TO STDOUT") as copied:
            yield from copied


def _sequences() -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(_SEQUENCES)
        return json.dumps(cursor.fetchall()).encode("utf-8")


def _listed(table: str, names: Iterable[str]) -> str:
    quote = connection.ops.quote_name
    return f"{quote(table)} ({', '.join(quote(name) for name in names)})"


def empty() -> None:
    """Take every row away; part of the transaction that brings others back."""
    triggers.take_down(connection)
    named = ", ".join(connection.ops.quote_name(table) for table in tables())
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(f"TRUNCATE {named} CASCADE")


def bring_back(name: str, pieces: Iterator[bytes]) -> None:
    """Write a table, or set the sequences."""
    if name == "sequences":
        _set(json.loads(b"".join(pieces)))
        return
    table = name.removeprefix("table/")
    names = json.loads(next(pieces))
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {_listed(table, names)} FROM STDIN") as copied,
    ):
        for piece in pieces:
            copied.write(piece)


def _set(found: list[tuple[str, int | None]]) -> None:
    with connection.cursor() as cursor:
        for name, last in found:
            told = connection.ops.quote_name(name)
            cursor.execute("SELECT setval(%s::regclass, %s, %s)", [told, last or 1, bool(last)])


def stand() -> None:
    """Have every reference looked at, and the guards of the trail stand again."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    triggers.put_up(connection)
