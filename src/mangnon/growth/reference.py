"""The measurement at a given z-score: for growth charts, and to make invented children."""

import numpy as np
from numpy.typing import ArrayLike

from mangnon.growth import inputs
from mangnon.growth.arrays import Bools, Floats, Ints
from mangnon.growth.lms import value_at
from mangnon.growth.rounding import whole
from mangnon.growth.standards import size_lms
from mangnon.growth.tables import LAST_DAY, by_day


def weight_for_age(*, sex: ArrayLike, age_days: ArrayLike, z: ArrayLike = 0.0) -> Floats:
    """Give the weight in kg of children at weight-for-age z; NaN outside 0 to 1856 days."""
    row, known, score = _at_age(sex, age_days, z)
    return np.where(known, value_at(score, by_day("wfa").at(row), restricted=True), np.nan)


def length_for_age(*, sex: ArrayLike, age_days: ArrayLike, z: ArrayLike = 0.0) -> Floats:
    """Give the size in cm at length/height-for-age z: lying below 731 days, standing from then."""
    row, known, score = _at_age(sex, age_days, z)
    return np.where(known, value_at(score, by_day("lfa").at(row), restricted=False), np.nan)


def weight_for_size(
    *, sex: ArrayLike, length_cm: ArrayLike, standing: ArrayLike, z: ArrayLike = 0.0
) -> Floats:
    """Give the weight in kg at weight-for-length/height z; NaN outside 45-110 / 65-120 cm."""
    n = inputs.length_of(sex, length_cm, standing, z)
    codes = inputs.sex_codes(sex, n)
    lms, covered = size_lms(
        inputs.floats(length_cm, n), np.maximum(codes, 0), inputs.marks(standing, n)
    )
    weight = value_at(inputs.floats(z, n), lms, restricted=True)
    return np.where(covered & (codes >= 0), weight, np.nan)


def _at_age(sex: ArrayLike, age_days: ArrayLike, z: ArrayLike) -> tuple[Ints, Bools, Floats]:
    """Give each child's row in a by-day table, whether it has one, and its z-score."""
    n = inputs.length_of(sex, age_days, z)
    codes, age = inputs.sex_codes(sex, n), whole(inputs.floats(age_days, n))
    known = (codes >= 0) & (age >= 0) & (age <= LAST_DAY)
    row = np.where(known, age, 0.0).astype(np.intp) + np.maximum(codes, 0) * (LAST_DAY + 1)
    return row, known, inputs.floats(z, n)
