"""Striking and correcting a weighing that is on record: what stood there stays in the trail."""

from datetime import date

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.register import identity
from mangnon.register.actions import changes, checks
from mangnon.register.actions.askings import said_why
from mangnon.register.actions.growing import grows
from mangnon.register.actions.measurements import rescore
from mangnon.register.actions.measures import possible
from mangnon.register.actions.weighdays.slips import UNLIKELY
from mangnon.register.errors import WrongMeasure, WrongState
from mangnon.register.models import Child, Measurement
from mangnon.text.sentence import Sentence

_MEASURED = Sentence(vi="Ngày cân, đo", en="The day of the weighing")
_KEPT = ("measured_on", "weight_kg", "length_cm", "position", "oedema")


def strike_measurement(measurement: Measurement, *, reason: str, warrant: Warrant) -> None:
    """Take a wrong weighing out of the register; the trail keeps it, and the reason, sealed."""
    reason = said_why(reason)
    with transaction.atomic():
        child, one = _held(measurement, warrant)
        sealed = identity.seal_words(child, "struck", reason)
        before = changes.kept(one, _KEPT)
        changes.note(
            warrant, "strike_measurement", child, one.place,
            before=before, measurement=one.pk, why=sealed.hex(),
        )  # fmt: skip
        changes.weighings_changed(child, one.measured_on)
        one.delete()


def correct_measurement(
    measurement: Measurement,
    *,
    measured_on: date,
    weight_kg: float | None = None,
    length_cm: float | None = None,
    position: str = "",
    oedema: bool = False,
    confirmed: bool = False,
    warrant: Warrant,
) -> Measurement:
    """Correct a weighing; what a new one is refused for, this is refused for too.

    ``confirmed``: an unlikely figure was measured again. Raises WrongDay, WrongPlace or
    WrongMeasure with a sentence.
    """
    with transaction.atomic():
        child, one = _held(measurement, warrant)
        before, first = changes.kept(one, _KEPT), min(one.measured_on, measured_on)
        checks.in_lifetime(child, _MEASURED, measured_on)
        checks.lives_there_on(one.place, measured_on)
        possible(weight_kg, length_cm, oedema)
        if length_cm is not None and not confirmed:
            grows(child, measured_on, length_cm, without=one.pk)
        one.measured_on, one.position, one.oedema = measured_on, position, oedema
        one.weight_kg, one.length_cm = weight_kg, length_cm
        one.save()
        rescore(child)
        one.refresh_from_db()
        if one.flagged and not confirmed:
            raise WrongMeasure(UNLIKELY)
        changes.note(
            warrant, "correct_measurement", child, one.place,
            before=before, after=changes.kept(one, _KEPT), measurement=one.pk,
        )  # fmt: skip
        changes.weighings_changed(child, first)
    return one


def _held(measurement: Measurement, warrant: Warrant) -> tuple[Child, Measurement]:
    """Hold the child and its weighing, and demand the right where the file is kept now."""
    child = checks.locked(measurement.child)
    changes.demand_at_home(warrant, child, changes.MEASURE)
    one = Measurement.objects.select_related("place").filter(pk=measurement.pk).first()
    if one is None:
        raise WrongState(
            Sentence(
                vi="Số đo này vừa được xóa khỏi sổ. Hãy tải lại hồ sơ.",
                en="This weighing has just been struck. Load the file again.",
            )
        )
    return child, one
