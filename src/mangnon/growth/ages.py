"""Ages of children in days and months, as WHO counts them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from mangnon.growth.arrays import Anything, Floats
from mangnon.growth.rounding import whole
from mangnon.text.sentence import Sentence

DAYS_A_MONTH = 30.4375
"""365.25 / 12, WHO's month."""


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """An age group in completed months, both ends included."""

    first: int
    last: int

    @property
    def name(self) -> Sentence:
        """Name the group for a reader."""
        return Sentence(vi=f"{self.first}–{self.last} tháng", en=f"{self.first}–{self.last} months")


AGE_GROUPS = tuple(
    AgeGroup(first, last)
    for first, last in ((0, 5), (6, 11), (12, 23), (24, 35), (36, 47), (48, 59))
)
"""The groups of WHO Anthro's report."""


def days_between(birth: Anything, visit: Anything) -> Floats:
    """Give the days from birth to visit (two datetime64 arrays); NaN where either is NaT."""
    days = visit.astype("datetime64[D]") - birth.astype("datetime64[D]")
    return np.where(np.isnat(days), np.nan, days.astype(np.float64))


def days_from_months(months: ArrayLike) -> Floats:
    """Turn ages in months into whole days, halves up: what WHO does when no dates are known."""
    return whole(np.asarray(months, dtype=np.float64) * DAYS_A_MONTH)


def completed_months(age_days: ArrayLike) -> Floats:
    """Give the completed months of ages in days; NaN stays NaN."""
    return np.asarray(np.floor(np.asarray(age_days, dtype=np.float64) / DAYS_A_MONTH))
