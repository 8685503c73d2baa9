"""Recounting: what is marked, what a rebuild covers, and the provisional period of today."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from mangnon import clock
from mangnon.indicators.catalogue import counted_from_records, touched_by
from mangnon.indicators.count import count
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.models import DirtyMark
from mangnon.indicators.periods import Period, periods_until
from mangnon.indicators.store import store
from mangnon.places.models import Kind, Place

Progress = Callable[[int, int], None]
BATCH = 70  # places counted at once in a rebuild


@dataclass(frozen=True, slots=True)
class Recounted:
    """What a recount did."""

    places: int
    cells_moved: int


def recount_marked(place_ids: Iterable[int] | None = None) -> Recounted:
    """Count what is marked (at ``place_ids``, or everywhere), and clear the marks that stand.

    A mark raised again meanwhile keeps its new version and stays for the next round.
    """
    marks = DirtyMark.objects.all()
    if place_ids is not None:
        marks = marks.filter(place_id__in=list(place_ids))
    seen = list(marks)
    if not seen:
        return Recounted(0, 0)
    among = counted_from_records()
    known = touched_by({mark.dataset for mark in seen}, among)
    moved = 0
    places = sorted({mark.place_id for mark in seen})
    since = min(mark.since for mark in seen)
    for group in _batches(places, BATCH):
        many = len(places) > BATCH
        moved += _count_and_store(known, among, group, since, through_adbc=many)
    _clear(seen)
    return Recounted(len(places), moved)


def _clear(seen: Sequence[DirtyMark]) -> None:
    with transaction.atomic():
        for mark in seen:
            DirtyMark.objects.filter(pk=mark.pk, version=mark.version).delete()


def rebuild(progress: Progress | None = None, *, since: date | None = None) -> Recounted:
    """Count every indicator at every commune, in batches of bounded memory."""
    seen = list(DirtyMark.objects.all())
    known = counted_from_records()
    communes = Place.objects.filter(kind=Kind.COMMUNE).order_by("pk")
    places = list(communes.values_list("pk", flat=True))
    moved = 0
    groups = list(_batches(places, BATCH))
    for number, group in enumerate(groups, start=1):
        moved += _count_and_store(known, known, group, since or _first_day(), through_adbc=True)
        if progress is not None:
            progress(number, len(groups))
    _clear(seen)
    return Recounted(len(places), moved)


def _first_day() -> date:
    return date(settings.FIRST_YEAR, 1, 1)


def _batches(items: Sequence[int], size: int) -> Iterable[Sequence[int]]:
    return (items[first : first + size] for first in range(0, len(items), size))


def _count_and_store(
    known: dict[int, Declaration],
    among: dict[int, Declaration],
    place_ids: Sequence[int],
    since: date,
    *,
    through_adbc: bool,
) -> int:
    """Count the periods that end on or after ``since``, kind by kind, and write what differs."""
    moved = 0
    for kind, cutoffs in {(one.period, one.cutoffs) for one in known.values()}:
        group = {
            pk: one for pk, one in known.items() if (one.period, one.cutoffs) == (kind, cutoffs)
        }
        periods: list[Period] = [
            period
            for period in periods_until(kind, _first_day(), clock.today(), cutoffs)
            if period.as_of >= since
        ]
        if periods:
            sums = count(
                list(group.values()),
                place_ids,
                periods,
                among=list(among.values()),
                through_adbc=through_adbc,
            )
            moved += store(sums, group, place_ids, periods)
    return moved
