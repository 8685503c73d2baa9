"""Periods: half-open intervals of a kind, the day each is counted on, and which have begun."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mangnon.indicators.declaration import Cutoff

KINDS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "school_year": 12}  # months
_SCHOOL_YEAR_BEGINS = 8  # August
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """``[start, end)``, counted as of the day ``as_of`` (its cut-off, or today if not over)."""

    kind: str
    start: date
    end: date
    as_of: date
    provisional: bool

    @property
    def window_start(self) -> date:
        """The first of the twelve months that end with ``as_of``."""
        return months_later(self.as_of + _DAY, -12)

    @property
    def name(self) -> str:
        """A short name: 2020, 2020-Q3, 2020-07, 2020/2021."""
        return _NAMES[self.kind](self.start)


_NAMES = {
    "year": lambda day: f"{day.year}",
    "school_year": lambda day: f"{day.year}/{day.year + 1}",
    "half_year": lambda day: f"{day.year}-H{1 if day.month < 7 else 2}",
    "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "month": lambda day: f"{day.year}-{day.month:02d}",
}


def months_later(day: date, months: int) -> date:
    """Return the same day of the month so many months on; the month's last where it has none."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    following = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    return min(first + (day.day - 1) * _DAY, following - _DAY)


def start_of(kind: str, day: date) -> date:
    """Return the first day of the period of ``kind`` that holds ``day``."""
    if kind == "school_year":
        return date(day.year - (day.month < _SCHOOL_YEAR_BEGINS), _SCHOOL_YEAR_BEGINS, 1)
    step = KINDS[kind]
    return date(day.year, (day.month - 1) // step * step + 1, 1)


def period_of(kind: str, start: date, today: date, cutoffs: tuple[Cutoff, ...] = ()) -> Period:
    """Return the period of ``kind`` that begins on ``start``, as it stands on ``today``."""
    end = months_later(start, KINDS[kind])
    close = _close(start, end, cutoffs)
    return Period(kind, start, end, min(close, today), provisional=today <= close)


def _close(start: date, end: date, cutoffs: tuple[Cutoff, ...]) -> date:
    """The day that closes a period: its last, or its year's cut-off where one is declared."""
    rules = [rule for rule in cutoffs if rule.start <= start]
    last = end - _DAY
    if not rules:
        return last
    month, day = map(int, rules[-1].day.split("-"))
    for year in (start.year, end.year):
        close = months_later(date(year, month, 1), 0) + (day - 1) * _DAY
        if start <= close < end:
            return close
    return last


def periods_until(
    kind: str, first: date, today: date, cutoffs: tuple[Cutoff, ...] = ()
) -> Iterator[Period]:
    """Yield every period of ``kind`` from the one that holds ``first`` to today's."""
    start = start_of(kind, first)
    while start <= today:
        yield period_of(kind, start, today, cutoffs)
        start = months_later(start, KINDS[kind])
