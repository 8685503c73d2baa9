"""Acts on places: writing them, carrying out a day's successions, importing boundaries."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh_all
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove
from mangnon.places import gazetteer as rows
from mangnon.places import generation
from mangnon.places.boundaries import Outline, read_boundaries
from mangnon.places.errors import NoSuccession, spoken
from mangnon.places.heirs import Merger, handlers
from mangnon.places.models import (
    Belonging,
    Boundary,
    Naming,
    Office,
    OfficeChange,
    Place,
    Succession,
)
from mangnon.text.sentence import Sentence


def add_places(places: Iterable[rows.PlaceRow], *, warrant: Warrant) -> Difference:
    """Add places, or correct those of the same code and first day."""
    return _write(rows.place_sheet(places), "places.add", warrant)


def name_places(namings: Iterable[rows.NamingRow], *, warrant: Warrant) -> Difference:
    """Say what places were called for a time."""
    return _write(rows.naming_sheet(namings), "places.name", warrant)


def belong(belongings: Iterable[rows.BelongingRow], *, warrant: Warrant) -> Difference:
    """Say under which place others stood for a time."""
    return _write(rows.belonging_sheet(belongings), "places.belong", warrant)


def add_successions(successions: Iterable[rows.SuccessionRow], *, warrant: Warrant) -> Difference:
    """Say who inherits what, and when; :func:`succeed` carries it out."""
    return _write(rows.succession_sheet(successions), "places.add_successions", warrant)


def open_offices(offices: Iterable[rows.OfficeRow], *, warrant: Warrant) -> Difference:
    """Add offices, or correct those of the same code."""
    return _write(rows.office_sheet(offices), "places.open_offices", warrant)


def change_offices(changes: Iterable[rows.OfficeChangeRow], *, warrant: Warrant) -> Difference:
    """Say what offices became, when and by which decision."""
    return _write(rows.change_sheet(changes), "places.change_offices", warrant)


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where records rest on one."""
    warrant.demand("places.edit")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        generation.bump()
        record(warrant, "places.withdraw", data={"table": table.kind, "rows": len(listed)})
        _find_again(table)


def _write(sheet: Sheet, act: str, warrant: Warrant) -> Difference:
    warrant.demand("places.edit")
    with transaction.atomic():
        difference = put(sheet)
        if not difference.is_empty:
            generation.bump()
            counts = {"added": len(difference.added), "changed": len(difference.changed)}
            record(warrant, act, data=counts)
            _find_again(sheet.table)
    return difference


def _find_again(table: Table) -> None:
    """Have places found by what they are called now, and below whom."""
    if table.model in (Place, Naming, Belonging):
        refresh_all("place")
    if table.model in (Office, OfficeChange):
        refresh_all("office")


def succeed(day: date, *, warrant: Warrant) -> Merger:
    """Carry out the successions of ``day``: every subject moves its own records.

    All or nothing, and once: a second call finds nothing left and returns an empty merger.
    Raises NoSuccession where no succession is known for the day, or the day is yet to come.
    """
    warrant.demand("places.succeed")
    with transaction.atomic():
        _check_day(day)
        merger = _due(day)
        if merger.is_empty:
            return merger
        for handle in handlers():
            handle(merger, warrant=warrant)
        Succession.objects.filter(date=day).update(carried_out=True)
        counts = {"whole": len(merger.whole), "split": len(merger.split)}
        record(warrant, "places.succeed", subject=f"day:{day.isoformat()}", data=counts)
    return merger


def _check_day(day: date) -> None:
    if day > clock.today():
        raise NoSuccession(
            Sentence(
                vi=f"Ngày {spoken(day)} chưa tới: chỉ thực hiện sáp nhập từ ngày đó trở đi.",
                en=f"{day.isoformat()} is yet to come: carry the merger out from that day on.",
            )
        )
    if not Succession.objects.filter(date=day).exists():
        known = sorted(set(Succession.objects.values_list("date", flat=True)))
        raise NoSuccession(
            Sentence(
                vi=f"Không có sáp nhập, chia tách nào vào ngày {spoken(day)}. "
                f"Các ngày đang có: {', '.join(map(spoken, known)) or '—'}.",
                en=f"No merger or split is known for {day.isoformat()}. "
                f"Known days: {', '.join(d.isoformat() for d in known) or '—'}.",
            )
        )


def _due(day: date) -> Merger:
    """Gather what is not yet carried out: a source with one heir passes whole."""
    heirs: dict[int, list[tuple[int, float]]] = {}
    due = Succession.objects.filter(date=day, carried_out=False).order_by("id")
    for source, target, share in due.values_list("source_id", "target_id", "share"):
        heirs.setdefault(source, []).append((target, share))
    whole = {source: found[0][0] for source, found in heirs.items() if len(found) == 1}
    split = {source: tuple(found) for source, found in heirs.items() if len(found) > 1}
    return Merger(day, whole, split)


def import_boundaries(path: Path, *, on: date, source: str = "", warrant: Warrant) -> int:
    """Replace the outlines of the places of a GeoJSON or TopoJSON file; say how many.

    Features are keyed by the official code on the map of ``on``. Raises BadBoundaries with
    every mistake at once; then nothing is written.
    """
    warrant.demand("places.edit")
    outlines = read_boundaries(path, on=on)
    with transaction.atomic():
        _replace(outlines, source or path.name)
        record(warrant, "places.boundaries", data={"file": path.name, "places": len(outlines)})
    return len(outlines)


def _replace(outlines: Mapping[int, Outline], source: str) -> None:
    Boundary.objects.filter(place_id__in=outlines).delete()
    Boundary.objects.bulk_create(
        [
            Boundary(place_id=place, polygons=polygons, source=source)
            for place, polygons in outlines.items()
        ],
        batch_size=200,
    )
