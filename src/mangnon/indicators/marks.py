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


_ADD = (
    "INSERT INTO {table} (dataset, place_id, since, version, marked_at) {rows} "
    "ON CONFLICT (dataset, place_id) DO UPDATE SET version = {table}.version + 1, "
    "since = {earlier}({table}.since, excluded.since), marked_at = excluded.marked_at"
)
# Many places are marked by one statement; each in its turn, so that no two wait for each other.
_ALL = "SELECT code, place, %s, 1, %s FROM unnest(%s::text[], %s::bigint[]) AS one (code, place)"


def _mark(marks: list[tuple[str, int]], since: date) -> None:
    """Add each mark; where the place is marked already, raise the version and widen."""
    table = DirtyMark._meta.db_table
    now = connection.ops.adapt_datetimefield_value(clock.now())
    day = connection.ops.adapt_datefield_value(since)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            codes, places = [code for code, _ in marks], [place for _, place in marks]
            add = _ADD.format(table=table, rows=_ALL, earlier="LEAST")
            cursor.execute(add, [day, now, codes, places])
        else:
            add = _ADD.format(table=table, rows="VALUES (%s, %s, %s, 1, %s)", earlier="MIN")
            cursor.executemany(add, [(code, place, day, now) for code, place in marks])
