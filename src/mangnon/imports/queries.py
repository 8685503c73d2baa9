"""Which spreadsheets somebody may see, and their rows, some at a time."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet

from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.imports import staging
from mangnon.imports.models import AT_WORK, Import
from mangnon.imports.sheets import Row
from mangnon.vault import Sealer


def within(leave: Leave) -> QuerySet[Import]:
    """Return the spreadsheets of the places within leave."""
    return Import.objects.select_related("place", "by").filter(place__in=leave.places)


def import_within(leave: Leave, uuid: UUID) -> Import:
    """Return one of them; raises NotHere."""
    found = within(leave).filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    return found


def waiting() -> QuerySet[Import]:
    """Return what is under way, or was when its process ended; the oldest first."""
    return (
        Import.objects.select_related("place", "asked_by").filter(state__in=AT_WORK).order_by("pk")
    )


def rows_of(one: Import, verdict: str, first: int, most: int) -> list[Row]:
    """Return some rows of a verdict; chunks that hold none of these are not opened."""
    sealer, found = Sealer(staging.key_of(one)), list[Row]()
    for chunk in one.chunks.defer("rows_sealed", "journal_sealed"):
        count = chunk.tallied(verdict)
        if first >= count:
            first -= count
            continue
        chunk.brought = one
        here = [row for row in staging.rows_of(chunk, sealer) if row.verdict == verdict]
        found += here[first : first + most - len(found)]
        first = 0
        if len(found) >= most:
            break
    return found


def every_row(one: Import) -> Iterator[Row]:
    """Yield every row as it was judged, a chunk at a time."""
    sealer = Sealer(staging.key_of(one))
    for chunk in one.chunks.iterator(chunk_size=4):
        chunk.brought = one
        yield from staging.rows_of(chunk, sealer)
