"""Which spreadsheets somebody may see, and their rows, some at a time."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from mangnon.access import doors, grounds
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.access.grounds import Ground
from mangnon.imports import staging
from mangnon.imports.models import AT_WORK, WRITES, Chunk, Import, State
from mangnon.imports.sheets import Row, Sheet, known
from mangnon.vault import Sealer

Held = tuple[Ground, ...] | None


def within(leave: Leave, held: Held = None) -> QuerySet[Import]:
    """Return the spreadsheets of the places within leave, of the sheets the person may write."""
    rows = Import.objects.select_related("place", "by").filter(place__in=leave.places)
    mine = Q(pk__in=())
    for code, places in writable(leave, held).items():
        mine |= Q(sheet=code, place__in=places)
    return rows.filter(mine)


def writable(leave: Leave, held: Held = None) -> dict[str, frozenset[int]]:
    """Return where the person may write what each sheet writes, by its code; nowhere: left out.

    ``held``: what the person's rights rest on, where that is known already.
    """
    held = grounds.of_person(leave.user) if held is None else held
    rights = {one.code: doors.leave(leave.user, one.right, held) for one in known()}
    found = {code: one.places & leave.places for code, one in rights.items()}
    return {code: places for code, places in found.items() if places}


def sheets_for(leave: Leave, held: Held = None) -> list[Sheet]:
    """Return the sheets that the person may write somewhere."""
    where = writable(leave, held)
    return [one for one in known() if one.code in where]


def import_within(leave: Leave, uuid: UUID, held: Held = None) -> Import:
    """Return one of them; raises NotHere."""
    found = within(leave, held).filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    return found


def waiting() -> QuerySet[Import]:
    """Return what is under way, or was when its process ended; the oldest first."""
    return (
        Import.objects.select_related("place", "asked_by").filter(state__in=AT_WORK).order_by("pk")
    )


class Progress(NamedTuple):
    """How many rows of how many the step under way has done; ``step`` is the import's state."""

    step: str
    done: int
    rows: int


def progress(one: Import) -> Progress:
    """Return how far the step under way is.

    What is written and taken back is counted by the chunks that were: rows new or changed, for no
    other is written.
    """
    if one.state not in (State.ACCEPTING, State.TAKING):
        return Progress(one.state, one.done, max(one.rows, one.done))
    counted = dict.fromkeys(Chunk.State, 0)
    for chunk in one.chunks.only("state", "counts"):
        counted[Chunk.State(chunk.state)] += sum(chunk.tallied(verdict) for verdict in WRITES)
    waits, did = {
        State.ACCEPTING: (Chunk.State.STAGED, Chunk.State.WRITTEN),
        State.TAKING: (Chunk.State.WRITTEN, Chunk.State.TAKEN),
    }[State(one.state)]
    return Progress(one.state, counted[did], counted[did] + counted[waits])


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
