"""Days, ages and the window of a year, by the calendar alone."""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, counted as it stands on ``day``: its last one, or today."""

    number: int
    day: date

    @property
    def first(self) -> date:
        """The first of January."""
        return date(self.number, 1, 1)

    @property
    def window_first(self) -> date:
        """The first day of the 12 months that end on ``day``."""
        return months_after(self.day + ONE_DAY, -12)

    def holds(self, day: date | None) -> bool:
        """Whether ``day`` lies in the year, and has come."""
        return day is not None and self.first <= day <= self.day

    def in_window(self, day: date | None) -> bool:
        """Whether ``day`` is one of the 12 months' days."""
        return day is not None and self.window_first <= day <= self.day


def year_of(number: int, today: date) -> Year:
    """Return a year as it stands on 31 December, or today when it is not over."""
    return Year(number, min(date(number, 12, 31), today))


def open_on(start: date | None, end: date | None, day: date) -> bool:
    """Whether a spell [start, end) holds ``day``; no start or no end is no bound."""
    return (start is None or start <= day) and (end is None or day < end)


def completed_months(born: date, day: date) -> int:
    """Return the months completed on ``day``: a month ends on the day of birth's number."""
    months = (day.year - born.year) * 12 + day.month - born.month
    return months - 1 if day.day < born.day else months


def completed_years(born: date, day: date) -> int:
    """Return the age in completed years."""
    return completed_months(born, day) // 12


def months_after(day: date, months: int) -> date:
    """Return the same day so many months on; a shorter month gives its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
