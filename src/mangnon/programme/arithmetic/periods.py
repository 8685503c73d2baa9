"""Which period of a series speaks for a day: closed, decided, and on this side of a break."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from mangnon.programme.arithmetic.inputs import Point, Question


def closed(question: Question) -> list[Point]:
    """Return the periods that were over by the end of the day, oldest first."""
    return [p for p in question.points if p.last_day <= question.on and not p.provisional]


def is_decided(last_day: date, question: Question) -> bool:
    """Whether the decision on a period that ends on ``last_day`` is due by the day."""
    return last_day + timedelta(days=question.final_after_days) <= question.on


def containing(points: Iterable[Point], day: date) -> Point | None:
    """Return the point whose period holds the day."""
    return next((p for p in points if p.start <= day < p.end), None)


def awaited(question: Question) -> date | None:
    """Return the last day of the latest period that is over and whose decision is not due.

    The period need not have a figure yet: the one that follows the last figure counts too.
    """
    points = closed(question)
    if not question.final_after_days or not points:
        return None
    last = points[-1]
    candidates = [last.last_day, _following(last)]
    over = [day for day in candidates if day <= question.on]
    return next((day for day in reversed(over) if not is_decided(day, question)), None)


def last_break(question: Question, day: date) -> date | None:
    """Return the last break in the series on or before the day."""
    return max((b for b in question.breaks if b <= day), default=None)


def known_since_break(question: Question, until: Point) -> list[Point]:
    """Return the closed points with a value, since the last break, up to and with ``until``."""
    start = last_break(question, until.as_of)
    return [
        p
        for p in closed(question)
        if p.end <= until.end
        and p.exact(question.unit) is not None
        and (start is None or p.as_of >= start)
    ]


def _following(point: Point) -> date:
    """Return the last day of the period of the same length that follows a point's."""
    months = (point.end.year - point.start.year) * 12 + point.end.month - point.start.month
    index = point.end.year * 12 + point.end.month - 1 + max(months, 1)
    year, month = index // 12, index % 12 + 1
    day = min(point.end.day, monthrange(year, month)[1])
    return date(year, month, day) - timedelta(days=1)
