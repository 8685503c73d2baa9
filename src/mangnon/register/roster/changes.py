"""Which children changed since a reader last looked; no change is missed, however late it commits.

A change is numbered when it is made and seen when it is committed. SQLite has one writer at a
time, so numbers are committed in their order. On PostgreSQL a number is that of the
transaction, and every transaction below a snapshot's ``xmin`` is over: a reader looks again at
all from that number on. (Rows restored from another cluster may carry numbers that are still
to come here: such a row is read again when its number has come, which does no harm.)
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from django.db import connection

from mangnon.register.roster.ragged import Index
from mangnon.register.roster.walls import seeing_everyone

_BATCH = 20_000
# From which number on the next look must begin, and below which number all is seen now.
_NOW = {
    "postgresql": "SELECT CAST(CAST(pg_snapshot_xmin(s) AS TEXT) AS BIGINT),"
    " CAST(CAST(pg_snapshot_xmax(s) AS TEXT) AS BIGINT) FROM pg_current_snapshot() AS s",
    "sqlite": "SELECT COALESCE(MAX(change_seq), 0) + 1, COALESCE(MAX(change_seq), 0) + 1"
    " FROM register_child",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """How far the changes are known: the next look begins at ``since``.

    A later moment whose ``before`` lies under that is one of another database, put in its place.
    """

    since: int
    before: int


def moment() -> Moment:
    """Look at the clock of changes. What is read later is at least as new."""
    with connection.cursor() as cursor:
        cursor.execute(_NOW[connection.vendor])
        since, before = cursor.fetchone()
    return Moment(int(since), int(before))


def changed_since(since: int, now: Moment) -> tuple[Index, Index]:
    """Give ids and numbers of all children that changed at ``since`` or later, as seen now."""
    rows = list(_rows(since, now))
    if not rows:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    both = np.array(rows, dtype=np.int64)
    return both[:, 0], both[:, 1]


def _rows(since: int, now: Moment) -> Iterator[tuple[int, int]]:
    with seeing_everyone():
        yield from _looked(since, now)


def _looked(since: int, now: Moment) -> Iterator[tuple[int, int]]:
    foreign = "AND change_seq < %s" if connection.vendor == "postgresql" else ""
    values = [since, now.before] if foreign else [since]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id, change_seq FROM register_child WHERE change_seq >= %s {foreign}", values
        )
        while some := cursor.fetchmany(_BATCH):
            yield from some
