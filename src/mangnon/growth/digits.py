"""Digit preference: how often those who measured rounded off what they read.

Source of the score: K. Kuulasmaa and others, "Quality assessment of data on blood pressure in the
WHO MONICA Project" (1998); of its grades: SMART Methodology Manual 2.0, plausibility check.
"""

from dataclasses import dataclass
from math import nan, sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from mangnon.growth.arrays import Floats, Ints

Grade = Literal["excellent", "good", "acceptable", "problematic", "too_few"]

GRADES: tuple[tuple[float, Grade], ...] = ((7.0, "excellent"), (12.0, "good"), (20.0, "acceptable"))
"""The highest score of each grade (SMART); above the last it is a problem."""

FEWEST = 100
"""Below this many values chance alone scores above 10: no grade is given."""


@dataclass(frozen=True, slots=True)
class DigitPreference:
    """How the first decimals of n values are spread over 0 to 9.

    `counts` ten counts; `whole` the share of values ending in .0 (10 % expected), `half` in .0 or
    .5 (20 % expected). `score` = 100 sqrt(chi-square / (9 n)): 0 evenly spread, 100 one digit only.
    `misplaced` Myers' way: the share of values that would have to change their digit (0 to 0.9).
    """

    n: int
    counts: tuple[int, ...]
    whole: float
    half: float
    score: float
    misplaced: float
    grade: Grade


def digit_preference(values: ArrayLike) -> DigitPreference:
    """Judge the first decimal of measurements (kg or cm); NaN values are left out."""
    known = np.asarray(values, dtype=np.float64).reshape(-1)
    known = known[~np.isnan(known)]
    counts = np.bincount(_first_decimals(known), minlength=10)
    n = len(known)
    if n == 0:
        return DigitPreference(0, (0,) * 10, nan, nan, nan, nan, "too_few")
    expected = n / 10
    score = 100 * sqrt(float(((counts - expected) ** 2 / expected).sum()) / (9 * n))
    misplaced = float(np.abs(counts - expected).sum()) / 2 / n
    shares = float(counts[0] / n), float((counts[0] + counts[5]) / n)
    spread = tuple(int(count) for count in counts)
    return DigitPreference(n, spread, *shares, score, misplaced, _grade(score, n))


def _first_decimals(values: Floats) -> Ints:
    # 10.3999996 is a 10.4 that went through single precision; 10.35 was read between 10.3 and 10.4.
    return np.asarray(np.floor(values * 10.0 + 1e-3).astype(np.intp) % 10)


def _grade(score: float, n: int) -> Grade:
    if n < FEWEST:
        return "too_few"
    return next((grade for highest, grade in GRADES if score <= highest), "problematic")
