"""Totals that others would report: mortality in three series, nutrition surveys (invented).

They are of the size of the real province, whatever the size of the register, because a thinned
register has too few deaths to show anything.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.profile import Profile, Year
from mangnon.text.sentence import Sentence

_SURVEYED = 1500
CENSUS_YEAR = 2019


@dataclass(frozen=True, slots=True)
class Report:
    """One reported figure of the whole programme area."""

    indicator: str
    series: str
    year: int
    reported_on: date
    source: Sentence
    numerator: float | None = None
    denominator: float | None = None
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None


def reports(profile: Profile, seed: int) -> list[Report]:
    """Give every report of the path's years."""
    chance = stream(seed, "reports")
    found: list[Report] = []
    for row in profile.years.values():
        found.append(_registered(row))
        found.append(_statistics(row))
        found += [_survey(chance, "T4", row), _survey(chance, "T5", row)]
    found.append(_census(profile.years[CENSUS_YEAR]))
    return found


def _registered(row: Year) -> Report:
    year = row.year
    births = round(row.births_k * 1000)
    return Report(
        "T6", "registered", year, date(year + 1, 1, 10),
        Sentence(
            vi=f"Số liệu mô phỏng: ca sinh và ca tử vong dưới 5 tuổi được đăng ký năm {year}.",
            en=f"Simulated: births and under-5 deaths registered in {year}.",
        ),
        numerator=round(row.births_k * row.deaths_registered), denominator=births,
    )  # fmt: skip


def _statistics(row: Year) -> Report:
    year, rate = row.year, row.deaths_true
    return Report(
        "T6", "statistics", year, date(year + 1, 1, 12),
        Sentence(
            vi=f"Số liệu mô phỏng: ước lượng kiểu điều tra biến động dân số năm {year}.",
            en=f"Simulated: an estimate as of a population change survey, {year}.",
        ),
        estimate=rate, lower=round(rate * 0.82, 1), upper=round(rate * 1.2, 1),
    )  # fmt: skip


def _census(row: Year) -> Report:
    rate = row.deaths_true + 0.3
    return Report(
        "T6", "census", CENSUS_YEAR, date(CENSUS_YEAR + 1, 1, 14),
        Sentence(
            vi="Số liệu mô phỏng: ước lượng kiểu tổng điều tra dân số năm 2019.",
            en="Simulated: an estimate as of the 2019 census.",
        ),
        estimate=rate, lower=round(rate * 0.88, 1), upper=round(rate * 1.13, 1),
    )  # fmt: skip


def _survey(chance: np.random.Generator, indicator: str, row: Year) -> Report:
    """Give the survey of about 1,500 children whose share comes nearest to the path's."""
    year = row.year
    share = (row.t4 if indicator == "T4" else row.t5) / 100
    around = _SURVEYED + int(chance.integers(-40, 41))
    sizes = np.arange(around - 12, around + 13)
    n = int(sizes[np.argmin(np.abs(np.round(sizes * share) / sizes - share))])
    kind = ("nhẹ cân", "underweight") if indicator == "T4" else ("thấp còi", "stunting")
    return Report(
        indicator, "survey", year, date(year + 1, 1, 8),
        Sentence(
            vi=f"Số liệu mô phỏng: giám sát dinh dưỡng năm {year}, {n} trẻ, thể {kind[0]}.",
            en=f"Simulated: nutrition surveillance {year}, {n} children, {kind[1]}.",
        ),
        numerator=round(n * share), denominator=n,
    )  # fmt: skip
