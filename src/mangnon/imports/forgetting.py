"""Taking the rows of some records out of every spreadsheet that was read, and its file away."""

from collections.abc import Set as AbstractSet
from functools import partial

from django.db import transaction

from mangnon.attachments import keeping
from mangnon.imports.models import Chunk, Import, State
from mangnon.imports.staging import key_of, lay_in, note_written, rows_of, written_of
from mangnon.vault import Sealer


def forget_rows(sheet: str, records: AbstractSet[int]) -> None:
    """Leave out what a kind of spreadsheet holds of records that it met or wrote.

    The file as it was brought names everybody in it: where one is forgotten, it goes whole.
    """
    for one in Import.objects.filter(sheet=sheet).exclude(state=State.DROPPED):
        sealer = Sealer(key_of(one))
        found = [chunk for chunk in one.chunks.all() if _without(chunk, records, sealer)]
        if found:
            transaction.on_commit(partial(keeping.remove, one.uuid))


def _without(chunk: Chunk, records: AbstractSet[int], sealer: Sealer) -> bool:
    """Leave the records' rows out of a chunk; return whether any was in it."""
    rows, written = rows_of(chunk, sealer), written_of(chunk, sealer)
    theirs = {row.number for row in rows if row.target in records}
    theirs |= {one.row for one in written if one.entry[1] in records}
    if not theirs:
        return False
    counts = chunk.counts  # what was judged then stays told
    lay_in(chunk, [row for row in rows if row.number not in theirs], sealer)
    if chunk.journal_sealed is not None:
        note_written(chunk, [one for one in written if one.row not in theirs], sealer)
    chunk.counts = counts
    Chunk.objects.filter(pk=chunk.pk).update(
        rows_sealed=chunk.rows_sealed, journal_sealed=chunk.journal_sealed
    )
    return True
