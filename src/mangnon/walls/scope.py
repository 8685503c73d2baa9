"""Within which places the rows of private tables are there: set for one transaction.

It guards against a forgotten condition, in a view or a join. It is no lock against who holds the
web process's password: that role can say for itself which places it is within.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction

_BEGIN = """
    SELECT current_setting('mangnon.places', true), current_setting('mangnon.all', true),
           set_config('mangnon.places', %s, true), set_config('mangnon.all', %s, true)
"""


@contextmanager
def within(place_ids: Iterable[int] | None, *, using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Open a transaction in which only children of these places are there (None: of all).

    Outside of it there are none. One inside another holds until it ends, then the outer one
    holds again. On SQLite it does nothing at all.
    """
    connection = connections[using]
    if connection.vendor != "postgresql":
        yield
        return
    nested = connection.in_atomic_block
    places = "" if place_ids is None else ",".join(str(int(one)) for one in place_ids)
    with transaction.atomic(using=using):
        before = _set(connection, places, "on" if place_ids is None else "")
        yield
        if nested:  # undone by itself where it fails, and where the transaction ends here
            _set(connection, *before)


def everywhere(*, using: str = DEFAULT_DB_ALIAS) -> AbstractContextManager[None]:
    """Open a transaction in which every child is there: for counting, and for who may see all."""
    return within(None, using=using)


def _set(connection: Any, places: str, everything: str) -> tuple[str, str]:
    """Set both at once; return what they were."""
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [places, everything])
        before = cursor.fetchone()
    return before[0] or "", before[1] or ""
