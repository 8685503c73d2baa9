"""Somebody with the whole database and not the key: lifts the guards, changes, restores them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from mangnon.audit import triggers


@contextmanager
def inside() -> Iterator[CursorWrapper]:
    """Yield a cursor that the guards do not see."""
    triggers.take_down(connection)
    try:
        with connection.cursor() as cursor:
            yield cursor
    finally:
        triggers.put_up(connection)


def run(statement: str, *values: Any) -> None:
    """Run one statement past the guards."""
    with inside() as cursor:
        cursor.execute(statement, values)


def swap(table: str, key: str, one: int, other: int) -> None:
    """Let two rows change places."""
    with inside() as cursor:
        for old, new in ((one, -1), (other, one), (-1, other)):
            cursor.execute(f"UPDATE {table} SET {key} = %s WHERE {key} = %s", [new, old])
