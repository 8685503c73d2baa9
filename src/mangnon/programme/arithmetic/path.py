"""The straight path from base to step to due date, on one side of a break."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from mangnon.programme.arithmetic.inputs import Point, Question, exact_number
from mangnon.programme.arithmetic.periods import (
    closed,
    containing,
    known_since_break,
    last_break,
)


@dataclass(frozen=True, slots=True)
class Knot:
    """A value on a day, in the indicator's unit: of a path, or of the points of a trend."""

    at: date
    value: float


@dataclass(frozen=True, slots=True)
class BaseUsed:
    """The value from which a path starts, and where it comes from.

    ``measured``: not printed, taken from the series that judges. ``restarted``: the series
    broke after the promise's own base, so the path starts with the first value since.
    """

    on: date
    value: float
    measured: bool
    restarted: bool = False


def base_of(question: Question) -> BaseUsed | None:
    """Return the promise's own base, printed or measured, or None where there is neither."""
    base = question.base
    if base is None:
        return None
    if base.value is not None:
        return BaseUsed(base.on, base.value, measured=False)
    point = containing(closed(question), base.on)
    value = point.exact(question.unit) if point else None
    if point is None or value is None:
        return None
    return BaseUsed(point.as_of, float(value), measured=True)


def start_of_path(question: Question, judged: Point) -> BaseUsed | None:
    """Return the base from which a path reaches the judged point without crossing a break."""
    base = base_of(question)
    broke = last_break(question, judged.as_of)
    if broke is None or (base is not None and base.on >= broke):
        return base
    since = known_since_break(question, judged)
    if not since:
        return None
    value = since[0].exact(question.unit)
    return BaseUsed(since[0].as_of, float(value or 0), measured=True, restarted=True)


def path_from(question: Question, base: BaseUsed) -> tuple[Knot, ...]:
    """Return base, then the steps after it, in order of date."""
    steps = [Knot(s.due, s.value) for s in question.steps if s.due > base.on]
    return (Knot(base.on, base.value), *steps)


def value_on(path: Sequence[Knot], day: date) -> Fraction | None:
    """Return the path's value on a day, flat after its end; None before it starts."""
    if not path or day < path[0].at:
        return None
    for left, right in pairwise(path):
        if day <= right.at:
            gone = Fraction((day - left.at).days, (right.at - left.at).days)
            start, end = exact_number(left.value), exact_number(right.value)
            return start + (end - start) * gone
    return exact_number(path[-1].value)
