"""Looking and writing beyond one's own places, for the few acts that pass a file on.

On PostgreSQL rows are walled off by place. Whoever opens this looks at everybody, so it shows
nobody anything: it compares, or moves a row whose leave was demanded before.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

_SET = "SELECT current_setting('mangnon.all', true), set_config('mangnon.all', %s, true)"


@contextmanager
def beyond_walls() -> Iterator[None]:
    """Open a transaction in which everybody is there; afterwards it is as it was before."""
    if connection.vendor != "postgresql":
        yield
        return
    nested = connection.in_atomic_block
    with transaction.atomic():
        before = _set("on")
        yield
        if nested:  # undone by itself where it fails, and where the transaction ends here
            _set(before)


def _set(value: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(_SET, [value])
        return str(cursor.fetchone()[0] or "")
