"""Many weighings, their z-scores computed over whole columns."""

from dataclasses import dataclass

import numpy as np
from django.db import transaction
from numpy.typing import NDArray

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches
from mangnon.indicators.marks import announce
from mangnon.register.actions.bulk import ends, judging
from mangnon.register.actions.bulk.children import births_of
from mangnon.register.actions.changes import BULK
from mangnon.register.actions.measures import LENGTH_CM, WEIGHT_KG, Limits
from mangnon.register.models import Child, Measurement
from mangnon.register.scores import Scores, scores
from mangnon.text.sentence import Sentence

_MEASURED = Sentence(vi="Ngày cân, đo", en="The day of a weighing")


@dataclass(frozen=True, slots=True)
class MeasurementsBatch:
    """n weighings: ids of children and communes; weights in kg, sizes in cm, NaN or None unknown.

    ``positions``: "l" lying, "h" standing, "" unknown.
    """

    children: Column
    places: Column
    measured_on: Column
    weight_kg: Column = None
    length_cm: Column = None
    positions: Column = ""
    oedema: Column = False


def add_measurements(batch: MeasurementsBatch, *, warrant: Warrant, right: str = BULK) -> int:
    """Write weighings with their z-scores; returns how many.

    Raises WrongBatch with a sentence; then nothing is written.
    """
    warrant.demand(right)
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "place_id": batch.places,
        "measured_on": batch.measured_on,
        "weight_kg": batch.weight_kg,
        "length_cm": batch.length_cm,
        "position": batch.positions,
        "oedema": batch.oedema,
    }
    count = batches.length_of(kept)
    if count == 0:
        return 0
    measured_on = batches.days(batch.measured_on, count)
    batches.refuse_future(_MEASURED, measured_on)
    found = _scored(batch, measured_on, count)
    rows = {**kept, **found.by_index, "flagged": found.flagged}
    with transaction.atomic():
        # In the order of the children the index fills from left to right: twice as fast.
        ids = batches.write(Measurement, batches.ordered(rows, by=_each(batch.children, count)))
        ends.note(warrant, "add_measurements", count, kept)
        written = Measurement.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
        judging.at_communes(written, ids[0], "measured_on")
        judging.lived_until_death(written, ids[0], "measured_on")
        warrant.demand(right, set(written.values_list("place_id", flat=True).distinct()))
        places = set(
            Measurement.objects.filter(child__in=written.values("child"))
            .values_list("place_id", flat=True)
            .distinct()
        )
        announce(["measured"], places, batches.earliest(measured_on), inline=False)
    return count


def _scored(batch: MeasurementsBatch, measured_on: NDArray[np.datetime64], count: int) -> Scores:
    """Give the z-scores, by what the register knows of each child."""
    weight = batches.numbers(batch.weight_kg, count)
    length = batches.numbers(batch.length_cm, count)
    _refuse_beyond(weight, WEIGHT_KG, _WEIGHT)
    _refuse_beyond(length, LENGTH_CM, _LENGTH)
    oedema = np.asarray(_each(batch.oedema, count), dtype=np.bool_)
    batches.refuse_rows(np.isnan(weight) & np.isnan(length) & ~oedema, _NOTHING)
    batches.one_of(batch.positions, ["", *Measurement.Position.values], _POSITION)
    sexes, born, precision = births_of(_each(batch.children, count))
    age = (measured_on - born).astype(np.float64)
    batches.refuse_rows((age < 0) & (precision == Child.Precision.DAY), _BEFORE_BIRTH)
    age = np.where(precision == Child.Precision.YEAR, np.nan, np.maximum(age, 0.0))
    return scores(
        sex=sexes,
        age_days=age,
        weight_kg=weight,
        length_cm=length,
        position=_each(batch.positions, count),
        oedema=oedema,
    )


def _each(column: Column, count: int) -> np.ndarray:
    return np.asarray([column] * count if isinstance(column, (str, bool, int)) else column)


def _refuse_beyond(values: NDArray[np.float64], limits: Limits, why: Sentence) -> None:
    batches.refuse_rows((values < limits.least) | (values > limits.most), why)


_WEIGHT = Sentence(
    vi=f"Cân nặng phải từ {str(WEIGHT_KG.least).replace('.', ',')} đến {WEIGHT_KG.most:g} kg",
    en=f"A weight must be from {WEIGHT_KG.least} to {WEIGHT_KG.most:g} kg",
)
_LENGTH = Sentence(
    vi=f"Chiều cao phải từ {LENGTH_CM.least:g} đến {LENGTH_CM.most:g} cm",
    en=f"A height must be from {LENGTH_CM.least:g} to {LENGTH_CM.most:g} cm",
)
_NOTHING = Sentence(
    vi="Không có cân nặng, chiều cao hay dấu hiệu phù", en="No weight, no height and no oedema"
)
_POSITION = Sentence(
    vi="Tư thế đo phải là l (nằm), h (đứng) hoặc để trống",
    en="A position must be l (lying), h (standing) or nothing",
)
_BEFORE_BIRTH = Sentence(vi="Cân, đo trước ngày sinh", en="A weighing before birth")
