"""What is typed in a row is kept at once, judged, and never overwrites another's in silence."""

from enum import StrEnum

from django.db import transaction
from django.db.models import Q

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.register.actions import changes
from mangnon.register.actions.weighdays.judging import Judgement, judge
from mangnon.register.actions.weighdays.knowing import known_of, standing
from mangnon.register.actions.weighdays.opening import still_open
from mangnon.register.actions.weighdays.reading import BLANK, TypedValues
from mangnon.register.errors import WrongState
from mangnon.register.identity import open_weighing_note, seal_weighing_note
from mangnon.register.models import Typed, WeighRow, WeighTyping
from mangnon.register.queries import file_kept_at
from mangnon.text.sentence import Sentence

_VALUES = ("weight", "length", "position", "oedema", "confirmed", "note_sealed")


class Outcome(StrEnum):
    """What became of something typed."""

    SAME = "same"  # it said nothing new, or was sent before
    KEPT = "kept"
    CLASH = "clash"  # somebody else was faster; the row holds both


def type_row(row: WeighRow, typed: TypedValues, *, seen: int, warrant: Warrant) -> Outcome:
    """Keep what was typed over the version ``seen`` of a row, and judge it.

    Sent twice, it changes nothing the second time. Where another person changed the row in
    between, hers stands and what was typed is kept beside it, until somebody chooses.
    """
    typed = BLANK if typed.is_blank and not typed.note else typed
    with transaction.atomic():
        row = _held(row, warrant)
        if typed == standing(row) or (seen != row.version and _known_already(row, typed, seen)):
            return Outcome.SAME
        if row.state == WeighRow.State.RECORDED:
            raise _recorded()
        if seen != row.version and row.typed_by_id != warrant.actor.pk:
            row.other = _typing(row, typed, seen, None, warrant)
            row.save(update_fields=["other"])
            _note(row, "type_beside", warrant)
            return Outcome.CLASH
        _stand(row, typed, warrant)
    return Outcome.KEPT


def settle_row(row: WeighRow, *, take_other: bool, seen: int, warrant: Warrant) -> Outcome:
    """Choose between what stands in a row and what another typed beside it."""
    with transaction.atomic():
        row = _held(row, warrant)
        if row.other is None or seen != row.version:
            return Outcome.SAME
        if row.state == WeighRow.State.RECORDED:
            raise _recorded()
        chosen = _values(row.other, row) if take_other else standing(row)
        _stand(row, chosen, warrant)
    return Outcome.KEPT


def _held(row: WeighRow, warrant: Warrant) -> WeighRow:
    held = WeighRow.objects.select_for_update(of=("self",))
    row = held.select_related("session__place", "child__data_key", "other").get(pk=row.pk)
    warrant.demand(changes.MEASURE, [row.session.place_id, file_kept_at(row.child)])
    still_open(row.session)
    return row


def _known_already(row: WeighRow, typed: TypedValues, seen: int) -> bool:
    """Whether this was typed over that version before, or is only what that version said."""
    if seen == 0 and typed == BLANK:
        return True
    met = row.typings.filter(Q(base=seen) | Q(version=seen))
    return any(_values(one, row) == typed for one in met)


def _values(one: Typed, row: WeighRow) -> TypedValues:
    return TypedValues.of(one, open_weighing_note(row.child, one.note_sealed) or "")


def _stand(row: WeighRow, typed: TypedValues, warrant: Warrant) -> None:
    """Let what was typed stand in the row, judged, under its next version."""
    known = known_of([row.child])[row.child_id]
    found = judge([(known, typed)], day=row.session.day, place=row.session.place)[0]
    kept = _typing(row, typed, row.version, row.version + 1, warrant)
    for name in (*_VALUES, "typed_by", "typed_at", "version"):
        setattr(row, name, getattr(kept, name))
    row.other, row.state = None, found.state
    row.save()
    _note(row, "type_weighing", warrant, found)


def _typing(
    row: WeighRow, typed: TypedValues, base: int, version: int | None, warrant: Warrant
) -> WeighTyping:
    return row.typings.create(
        base=base,
        version=version,
        weight=typed.weight,
        length=typed.length,
        position=typed.position,
        oedema=typed.oedema,
        confirmed=typed.confirmed,
        note_sealed=seal_weighing_note(row.child, typed.note) if typed.note else None,
        typed_by=warrant.actor,
        typed_at=clock.now(),
    )


def _note(row: WeighRow, act: str, warrant: Warrant, found: Judgement | None = None) -> None:
    record(
        warrant,
        f"register.{act}",
        subject=changes.subject_of(row.child),
        place_code=row.session.place.key,
        data={"session": str(row.session.uuid), "state": found.state if found else row.state},
        after=changes.kept(row.other if found is None and row.other else row, _VALUES),
    )


def _recorded() -> WrongState:
    return WrongState(
        Sentence(
            vi="Số đo này đã ghi vào sổ. Hãy sửa trong hồ sơ của trẻ.",
            en="This weighing is recorded already. Correct it in the child's file.",
        )
    )
