"""On PostgreSQL rows are walled off by place; the roster reads for every reader."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from mangnon.walls import everywhere


@contextmanager
def seeing_everyone() -> Iterator[None]:
    """Read on this connection without walls; on SQLite there are none, and nothing is locked."""
    if connection.vendor != "postgresql":
        yield
        return
    own = not connection.in_atomic_block
    with everywhere():
        if own:  # every row is fetched: plan for the last, not for the first tenth
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('cursor_tuple_fraction', '1', true)")
        yield
