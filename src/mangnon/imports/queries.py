"""Which spreadsheets somebody may see, and their rows, some at a time."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q, QuerySet

from mangnon.access import doors, grounds
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.imports import staging
from mangnon.imports.models import AT_WORK, Import
from mangnon.imports.sheets import Row, Sheet, known
from mangnon.vault import Sealer


def within(leave: Leave) -> QuerySet[Import]:
    """Return the spreadsheets of the places within leave, of the sheets the person may write."""
    rows = Import.objects.select_related("place", "by").filter(place__in=leave.places)
    mine = Q(pk__in=())
    for code, places in writable(leave).items():
        mine |= Q(sheet=code, place__in=places)
    return rows.filter(mine)


def writable(leave: Leave) -> dict[str, frozenset[int]]:
    """Return where the person may write what each sheet writes, by its code; nowhere: left out."""
    held = grounds.of_person(leave.user)
    rights = {one.code: doors.leave(leave.user, one.right, held) for one in known()}
    found = {code: one.places & leave.places for code, one in rights.items()}
    return {code: places for code, places in found.items() if places}


def sheets_for(leave: Leave) -> list[Sheet]:
    """Return the sheets that the person may write somewhere."""
    where = writable(leave)
    return [one for one in known() if one.code in where]


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
