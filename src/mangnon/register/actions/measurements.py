"""Weighings of one child, with the z-scores they give."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register.actions import changes, checks
from mangnon.register.actions.growing import grows
from mangnon.register.actions.measures import possible
from mangnon.register.errors import WrongMeasure, WrongPlace
from mangnon.register.models import Child, Measurement
from mangnon.register.queries import file_kept_at, home_on
from mangnon.register.scores import INDICES, scores
from mangnon.text.sentence import Sentence

_MEASURED = Sentence(vi="Ngày cân, đo", en="The day of the weighing")
_KEPT = ("measured_on", "weight_kg", "length_cm", "position", "oedema")


def record_measurement(
    child: Child,
    *,
    measured_on: date,
    weight_kg: float | None = None,
    length_cm: float | None = None,
    position: str = "",
    oedema: bool = False,
    place: Place | None = None,
    confirmed: bool = False,
    warrant: Warrant,
) -> Measurement:
    """Record a weighing at ``place`` (None: where the child lived that day).

    ``position`` is "l" lying, "h" standing or "" unknown. From five years on there are no
    z-scores. A height that shrinks the child, and figures that WHO flags as implausible, are
    refused unless ``confirmed``: measured again, and so. A batch is taken as it was written:
    nobody stands there to measure again.
    Raises WrongDay, WrongPlace or WrongMeasure with a sentence.
    """
    with transaction.atomic():
        child = checks.locked(child)
        warrant.demand(changes.MEASURE, [place.pk if place else file_kept_at(child)])
        checks.in_lifetime(child, _MEASURED, measured_on)
        place = place or _home_place(child, measured_on)
        checks.lives_there_on(place, measured_on)
        possible(weight_kg, length_cm, oedema)
        _known(position)
        if length_cm is not None and not confirmed:
            grows(child, measured_on, length_cm)
        one = Measurement(
            child=child, place=place, measured_on=measured_on, weight_kg=weight_kg,
            length_cm=length_cm, position=position, oedema=oedema,
        )  # fmt: skip
        _score(child, [one])
        if one.flagged and not confirmed:
            raise _unlikely(one)
        one.save(force_insert=True)
        after = changes.kept(one, _KEPT)
        changes.note(warrant, "record_measurement", child, place, after=after, measurement=one.pk)
        changes.weighings_changed(child, measured_on)
    return one


def rescore(child: Child) -> None:
    """Give the child's weighings their z-scores anew, after its sex or birth was corrected."""
    kept = list(child.measurements.all())
    _score(child, kept)
    Measurement.objects.bulk_update(kept, [*INDICES, "flagged"])


def _score(child: Child, weighings: Sequence[Measurement]) -> None:
    """Set the z-scores of a child's weighings."""
    if not weighings:
        return
    ages = [_age_days(child, one.measured_on) for one in weighings]
    found = scores(
        sex=[child.sex] * len(weighings),
        age_days=np.array(ages),
        weight_kg=np.array([one.weight_kg for one in weighings], dtype=np.float64),
        length_cm=np.array([one.length_cm for one in weighings], dtype=np.float64),
        position=[one.position for one in weighings],
        oedema=np.array([one.oedema for one in weighings]),
    )
    for row, one in enumerate(weighings):
        for index in INDICES:
            z = float(found.by_index[index][row])
            setattr(one, index, None if np.isnan(z) else z)
        one.flagged = found.flagged[row]


def _age_days(child: Child, day: date) -> float:
    """Give the age in days; NaN where only the year of birth is known."""
    if child.birth_precision == Child.Precision.YEAR:
        return float("nan")
    return float(max(0, (day - child.birth_date).days))


def _home_place(child: Child, day: date) -> Place:
    lived = home_on(child, day)
    if lived is None:
        raise WrongPlace(
            Sentence(
                vi="Không rõ ngày đó trẻ sống ở xã nào. Hãy ghi nơi cân, đo.",
                en="Where the child lived that day is not known. Name the place of weighing.",
            )
        )
    return lived.place


def _unlikely(one: Measurement) -> WrongMeasure:
    """Say that the figures are far from what children of that age and sex have."""
    weight = f"{one.weight_kg:g}".replace(".", ",") if one.weight_kg is not None else "–"
    length = f"{one.length_cm:g}".replace(".", ",") if one.length_cm is not None else "–"
    return WrongMeasure(
        Sentence(
            vi=f"Cân nặng {weight} kg, chiều cao {length} cm: xa mức trẻ cùng tuổi có thể có. "
            "Hãy xem lại dấu phẩy, tuổi và cân đo lại.",
            en=f"Weight {one.weight_kg} kg, height {one.length_cm} cm: far from what children of "
            "that age have. Check the decimal point and the age, and measure again.",
        )
    )


def _known(position: str) -> None:
    if position not in ("", *Measurement.Position.values):
        raise WrongMeasure(
            Sentence(
                vi=f"Tư thế đo “{position}” không hợp lệ. Hãy ghi l (nằm), h (đứng) hoặc để trống.",
                en=f"The position “{position}” is not known. Write l (lying), h (standing) or "
                "nothing.",
            )
        )
