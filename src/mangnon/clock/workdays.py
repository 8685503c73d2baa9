"""Working days: weekdays, less the days off that were announced, plus the Saturdays worked instead.

A leave is often announced after a duty was handed down. What a calendar says therefore depends on
the day on which it is asked: ``Workdays.known_on``. No Django here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5
FARTHEST = 3_660  # days looked through for a working day: more is a mistake in a calendar


class NoWorkingDay(Exception):
    """A calendar has no working day for ten years; the message says from which day."""


@dataclass(frozen=True, slots=True)
class Special:
    """A day that is not what its weekday says: off, or worked in exchange; and since when known."""

    day: date
    is_off: bool
    announced_on: date = date.min


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days are worked."""

    off: frozenset[date] = field(default_factory=frozenset)
    worked: frozenset[date] = field(default_factory=frozenset)

    @classmethod
    def known_on(cls, day: date, specials: Iterable[Special]) -> "Workdays":
        """Give the working days as they were known in the evening of ``day``."""
        known = [one for one in specials if one.announced_on <= day]
        off = frozenset(one.day for one in known if one.is_off)
        return cls(off, frozenset(one.day for one in known if not one.is_off))

    def holds(self, day: date) -> bool:
        """Tell whether a day is worked."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def after(self, day: date, number: int) -> date:
        """Give the ``number``-th working day after a day, which is not counted; 0 gives ``day``.

        So counts the Civil Code (articles 147 and 148): the day of the event is left out.
        """
        if number < 0:
            raise ValueError(f"working days are counted forward, not by {number}")
        days = self._ahead(day, _DAY)
        for _ in range(number):
            day = next(days)
        return day

    def before(self, day: date, number: int) -> date:
        """Give the ``number``-th working day before a day, which is left out; 0 gives ``day``."""
        days = self._ahead(day, -_DAY)
        for _ in range(number):
            day = next(days)
        return day

    def last_before(self, day: date) -> date:
        """Give the last working day before a day: what is due "before the 30th" is due then."""
        return next(self._ahead(day, -_DAY))

    def on_or_after(self, day: date) -> date:
        """Give the day itself where it is worked, else the next working day (article 148, 5)."""
        return day if self.holds(day) else self.after(day, 1)

    def between(self, first: date, last: date) -> int:
        """Count the working days after ``first`` up to and with ``last``; negative backwards."""
        if last < first:
            return -self.between(last, first)
        days = (last - first).days
        return sum(self.holds(first + one * _DAY) for one in range(1, days + 1))

    def _ahead(self, day: date, step: timedelta) -> Iterator[date]:
        """Yield the working days from a day on, without the day."""
        start = day
        while abs((day - start).days) < FARTHEST:
            day += step
            if self.holds(day):
                start = day
                yield day
        raise NoWorkingDay(f"no working day within ten years of {start.isoformat()}")
