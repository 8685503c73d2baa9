"""Taking the rows of some records out of every spreadsheet that was read, and its file away."""

import json
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import partial

from django.db import transaction

from mangnon import clock
from mangnon.access.scope import reach
from mangnon.attachments import keeping
from mangnon.imports.models import Chunk, Import, State, Verdict
from mangnon.imports.sheets import Row, Written
from mangnon.imports.staging import key_of, lay_in, note_written, rows_of, written_of
from mangnon.vault import Sealer

_HALFWAY = (State.ACCEPTING, State.ACCEPTED, State.TAKING)
Standing = Callable[[AbstractSet[int]], AbstractSet[int]]


def forget_rows(
    sheet: str,
    records: AbstractSet[int],
    places: AbstractSet[int] = frozenset(),
    standing: Standing = lambda records: records,
) -> None:
    """Leave out what a kind of spreadsheet holds of records that it met or wrote.

    A row that met nobody may be about them: of a spreadsheet for one of the ``places`` nothing
    stays but what is written; one of which nothing is written goes whole. ``standing``: which of
    some records still stand; what says one that does not goes, too. The file as it was brought
    names everybody in it: where one is forgotten, it goes whole.
    """
    kept = Import.objects.filter(sheet=sheet).exclude(state=State.DROPPED)
    with transaction.atomic():
        for pk in kept.values_list("pk", flat=True).order_by("pk"):
            # Held first, as whoever writes a chunk does: neither overwrites the other's.
            one = Import.objects.select_for_update(of=("self",)).get(pk=pk)
            if one.state != State.DROPPED:
                _forget(one, records, _meets(one, places), standing)


def _meets(one: Import, places: AbstractSet[int]) -> bool:
    return not places.isdisjoint({one.place_id, *reach(one.place_id, clock.today())})


def _forget(one: Import, records: AbstractSet[int], near: bool, standing: Standing) -> None:
    if near and one.state not in _HALFWAY:
        _drop(one)
        return
    sealer = Sealer(key_of(one))
    found = [_without(one, chunk, records, near, standing, sealer) for chunk in one.chunks.all()]
    if any(found):
        one.save(update_fields=["left"])
        transaction.on_commit(partial(keeping.remove, one.uuid))


def _drop(one: Import) -> None:
    """Forget a spreadsheet, its name and its key, too."""
    one.chunks.all().delete()
    one.state, one.counts = State.DROPPED, {}
    one.lock(json.dumps({"name": "", "key": ""}))
    one.save()
    transaction.on_commit(partial(keeping.remove, one.uuid))


def _without(
    one: Import, chunk: Chunk, records: AbstractSet[int], near: bool, standing: Standing,
    sealer: Sealer,
) -> bool:  # fmt: skip
    """Leave the records' rows out of a chunk; return whether any was in it."""
    chunk.brought = one
    rows, written = rows_of(chunk, sealer), written_of(chunk, sealer)
    theirs = _theirs(rows, written, records, standing)
    if near:
        done = {each.row for each in written}
        theirs |= {row.number for row in rows if row.target is None and row.number not in done}
    if not theirs:
        return False
    if chunk.state == Chunk.State.STAGED:
        one.left += sum(row.verdict == Verdict.NEW for row in rows if row.number in theirs)
    counts = chunk.counts  # what was judged then stays told
    lay_in(chunk, [row for row in rows if row.number not in theirs], sealer)
    if chunk.journal_sealed is not None:
        note_written(chunk, [each for each in written if each.row not in theirs], sealer)
    chunk.counts = counts
    Chunk.objects.filter(pk=chunk.pk).update(
        rows_sealed=chunk.rows_sealed, journal_sealed=chunk.journal_sealed
    )
    return True


def _theirs(
    rows: list[Row], written: list[Written], records: AbstractSet[int], standing: Standing
) -> set[int]:
    """Return the numbers of the rows that are about the records, or about one that is gone."""
    about = [(row.number, row.target) for row in rows if row.target is not None]
    about += [(each.row, each.entry[1]) for each in written]
    stand = standing({record for _, record in about})
    return {number for number, record in about if record in records or record not in stand}
