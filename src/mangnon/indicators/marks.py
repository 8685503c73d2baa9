"""Marks of what must be recounted: written by the act, in its own transaction."""

from collections.abc import Iterable
from datetime import date

from django.db import connection, transaction

from mangnon import clock
from mangnon.indicators.models import DirtyMark

INLINE_PLACES = 3  # more than this is left to the sweeper


def announce(
    datasets: Iterable[str], place_ids: Iterable[int], since: date, *, inline: bool = True
) -> None:
    """Mark the facts of ``datasets`` at ``place_ids`` as changed from the day ``since`` on.

    Call it inside the transaction of the act. After the commit the same process recounts,
    unless there are many places or ``inline`` is off; then the sweeper does.
    """
    places = sorted(set(place_ids))
    _mark([(code, place) for code in sorted(set(datasets)) for place in places], since)
    if inline and len(places) <= INLINE_PLACES:
        from mangnon.indicators.together import recount_together  # the engine loads only here

        transaction.on_commit(lambda: recount_together(places), robust=True)


def _mark(marks: list[tuple[str, int]], since: date) -> None:
    """Add each mark; where the place is marked already, raise the version and widen."""
    table = DirtyMark._meta.db_table
    earlier = "LEAST" if connection.vendor == "postgresql" else "MIN"
    now = connection.ops.adapt_datetimefield_value(clock.now())
    day = connection.ops.adapt_datefield_value(since)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (dataset, place_id, since, version, marked_at) "
            "VALUES (%s, %s, %s, 1, %s) ON CONFLICT (dataset, place_id) DO UPDATE SET "
            f"version = {table}.version + 1, since = {earlier}({table}.since, excluded.since), "
            "marked_at = excluded.marked_at",
            [(code, place, day, now) for code, place in marks],
        )
