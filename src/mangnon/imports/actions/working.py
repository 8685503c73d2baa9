"""The long part: rows judged, written, taken back, a chunk at a time.

Each chunk is one transaction with its own state. So a process may be killed anywhere: what is
begun again goes on behind the last chunk that was committed (``work``), and no row is half in.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.errors import NoWarrant
from mangnon.audit.warrants import Warrant
from mangnon.bulk import take_turn
from mangnon.imports import errors, staging
from mangnon.imports.actions.bringing import held
from mangnon.imports.headings import converted
from mangnon.imports.models import WRITES, Chunk, Import, State, Verdict
from mangnon.imports.reading import tables
from mangnon.imports.scopes import BRING, recount, scope_of, to_write
from mangnon.imports.sheets import Row, Scope, Sheet, Standing, Written, sheet_of
from mangnon.text.sentence import DomainError
from mangnon.vault import Sealer

CHUNK = 500  # rows; a thousand at most (decision 20)
MOST_ROWS = 200_000
Progress = Callable[[int, int], None]


def accept(one: Import, *, warrant: Warrant) -> Import:
    """Have the judged rows written; new and changed ones, no other."""
    return _ask(one, "accept", State.JUDGED, State.ACCEPTING, warrant)


def take_back(one: Import, *, warrant: Warrant) -> Import:
    """Have everything that was written of a spreadsheet taken back."""
    return _ask(one, "take_back", State.ACCEPTED, State.TAKING, warrant)


def _ask(one: Import, act: str, before: str, after: str, warrant: Warrant) -> Import:
    with transaction.atomic():
        one = held(one, before, warrant=warrant)
        one.state, one.asked_by, one.left, one.fault = after, warrant.actor, 0, {}
        one.save()
        data = {"counts": one.counts}
        record(warrant, f"imports.{act}", subject=one.subject, place_code=one.place.key, data=data)
    return one


def work(one: Import, *, warrant: Warrant, progress: Progress | None = None) -> Import:
    """Do what an import waits for, from where it stopped, until it rests."""
    warrant.demand(BRING, [one.place_id])
    told = progress or (lambda done, total: None)
    step = {State.JUDGING: _judge, State.ACCEPTING: _write, State.TAKING: _take}.get(one.state)  # type: ignore[call-overload]
    if step is not None:
        _Work(one, warrant, told, sheet_of(one.sheet)).do(step)
    one.refresh_from_db()
    return one


class _Work:
    """One import under way: its key, its sheet, by whose leave; and to write what."""

    def __init__(self, one: Import, warrant: Warrant, told: Progress, sheet: Sheet) -> None:
        self.one, self.warrant, self.told, self.sheet = one, warrant, told, sheet
        self.writing = to_write(sheet, one.place, warrant)
        self.key = staging.key_of(one)
        self.sealer = Sealer(self.key)
        self.scope: Scope = scope_of(one.place)

    def do(self, step: Callable[["_Work"], None]) -> None:
        step(self)

    def hold(self, state: str) -> bool:
        """Hold the import for a chunk's transaction; False where another has gone on with it."""
        fresh = Import.objects.select_for_update(of=("self",)).get(pk=self.one.pk)
        self.one = fresh
        return fresh.state == state


def _rest(at: _Work, before: State, after: State, act: str, **data: object) -> None:
    """Say in the trail that the work is done, and lay the import down."""
    with transaction.atomic():
        if at.hold(before):
            at.one.state = after
            at.one.save()
            record(
                at.warrant, f"imports.{act}", subject=at.one.subject,
                place_code=at.one.place.key, data=data,
            )  # fmt: skip


def _judge(at: _Work) -> None:
    try:
        rows = _read(at)
        standing = at.sheet.opens(at.scope)
        number = 0
        while some := list(islice(rows, CHUNK)):
            judge(at.sheet, standing, some)
            number += 1
            _stage(at, number, some)
    except DomainError as error:
        at.one.fault = {"vi": error.sentence.vi, "en": error.sentence.en}
        Import.objects.filter(pk=at.one.pk).update(fault=at.one.fault)
        _rest(at, State.JUDGING, State.FAILED, "fail")
        return
    _rest(at, State.JUDGING, State.JUDGED, "judge", counts=_counted(at))


def judge(sheet: Sheet, standing: Standing, rows: Sequence[Row]) -> None:
    """Give rows their verdicts, from nothing, one after the other."""
    for row in rows:
        row.values, row.verdict, row.target, row.faults, row.stood = {}, "", None, [], {}
        sheet.read(row)
    read = [row for row in rows if row.verdict != Verdict.WRONG]
    standing.prepare(read)
    for row in read:
        standing.judge(row)


def _read(at: _Work) -> Iterator[Row]:
    layout = at.one.layout
    content = staging.content_of(at.one, at.key)
    table = tables(layout["kind"], content)[layout["table"]]
    columns = [(int(index), code) for index, code in layout["columns"].items()]
    encoding, count = layout["encoding"], 0
    for number, cells in table.rows():
        if number <= layout["row"]:
            continue
        texts = {code: cells[i] for i, code in columns if i < len(cells) and cells[i]}
        if not texts:
            continue
        count += 1
        if count > MOST_ROWS:
            raise errors.too_many_rows(MOST_ROWS)
        if encoding:
            texts = {code: converted(text, encoding) for code, text in texts.items()}
        yield Row(number, texts)


def _stage(at: _Work, number: int, rows: list[Row]) -> None:
    """Keep a chunk of judged rows; one that a killed process had kept already stays as it is."""
    with transaction.atomic():
        if not at.hold(State.JUDGING) or at.one.chunks.filter(number=number).exists():
            return
        chunk = Chunk(brought=at.one, number=number)
        staging.lay_in(chunk, rows, at.sealer)
        chunk.save(force_insert=True)
        at.one.counts = _added(at.one.counts, chunk.counts)
        at.one.rows = max(at.one.rows, at.one.done)
        at.one.save(update_fields=["counts", "rows"])
    at.told(at.one.done, at.one.rows)


def _write(at: _Work) -> None:
    waiting = list(at.one.chunks.filter(state=Chunk.State.STAGED).values_list("number", flat=True))
    standing = at.sheet.opens(at.scope) if waiting else None
    for number in waiting:
        assert standing is not None
        with transaction.atomic():
            take_turn()
            if not at.hold(State.ACCEPTING):
                return
            standing.refresh()
            _write_chunk(at, standing, at.one.chunks.get(number=number))
        at.told(number * CHUNK, at.one.rows)
    recount(at.scope)
    _rest(at, State.ACCEPTING, State.ACCEPTED, "accepted", rows=at.one.written, left=at.one.left)


def _write_chunk(at: _Work, standing: Standing, chunk: Chunk) -> None:
    """Judge a chunk's rows again by what stands now, write them, and say so, all in one."""
    if chunk.state != Chunk.State.STAGED:
        return
    chunk.brought = at.one
    rows = staging.rows_of(chunk, at.sealer)
    before = {row.number: row.verdict for row in rows}
    judge(at.sheet, standing, rows)
    # What was not shown as new or changed when a person accepted is not written.
    writing = [r for r in rows if r.verdict in WRITES and before[r.number] in WRITES]
    written = _written(at, writing)
    done = {one.row for one in written}
    for row in rows:
        row.verdict = before[row.number] if row.number in done else row.verdict
    at.one.counts = _without(at.one.counts, chunk.counts)
    staging.lay_in(chunk, rows, at.sealer)
    staging.note_written(chunk, written, at.sealer)
    chunk.state = Chunk.State.WRITTEN
    chunk.save()
    at.one.counts = _added(at.one.counts, chunk.counts)
    at.one.written += len(written)
    at.one.left += sum(one in WRITES for one in before.values()) - len(written)
    at.one.save(update_fields=["counts", "written", "left"])
    data = {
        "rows": len(written), "chunk": chunk.number, "sha256": staging.digest(chunk.rows_sealed),
    }  # fmt: skip
    record(
        at.warrant, "imports.write", subject=at.one.subject, place_code=at.one.place.key, data=data
    )


def _written(at: _Work, rows: list[Row]) -> list[Written]:
    """Write rows at once; where that is refused, by halves, down to the row that is not taken."""
    if not rows:
        return []
    try:
        with transaction.atomic():
            return list(at.sheet.writes(rows, at.scope, at.writing))
    except NoWarrant:
        raise  # who may no more is told so; no row is at fault
    except DomainError as error:
        if len(rows) == 1:
            rows[0].doubt("", error.sentence)
            return []
    half = len(rows) // 2
    return [*_written(at, rows[:half]), *_written(at, rows[half:])]


def _take(at: _Work) -> None:
    waiting = at.one.chunks.filter(state=Chunk.State.WRITTEN).order_by("-number")
    for number in list(waiting.values_list("number", flat=True)):
        with transaction.atomic():
            take_turn()
            if not at.hold(State.TAKING):
                return
            _take_chunk(at, at.one.chunks.get(number=number))
        at.told(at.one.rows - number * CHUNK, at.one.rows)
    recount(at.scope)
    _rest(at, State.TAKING, State.TAKEN, "taken_back", left=at.one.left)


def _take_chunk(at: _Work, chunk: Chunk) -> None:
    if chunk.state != Chunk.State.WRITTEN:
        return
    chunk.brought = at.one
    written = staging.written_of(chunk, at.sealer)
    left = at.sheet.takes_back(written, at.scope, at.writing) if written else {}
    rows = staging.rows_of(chunk, at.sealer)
    for row in rows:
        if row.number in left:
            row.doubt("", left[row.number])
    at.one.counts = _without(at.one.counts, chunk.counts)
    staging.lay_in(chunk, rows, at.sealer)
    at.one.counts = _added(at.one.counts, chunk.counts)
    chunk.state = Chunk.State.TAKEN
    chunk.save()
    at.one.written -= len(written) - len(left)
    at.one.left += len(left)
    at.one.save(update_fields=["counts", "written", "left"])
    data = {"rows": len(written) - len(left), "left": len(left), "chunk": chunk.number}
    record(
        at.warrant, "imports.take", subject=at.one.subject, place_code=at.one.place.key, data=data
    )


def _counted(at: _Work) -> dict[str, int]:
    return dict(Import.objects.values_list("counts", flat=True).get(pk=at.one.pk))


def _added(counts: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    return dict(Counter(counts) + Counter(more))


def _without(counts: Mapping[str, int], less: Mapping[str, int]) -> dict[str, int]:
    return dict(Counter(counts) - Counter(less))
