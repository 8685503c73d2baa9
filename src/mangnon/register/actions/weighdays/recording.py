"""Recording a session: its weighings enter the register in one transaction, under one entry."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import digest
from mangnon.indicators.marks import announce
from mangnon.register.actions.weighdays.judging import Judgement, judge
from mangnon.register.actions.weighdays.knowing import known_of, standing
from mangnon.register.actions.weighdays.opening import held_open, kept_within, subject_of
from mangnon.register.errors import WrongState
from mangnon.register.models import Child, Measurement, WeighDay, WeighRow
from mangnon.register.queries import places_of_weighings
from mangnon.register.scores import INDICES
from mangnon.text.sentence import Sentence

_KEPT = ("child_id", "weight_kg", "length_cm", "position", "oedema")


def record_weighday(session: WeighDay, *, warrant: Warrant) -> int:
    """Write the weighings that are fit; returns how many. All, or none with a sentence.

    Each is judged once more, by what the register knows now. Doubtful rows without their tick,
    wrong ones, and those of which two people typed different figures stay and wait; so do those
    of children whose file is kept where the warrant does not reach.
    """
    with transaction.atomic():
        session = held_open(session, warrant)
        rows = list(
            _waiting(session)
            .select_for_update(of=("self",))
            .select_related("child__data_key")
            .order_by("pk")
        )
        held = Child.objects.select_for_update().filter(pk__in=[row.child_id for row in rows])
        fit = _judged(session, rows, kept_within(held, warrant))
        if not fit:
            raise kept_elsewhere(rows_elsewhere(session, warrant)) or _nothing()
        written = _written(session, fit)
        _note(session, written, warrant)
        _recount(session, [row.child_id for row, _ in fit])
    return len(written)


def rows_elsewhere(session: WeighDay, warrant: Warrant) -> int:
    """Count the typed rows of children whose file the warrant does not reach."""
    waiting = _waiting(session).values_list("child", flat=True)
    return len(waiting) - len(kept_within(Child.objects.filter(pk__in=list(waiting)), warrant))


def _waiting(session: WeighDay) -> QuerySet[WeighRow]:
    typed = session.rows.filter(typed_at__isnull=False, measurement=None)
    return typed.exclude(state=WeighRow.State.RECORDED)


def _judged(
    session: WeighDay, rows: Sequence[WeighRow], children: Sequence[Child]
) -> list[tuple[WeighRow, Judgement]]:
    """Judge the rows anew, keep what they come to, and give those fit to record."""
    known = known_of(children)
    here = [row for row in rows if row.child_id in known]
    asked = [(known[row.child_id], standing(row)) for row in here]
    judged = judge(asked, day=session.day, place=session.place)
    differing = []
    for row, found in zip(here, judged, strict=True):
        if row.state != found.state:
            row.state = found.state
            differing.append(row)
    WeighRow.objects.bulk_update(differing, ["state"])
    return [
        (row, found)
        for row, found in zip(here, judged, strict=True)
        if found.state == WeighRow.State.OK and row.other_id is None
    ]


def _written(session: WeighDay, fit: Sequence[tuple[WeighRow, Judgement]]) -> list[Measurement]:
    written = Measurement.objects.bulk_create(_weighing(session, *one) for one in fit)
    for (row, _), one in zip(fit, written, strict=True):
        row.measurement, row.state = one, WeighRow.State.RECORDED
    WeighRow.objects.bulk_update([row for row, _ in fit], ["measurement", "state"])
    return written


def _weighing(session: WeighDay, row: WeighRow, found: Judgement) -> Measurement:
    reading = found.reading
    assert reading is not None  # a fit row was read
    return Measurement(
        child_id=row.child_id,
        place=session.place,
        measured_on=session.day,
        weight_kg=reading.weight_kg,
        length_cm=reading.length_cm,
        position=reading.position,
        oedema=reading.oedema,
        flagged=found.flagged,
        **{index: found.scores[index] for index in INDICES},
    )


def _note(session: WeighDay, written: Sequence[Measurement], warrant: Warrant) -> None:
    manifest: Mapping[str, list[object]] = {
        name: [getattr(one, name) for one in written] for name in _KEPT
    }
    record(
        warrant,
        "register.record_weighday",
        subject=subject_of(session),
        place_code=session.place.key,
        data={"day": session.day.isoformat(), "rows": len(written), "sha256": digest(manifest)},
    )


def _recount(session: WeighDay, children: Sequence[int]) -> None:
    """Count the session's own place at once; where its children were weighed before, soon."""
    announce(["measured"], [session.place_id], session.day)
    others = places_of_weighings(children) - {session.place_id}
    if others:
        announce(["measured"], others, session.day, inline=False)


def kept_elsewhere(count: int) -> WrongState | None:
    """Say of how many rows the child's file is kept elsewhere by now; of none, nothing."""
    if not count:
        return None
    return WrongState(
        Sentence(
            vi=f"Chưa ghi {count} dòng: hồ sơ của trẻ nay do xã khác giữ. Hãy nhờ xã đó ghi số "
            "đo, hoặc tiếp nhận hồ sơ rồi ghi lại.",
            en=f"{count} rows are not recorded: another commune keeps those children's files now. "
            "Ask it to record them, or receive the files and record again.",
        )
    )


def _nothing() -> WrongState:
    return WrongState(
        Sentence(
            vi="Chưa có dòng nào ghi được. Dòng cần đo lại phải được đánh dấu đã đo lại; dòng "
            "chưa đúng phải sửa; dòng hai người ghi khác nhau phải chọn một.",
            en="No row can be recorded yet. Doubtful rows need their tick, wrong ones must be "
            "corrected, and of two different figures one must be chosen.",
        )
    )
