"""How large the province is, and the days it spans, as whole days since 1970-01-01."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]
Ints = NDArray[np.int64]

SEED = 2012
COMMUNES = 207
DISTRICTS = 12
FIRST = date(2012, 1, 1)
TODAY = date(2023, 12, 31)  # twelve yearly periods: 2012 to 2023
EPOCH = date(1970, 1, 1)
NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Size:
    """How many children the register holds, and how often they were weighed in all."""

    children: int = 500_000
    measurements: int = 5_000_000


def day(one: date) -> int:
    """Give a date as whole days."""
    return (one - EPOCH).days


FIRST_DAY = day(FIRST)
LAST_DAY = day(TODAY)
LAW_CHANGED = day(date(2017, 6, 1))


def dates(days: Days) -> NDArray[np.datetime64]:
    """Give whole days as dates; NEVER becomes NaT."""
    found = np.where(days == NEVER, 0, days).astype("datetime64[D]")
    found[days == NEVER] = np.datetime64("NaT")
    return found


def years_on(days: Days, years: int) -> Days:
    """Give the same day some years later; 29 February becomes 1 March."""
    months = days.astype("datetime64[D]").astype("datetime64[M]")
    rest = days.astype("datetime64[D]") - months.astype("datetime64[D]")
    return ((months + 12 * years).astype("datetime64[D]") + rest).astype(np.int64)
