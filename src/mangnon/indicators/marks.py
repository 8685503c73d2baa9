"""Marks of what must be recounted: written by the act, in its own transaction."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Least

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
    now = clock.now()
    marks = [
        DirtyMark(dataset=code, place_id=place, since=since, marked_at=now)
        for code in sorted(set(datasets))
        for place in places
    ]
    _raise_or_add(marks)
    if inline and len(places) <= INLINE_PLACES:
        from mangnon.indicators.recount import recount_marked  # the engine loads only here

        transaction.on_commit(lambda: recount_marked(places), robust=True)


def _raise_or_add(marks: list[DirtyMark]) -> None:
    """Add each mark; where the place is marked already, raise the version and widen."""
    for mark in marks:
        met = DirtyMark.objects.filter(dataset=mark.dataset, place_id=mark.place_id)
        if not met.update(
            version=F("version") + 1, since=Least(F("since"), mark.since), marked_at=mark.marked_at
        ):
            DirtyMark.objects.bulk_create([mark], ignore_conflicts=True)
