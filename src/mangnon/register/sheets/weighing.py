"""Writing a chunk of weighings, and taking it back: by the acts of the register."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.imports.errors import EDITED
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Row, Scope, Written
from mangnon.register import actions
from mangnon.register.actions.changes import MEASURE
from mangnon.register.models import Measurement
from mangnon.text.sentence import DomainError, Sentence

_NEW, _CHANGED = "new", "changed"
_WHY = "Rút lại bảng tính đã nhập"
_FIELDS = ("weight_kg", "length_cm", "position", "oedema")


def write_weighings(rows: Sequence[Row], scope: Scope, warrant: Warrant) -> list[Written]:
    """Record the new weighings at once; correct each that changed."""
    new = [row for row in rows if row.verdict == Verdict.NEW]
    written = _recorded(new, warrant)
    for row in rows:
        if row.verdict == Verdict.CHANGED:
            written += _corrected(row, warrant)
    return written


def _recorded(rows: list[Row], warrant: Warrant) -> list[Written]:
    if not rows:
        return []
    told = [row.values for row in rows]
    batch = actions.MeasurementsBatch(
        children=[one["child"] for one in told],
        places=[one["place_id"] for one in told],
        measured_on=[one["measured_on"] for one in told],
        weight_kg=[one["weight"] for one in told],
        length_cm=[one["length"] for one in told],
        positions=[one["position"] or "" for one in told],
        oedema=[bool(one["oedema"]) for one in told],
    )
    actions.add_measurements(batch, warrant=warrant, right=MEASURE)
    children = {one["child"] for one in told}
    kept = Measurement.objects.filter(child__in=children).order_by("pk")
    last = {(one.child_id, one.measured_on): one for one in kept}
    return [
        Written(row.number, [_NEW, one.pk, _kept(one)])
        for row in rows
        for one in [last[row.values["child"], row.values["measured_on"]]]
    ]


def _corrected(row: Row, warrant: Warrant) -> list[Written]:
    told = row.values
    one = Measurement.objects.select_related("child").get(pk=row.target)
    before = _kept(one)
    now = {
        "weight_kg": one.weight_kg if told["weight"] is None else told["weight"],
        "length_cm": one.length_cm if told["length"] is None else told["length"],
        "position": told["position"] or one.position,
        "oedema": one.oedema if told["oedema"] is None else told["oedema"],
    }
    try:
        with transaction.atomic():
            done = actions.correct_measurement(
                one, measured_on=one.measured_on, **now,
                confirmed=bool(told["confirmed"]), warrant=warrant,
            )  # fmt: skip
    except DomainError as error:
        row.doubt("", error.sentence)
        return []
    return [Written(row.number, [_CHANGED, done.pk, _kept(done), before])]


def take_weighings_back(
    written: Sequence[Written], scope: Scope, warrant: Warrant
) -> dict[int, Sentence]:
    """Strike what was recorded and correct back what was corrected, unless edited since."""
    left: dict[int, Sentence] = {}
    ids = [one.entry[1] for one in written]
    standing = Measurement.objects.select_related("child", "place").in_bulk(ids)
    for told in written:
        _, pk, after = told.entry[:3]
        one = standing.get(pk)
        if one is None or _kept(one) != after:
            left[told.row] = EDITED
            continue
        try:
            with transaction.atomic():
                _taken_back(one, told, warrant)
        except DomainError as error:
            left[told.row] = error.sentence
    return left


def _taken_back(one: Measurement, told: Written, warrant: Warrant) -> None:
    if told.entry[0] == _NEW:
        actions.strike_measurement(one, reason=_WHY, warrant=warrant)
    else:
        actions.correct_measurement(
            one, measured_on=one.measured_on, **told.entry[3], confirmed=True, warrant=warrant
        )


def _kept(one: Measurement) -> dict[str, Any]:
    return {field: getattr(one, field) for field in _FIELDS}
