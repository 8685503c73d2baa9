"""Days as whole numbers since 1970-01-01, so that arrays of them are cheap."""

from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int32]
Whole = NDArray[np.integer[Any]]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FOREVER = 2**30  # later than any day: still open
_EPOCH = date(1970, 1, 1)


def number(day: date) -> int:
    """Give the number of a day."""
    return (day - _EPOCH).days


def on(year: int, month: int, day: int) -> int:
    """Give the number of the day of a year, month and day."""
    return number(date(year, month, day))


def as_date(day: int) -> date:
    """Give the date of a number."""
    return _EPOCH + timedelta(days=int(day))


def dated(days: Whole, until: int = FOREVER - 1) -> NDArray[np.datetime64]:
    """Give dates as datetime64; a day after ``until`` has not come, so it is NaT."""
    kept = days.astype("datetime64[D]")
    kept[days > until] = np.datetime64("NaT")
    return kept


def first_of(year: int) -> int:
    """Give 1 January."""
    return on(year, 1, 1)


def end_of(year: int) -> int:
    """Give 31 December, the day on which the year is counted."""
    return on(year, 12, 31)


def parts(days: Whole) -> tuple[Whole, Whole, Whole]:
    """Give years, months (1-12) and days of the month."""
    whole = days.astype("datetime64[D]")
    months = whole.astype("datetime64[M]")
    count = months.astype(np.int64)
    inside = (whole - months.astype("datetime64[D]")).astype(np.int64) + 1
    return count // 12 + 1970, count % 12 + 1, inside


def years(days: Whole) -> Whole:
    """Give the calendar years."""
    return parts(days)[0]


def completed_months(born: Whole, day: Whole | int) -> Whole:
    """Give the age in completed months, as the register counts it; below 0 before birth."""
    year, month, inside = parts(np.asarray(born))
    now_year, now_month, now_inside = parts(np.asarray(day, dtype=np.int64))
    return (now_year - year) * 12 + now_month - month - (now_inside < inside)


def sixteenth(born: Whole) -> Days:
    """Give the day of the 16th birthday; of 29 February, 1 March where there is no 29th."""
    year, month, inside = parts(born)
    months = ((year + 16 - 1970) * 12 + month - 1).astype("datetime64[M]")
    return (months.astype("datetime64[D]").astype(np.int64) + inside - 1).astype(np.int32)
