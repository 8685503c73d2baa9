"""The yearly path 2012-2025 that the simulation follows, each number marked known or plausible.

Known numbers were read in public pages: the province's report for 2024 (491,053 children, 4,222
in special circumstances, 7.96 % underweight, 11.9 % stunted), its education report (666 of 780
public schools at standard at the end of 2023), its child-friendly communes (129 of 235 in 2020,
151 of 235 in 2022) and the sex ratio at birth of 2017. Everything else was chosen so that a
simulation looks right and is never to be quoted.
"""

from dataclasses import dataclass, fields
from typing import Any

FULL_SIZE = 491_053  # children under 16 at the end of 2024: the province in full
FIRST_YEAR, LAST_YEAR = 2012, 2025


@dataclass(frozen=True, slots=True)
class Year:
    """One row of the path: counts in thousands, shares in per cent, deaths per 1,000 births."""

    year: int
    children_k: float
    births_k: float
    boys_per_100: float
    deaths_true: float
    deaths_registered: float
    t1: float
    t2: float
    t3: float
    t4: float
    t5: float
    t7: float
    t8: float | None  # None: not yet assessed
    known: frozenset[str] = frozenset()


def _year(*values: Any, known: tuple[str, ...] = ()) -> Year:
    names = [field.name for field in fields(Year)][: len(values)]
    return Year(**dict(zip(names, values, strict=True)), known=frozenset(known))


# year, children, births, boys, deaths true, registered, T1, T2, T3, T4, T5, T7, T8
PATH = (
    _year(2012, 427, 32.5, 119, 15.0, 5.2, 2.95, 71, 93.6, 14.8, 25.0, 43, 45),
    _year(2013, 432, 30.0, 119, 14.4, 4.9, 2.85, 74, 94.3, 14.0, 24.0, 46, 52),
    _year(2014, 440, 31.0, 118, 13.9, 4.7, 2.68, 78, 95.8, 13.2, 23.0, 50, 58),
    _year(2015, 449, 30.5, 118, 13.3, 4.4, 2.46, 81.5, 97.0, 12.6, 22.0, 54, 67),
    _year(2016, 457, 30.0, 117, 12.8, 4.2, 2.30, 84, 97.7, 12.0, 21.0, 58, 75),
    _year(2017, 465, 30.5, 116, 12.4, 4.0, 1.62, 86, 98.1, 11.4, 19.9, 62, 82,
          known=("boys_per_100",)),
    _year(2018, 473, 29.5, 116, 12.0, 3.8, 1.50, 89, 98.1, 10.8, 18.9, 65, 88),
    _year(2019, 480, 28.5, 115.5, 11.7, 3.6, 1.35, 92, 98.3, 10.1, 17.8, 69, 46),
    _year(2020, 485, 26.5, 115, 11.3, 3.4, 1.22, 95.6, 98.7, 9.5, 16.6, 75, 12900 / 235,
          known=("t8",)),
    _year(2021, 489, 24.5, 115, 11.0, 3.4, 1.12, 96.0, 97.9, 9.2, 15.4, 79, 59.6),
    _year(2022, 491, 22.5, 114, 10.6, 3.3, 1.02, 97.0, 97.4, 8.7, 14.1, 82, 15100 / 235,
          known=("t8",)),
    _year(2023, 491, 21.5, 114, 10.3, 3.2, 0.93, 97.6, 97.0, 8.3, 13.0, 66600 / 780, 69,
          known=("t7",)),
    _year(2024, 491.053, 22.0, 113, 10.0, 3.1, 422200 / 491053, 98.2, 96.6, 7.96, 11.9, 86.5, 73,
          known=("children_k", "t1", "t4", "t5")),
    _year(2025, 489, 21.5, 112, 9.8, 3.1, 0.82, 98.4, 96.3, 7.7, 11.2, 87.5, None),
)  # fmt: skip
BY_YEAR = {row.year: row for row in PATH}

T1_OLD_LAW_2017 = 2.20  # the share by the ten groups of 2004 when they end, in May 2017
T1_AT_START = 3.02  # on 1 January 2012
# Shown beside T2, and plausible only: an approved plan with a service in time (T2b), and
# reintegration that still held half a year later (T2c), as shares of T2's denominator.
PLANS = {year: 18.0 + 2.2 * (year - FIRST_YEAR) for year in BY_YEAR}
OUTCOMES = {year: 5.0 + 1.1 * (year - FIRST_YEAR) for year in BY_YEAR}
# Households on the yearly lists, per cent: the standard changed in 2016 and in 2022.
POOR = {
    2012: 9.6, 2013: 8.0, 2014: 6.4, 2015: 5.0, 2016: 6.9, 2017: 5.6, 2018: 4.2, 2019: 2.9,
    2020: 2.0, 2021: 1.8, 2022: 3.1, 2023: 2.4, 2024: 1.8, 2025: 1.5,
}  # fmt: skip
NEAR_POOR = {year: 4.6 - 0.17 * (year - FIRST_YEAR) for year in BY_YEAR}
