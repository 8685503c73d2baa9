"""Z-scores of children: four indices at once, over arrays, in blocks that fit the cache."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike

from mangnon.growth import inputs, size
from mangnon.growth.arrays import Bools, Floats, Ints
from mangnon.growth.flags import implausible
from mangnon.growth.lms import z_score
from mangnon.growth.rounding import two_decimals, whole
from mangnon.growth.tables import LAST_DAY, Lms, by_day, by_length

BLOCK = 8192
"""Children worked on at once: their intermediate arrays (64 KB each) stay in the cache."""


@dataclass(frozen=True, slots=True)
class ZScores:
    """Z-scores of n children, arrays of shape (n,).

    `waz` weight-for-age, `haz` length/height-for-age, `whz` weight-for-length/height, `baz`
    BMI-for-age; NaN where unknown or outside the standard. The `*_flag` arrays mark values beyond
    WHO's limits of plausibility; those are left out of every prevalence. `length_cm` is the size
    after the 0.7 cm correction.
    """

    waz: Floats
    haz: Floats
    whz: Floats
    baz: Floats
    waz_flag: Bools
    haz_flag: Bools
    whz_flag: Bools
    baz_flag: Bools
    length_cm: Floats

    def believable(self, index: str) -> Floats:
        """Give the z-scores of one index ("waz" ...) with the flagged ones as NaN."""
        z: Floats = getattr(self, index)
        return np.where(getattr(self, f"{index}_flag"), np.nan, z)


@dataclass(frozen=True, slots=True)
class _Children:
    """Children as read: sex 0, 1 or -1; age in whole days; size corrected."""

    sex: Ints
    age_days: Floats
    weight_kg: Floats
    length_cm: Floats
    standing: Bools
    oedema: Bools

    def part(self, start: int) -> "_Children":
        """Take one block of the children."""
        here = slice(start, start + BLOCK)
        return _Children(*(getattr(self, field.name)[here] for field in fields(self)))


def zscores(
    *,
    sex: ArrayLike,
    age_days: ArrayLike | None,
    weight_kg: ArrayLike | None = None,
    length_cm: ArrayLike | None = None,
    measured: ArrayLike | None = None,
    oedema: ArrayLike | None = None,
    rounded: bool = True,
) -> ZScores:
    """Give the z-scores of n children against the WHO Child Growth Standards 2006.

    Each argument holds n values, or one for all:
    `sex` 'm'/'f' or 1/2 ('' or NaN unknown); `age_days` days since birth, 0 to 1856, NaN unknown;
    `weight_kg`; `length_cm` as measured; `measured` 'L' lying or 'H' standing ('' unknown: taken
    to fit the age); `oedema` true where both feet are swollen: such a weight says nothing, so the
    three indices with weight are NaN (`prevalence` still counts the child).

    `rounded`: to two decimals, halves away from zero, as WHO publishes and counts them; false
    gives full precision. Flags and counts agree with WHO's only when rounded.
    Weights and sizes that are not above zero count as unknown. Raises GrowthError for columns of
    unequal length and for codes that are not in the list above.
    """
    children = _read(sex, age_days, weight_kg, length_cm, measured, oedema)
    n = len(children.sex)
    scores = np.empty((4, n))
    for start in range(0, n, BLOCK):
        part = children.part(start)
        for row, z in enumerate(_four(part)):
            scores[row, start : start + BLOCK] = two_decimals(z) if rounded else z
    waz, haz, whz, baz = scores
    return ZScores(
        waz=waz,
        haz=haz,
        whz=whz,
        baz=baz,
        waz_flag=implausible(waz, "waz"),
        haz_flag=implausible(haz, "haz"),
        whz_flag=implausible(whz, "whz"),
        baz_flag=implausible(baz, "baz"),
        length_cm=children.length_cm,
    )


def _read(
    sex: ArrayLike,
    age_days: ArrayLike | None,
    weight_kg: ArrayLike | None,
    length_cm: ArrayLike | None,
    measured: ArrayLike | None,
    oedema: ArrayLike | None,
) -> _Children:
    n = inputs.length_of(sex, age_days, weight_kg, length_cm, measured, oedema)
    age = whole(inputs.floats(age_days, n))
    lying = inputs.measured_codes(measured, n)
    as_measured = _positive(inputs.floats(length_cm, n))
    return _Children(
        sex=inputs.sex_codes(sex, n),
        age_days=age,
        weight_kg=_positive(inputs.floats(weight_kg, n)),
        length_cm=size.corrected_cm(as_measured, age, lying),
        standing=size.against_height(as_measured, age, lying),
        oedema=inputs.marks(oedema, n),
    )


def _positive(values: Floats) -> Floats:
    return np.where(values > 0, values, np.nan)


def _four(children: _Children) -> tuple[Floats, Floats, Floats, Floats]:
    """Give waz, haz, whz and baz of one block."""
    in_age = (children.age_days >= 0) & (children.age_days <= LAST_DAY)
    sex = np.maximum(children.sex, 0)
    day = np.where(in_age, children.age_days, 0.0).astype(np.intp) + sex * (LAST_DAY + 1)
    known = children.sex >= 0
    size_cm = np.where(known, children.length_cm, np.nan)
    weight = np.where(known & ~children.oedema, children.weight_kg, np.nan)
    aged_weight = np.where(in_age, weight, np.nan)
    aged_size = np.where(in_age, size_cm, np.nan)
    bmi = aged_weight / (aged_size / 100.0) ** 2
    weight = np.where(in_age | np.isnan(children.age_days), weight, np.nan)
    return (
        z_score(aged_weight, by_day("wfa").at(day), restricted=True),
        z_score(aged_size, by_day("lfa").at(day), restricted=False),
        _weight_for_size(weight, size_cm, sex, children.standing),
        z_score(bmi, by_day("bmifa").at(day), restricted=True),
    )


def _weight_for_size(weight: Floats, size_cm: Floats, sex: Ints, standing: Bools) -> Floats:
    lms, covered = size_lms(size_cm, sex, standing)
    return z_score(np.where(covered, weight, np.nan), lms, restricted=True)


def size_lms(size_cm: Floats, sex: Ints, standing: Bools) -> tuple[Lms, Bools]:
    """Give the weight-for-size rows, interpolated between 0.1 cm, and which sizes are covered."""
    steps = np.where(standing, 550.0, 650.0)
    place = size_cm * 10.0 - np.where(standing, 650.0, 450.0)
    covered = (place > -1e-6) & (place < steps + 1e-6)
    place = np.where(covered, place, 0.0)
    low = np.clip(np.floor(place), 0.0, steps - 1.0)
    row = low.astype(np.intp) + sex * 1202 + standing * 651
    return by_length().between(row, place - low), covered
