"""How much of a person's time posts take: nobody has more than the whole of it."""

from collections.abc import Iterable
from datetime import date

WHOLE = 1.0 + 1e-9  # thirds add up to a little more than one


def most_time(
    spells: Iterable[tuple[date, date | None, float]], since: date = date.min
) -> tuple[float, date]:
    """Return the largest sum of shares on one day from ``since`` on, and the first such day.

    A spell is (first day, first day after it or None, share of time).
    """
    held = list(spells)
    days = sorted({max(start, since) for start, _, _ in held}) or [since]
    sums = [(sum(share for *life, share in held if _holds(*life, day)), day) for day in days]
    return max(sums, key=lambda one: one[0])


def _holds(start: date, end: date | None, day: date) -> bool:
    return start <= day and (end is None or day < end)
