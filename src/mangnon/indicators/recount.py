"""Recounting what is marked; a rebuild marks everything first, and is the same count."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from mangnon import clock
from mangnon.indicators.catalogue import counted_from_records, touched_by
from mangnon.indicators.count import Group, counting, datasets_of, first_day
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.few import counting_few
from mangnon.indicators.few_store import Moves
from mangnon.indicators.marks import announce
from mangnon.indicators.models import DirtyMark
from mangnon.indicators.periods import periods_until
from mangnon.indicators.store import held, store
from mangnon.places.models import Kind, Place

Progress = Callable[[int, int], None]
FEW = 70  # places up to which their records are picked out; beyond, all are read at once
ATTEMPTS = 3  # at counting while others change what is counted


@dataclass(frozen=True, slots=True)
class Recounted:
    """What a recount did."""

    places: int
    cells_moved: int


def recount_marked(
    place_ids: Iterable[int] | None = None, progress: Progress | None = None
) -> Recounted:
    """Count what is marked (at ``place_ids``, or everywhere), and clear the marks that stand.

    A mark raised again meanwhile keeps its new version: what was counted there is not
    written, and is counted again, here or by whoever raised it.
    """
    wanted = None if place_ids is None else sorted(set(place_ids))
    places, moved = set[int](), 0
    for _ in range(ATTEMPTS):
        seen = _marks(wanted)
        if not seen:
            break
        moved += _recount(seen, progress)
        places |= {mark.place_id for mark in seen}
    return Recounted(len(places), moved)


def rebuild(progress: Progress | None = None, *, since: date | None = None) -> Recounted:
    """Count every indicator at every commune; memory is bounded by the engine's limit."""
    _mark_all(since or _first_day())
    return recount_marked(progress=progress)


def rehearse() -> None:
    """Count everything at no place: a process then has open and compiled what counting needs."""
    among = counted_from_records()
    groups = _groups(among, clock.today())
    if not groups:
        return
    since = min(first_day(group.periods) for group in groups)
    with counting_few([], since) as count:
        count.count(groups, list(among.values()))


def _marks(place_ids: Sequence[int] | None) -> list[DirtyMark]:
    marks = DirtyMark.objects.all()
    if place_ids is not None:
        marks = marks.filter(place_id__in=place_ids)
    return list(marks)


def _mark_all(since: date) -> None:
    """Mark every dataset of every indicator at every commune."""
    communes = Place.objects.filter(kind=Kind.COMMUNE).values_list("pk", flat=True)
    codes = datasets_of(counted_from_records().values())
    with transaction.atomic():
        announce(codes, communes, since, inline=False)


def _recount(seen: Sequence[DirtyMark], progress: Progress | None) -> int:
    """Count what the marks say, write what differs where they stand, and clear those."""
    among = counted_from_records()
    known = touched_by({mark.dataset for mark in seen}, among)
    places = sorted({mark.place_id for mark in seen})
    groups = _groups(known, min(mark.since for mark in seen))
    if not groups:
        with transaction.atomic():
            _clear(seen, _standing(seen))
        return 0
    if len(places) <= FEW:
        return _recount_few(seen, places, groups, list(among.values()))
    return _recount_many(seen, places, groups, list(among.values()), progress)


def _recount_few(
    seen: Sequence[DirtyMark],
    places: Sequence[int],
    groups: Sequence[Group],
    among: Sequence[Declaration],
) -> int:
    """Count what the marks say, then write and clear in one transaction."""
    since = min(first_day(group.periods) for group in groups)
    with counting_few(places, since) as count:
        counted = count.count(groups, among)
    moves = [Moves(one) for one in counted]
    with transaction.atomic():
        standing = _standing(seen)
        moved = sum(one.write(places if standing is None else standing) for one in moves)
        _clear(seen, standing)
    return moved


def _recount_many(
    seen: Sequence[DirtyMark],
    places: Sequence[int],
    groups: Sequence[Group],
    among: Sequence[Declaration],
    progress: Progress | None,
) -> int:
    """Count and write an indicator at a time, so that nobody waits for long."""
    moved = done = 0
    since = min(first_day(group.periods) for group in groups)
    total = sum(len(group.known) for group in groups)
    with counting(places, since, everywhere=True) as count:
        count.expect(held(group) for group in groups)
        for group, part in count.scan_all(groups, among):
            for pk in part:
                moved += store(count, group, [pk], lambda: _standing(seen))
                done += 1
                if progress is not None:
                    progress(done, total)
    with transaction.atomic():
        _clear(seen, _standing(seen))
    return moved


def _standing(seen: Sequence[DirtyMark]) -> Collection[int] | None:
    """Return the places whose marks are all as they were seen, None: all of them.

    Holds the marks until the transaction ends, in the order in which acts raise them.
    """
    moved = _moved(seen)
    return {mark.place_id for mark in seen} - moved if moved else None


def _moved(seen: Sequence[DirtyMark]) -> set[int]:
    """Return the places where a mark was raised again or cleared since it was seen."""
    places = {mark.place_id for mark in seen}
    held = DirtyMark.objects.select_for_update().filter(place_id__in=places)
    rows = held.order_by("dataset", "place_id").values_list("pk", "version")
    now = dict(rows)
    return {mark.place_id for mark in seen if now.get(mark.pk) != mark.version}


def _clear(seen: Sequence[DirtyMark], standing: Collection[int] | None) -> None:
    """Clear the marks of places where all are as they were seen."""
    done = [mark.pk for mark in seen if standing is None or mark.place_id in standing]
    for first in range(0, len(done), 500):
        DirtyMark.objects.filter(pk__in=done[first : first + 500]).delete()


def _first_day() -> date:
    return date(settings.FIRST_YEAR, 1, 1)


def _groups(known: dict[int, Declaration], since: date) -> list[Group]:
    """Put indicators of the same periods together; only periods that end after ``since``."""
    found: list[Group] = []
    for kind, cutoffs in dict.fromkeys((one.period, one.cutoffs) for one in known.values()):
        periods = [
            period
            for period in periods_until(kind, _first_day(), clock.today(), cutoffs)
            if period.as_of >= since
        ]
        if periods:
            group = {
                pk: one for pk, one in known.items() if (one.period, one.cutoffs) == (kind, cutoffs)
            }
            found.append(Group(len(found), group, periods))
    return found
