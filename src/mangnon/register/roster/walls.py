"""On PostgreSQL rows are walled off by place; the roster reads for every reader."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def seeing_everyone() -> Iterator[None]:
    """Read on this connection without walls; on SQLite there are none, and nothing is locked."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('mangnon.all', 'on', true)")
        # Every row is fetched: plan for the last, not for the first tenth.
        cursor.execute("SELECT set_config('cursor_tuple_fraction', '1', true)")
        yield
