"""Today and now in Vietnam, real or pinned.

Two pins exist: one for the process (a demonstration stands on one day) and one for a context
(a test or a simulation lives through days); the context's is looked at first.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_process_day: date | None = None
_context_day: ContextVar[date | None] = ContextVar("mangnon_pinned_day", default=None)


def today() -> date:
    """Give the pinned day, or the calendar day in Vietnam."""
    return _pinned_day() or datetime.now(ZONE).date()


def now() -> datetime:
    """Give this moment in Vietnam, aware; under a pin the pinned day at the real time of day."""
    moment = datetime.now(ZONE)
    day = _pinned_day()
    return moment if day is None else datetime.combine(day, moment.timetz())


def is_pinned() -> bool:
    """Tell whether a pin stands, of the process or of this context."""
    return _pinned_day() is not None


def pin(day: date | None) -> None:
    """Pin the whole process to a day, all its threads; None lets the real day run again."""
    global _process_day  # the pin of the process is one by its nature
    _process_day = None if day is None else _plain(day)


@contextmanager
def pinned(day: date) -> Iterator[None]:
    """Pin this context to a day; pins nest, and other threads and tasks do not see it.

    A thread started inside begins without the pin: pin again there, or hand it
    `contextvars.copy_context().run`.
    """
    token = _context_day.set(_plain(day))
    try:
        yield
    finally:
        _context_day.reset(token)


def _pinned_day() -> date | None:
    return _context_day.get() or _process_day


def _plain(day: date) -> date:
    """Refuse a datetime, which is a date by inheritance only and would leak its time of day."""
    if isinstance(day, datetime):
        raise TypeError(f"pin a date, not a datetime: {day!r}")
    return day
