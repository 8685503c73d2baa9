"""The working days as they were known on a day: the statutory ones, and what was announced.

Statutory days come from the package ``holidays`` (Labour Code, article 112; Tết by the lunar
calendar); an administrator adds what the government announces for a year: further days off, and
Saturdays worked in exchange. A row stands above the statutory day of the same date.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from holidays.countries.vietnam import Vietnam

from mangnon.clock.workdays import Special, Workdays
from mangnon.duties.models import SpecialDay

_AROUND = 2  # years before and after, in which a deadline may fall


def workdays(known_on: date, *, around: date | None = None) -> Workdays:
    """Give the working days round a day (``known_on`` if none is given), as known on a day."""
    middle = (around or known_on).year
    rows = SpecialDay.objects.filter(day__year__range=(middle - _AROUND, middle + _AROUND))
    announced = [
        Special(day, is_off, on)
        for day, is_off, on in rows.values_list("day", "is_off", "announced_on")
        if on <= known_on
    ]
    told = {one.day for one in announced}
    statutory = [
        Special(day, is_off=True)
        for year in range(middle - _AROUND, middle + _AROUND + 1)
        for day in _statutory(year)
        if day not in told
    ]
    return Workdays.known_on(known_on, [*statutory, *announced])


@cache
def _statutory(year: int) -> tuple[date, ...]:
    """Give a year's days off by law, without what the government moved: that is announced."""
    days = Vietnam(years=year, language="en_US")
    return tuple(sorted(day for day, name in days.items() if not name.startswith("Day off (")))


@dataclass(frozen=True, slots=True)
class Shown:
    """A special day as the calendar's page tells it; statutory days are nobody's announcement."""

    day: date
    is_off: bool
    name: str
    announced_on: date | None = None
    basis: str = ""


def days_of(year: int, known_on: date) -> list[Shown]:
    """Return a year's days off and days worked in exchange, as known on a day."""
    rows = SpecialDay.objects.filter(day__year=year, announced_on__lte=known_on)
    told = {
        one.day: Shown(one.day, one.is_off, one.name_vi, one.announced_on, one.basis)
        for one in rows
    }
    names = Vietnam(years=year, language="vi")
    statutory = {one: Shown(one, is_off=True, name=names[one]) for one in _statutory(year)}
    return sorted({**statutory, **told}.values(), key=lambda one: one.day)
