"""Recounting what is marked; a rebuild marks everything first, and is the same count."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from mangnon import clock
from mangnon.indicators.catalogue import counted_from_records, touched_by
from mangnon.indicators.count import Count, Group, counting, datasets_of, first_day
from mangnon.indicators.declaration import Declaration
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
    with counting([], since, through_adbc=False) as count:
        for _ in count.scan_all(groups, list(among.values())):
            pass


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
    moved = done = 0
    if groups:
        many = len(places) > FEW
        since = min(first_day(group.periods) for group in groups)
        with counting(places, since, through_adbc=many, everywhere=many) as count:
            count.expect(held(group) for group in groups)
            parts = _parts(count, groups, list(among.values()), one_by_one=many)
            total = sum(len(group.known) for group in groups)
            for group, part in parts:
                moved += store(count, group, part, lambda: _standing(seen))
                done += len(part)
                if many and progress is not None:
                    progress(done, total)
    _clear(seen)
    return moved


def _parts(
    count: Count, groups: Sequence[Group], among: Sequence[Declaration], *, one_by_one: bool
) -> Iterator[tuple[Group, list[int]]]:
    """Yield what is stored at once: an indicator as soon as it is counted, or a whole group.

    One by one no transaction holds up those who write meanwhile for long; and one dataset is
    read while another's cells are written.
    """
    counted = count.scan_all(groups, among)
    if one_by_one:
        yield from ((group, [pk]) for group, part in counted for pk in part)
        return
    for _ in counted:
        pass
    yield from ((group, list(group.known)) for group in groups)


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


def _clear(seen: Sequence[DirtyMark]) -> None:
    """Clear the marks of places where all are as they were seen."""
    with transaction.atomic():
        moved = _moved(seen)
        done = [mark.pk for mark in seen if mark.place_id not in moved]
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
