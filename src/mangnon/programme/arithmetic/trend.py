"""The linear trend of the last yearly values, and where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mangnon.programme.arithmetic.inputs import Point, Question, Unit, exact_number
from mangnon.programme.arithmetic.path import Knot
from mangnon.programme.arithmetic.periods import known_since_break

MOST_VALUES, FEWEST_VALUES = 5, 3
DAYS_A_YEAR = Fraction(1461, 4)
_RANGES: dict[Unit, tuple[int, int | None]] = {
    "percent": (0, 100),
    "per_mille": (0, 1000),
    "count": (0, None),
    "ratio": (0, None),
}


@dataclass(frozen=True, slots=True)
class Trend:
    """A straight line through yearly values: ``annual`` is its change a year, in the unit."""

    values: tuple[Knot, ...]
    annual: Fraction
    _middle_day: Fraction
    _middle_value: Fraction

    def at(self, day: date, unit: Unit) -> Fraction:
        """Return the line's value on a day, kept within what the unit can be."""
        years = (day.toordinal() - self._middle_day) / DAYS_A_YEAR
        value = self._middle_value + self.annual * years
        low, high = _RANGES[unit]
        return max(Fraction(low), value if high is None else min(Fraction(high), value))


def trend_of(question: Question, judged: Point) -> Trend | None:
    """Fit at most the last five yearly values since the last break; None under three."""
    yearly = {p.as_of.year: p for p in known_since_break(question, judged)}
    points = [yearly[year] for year in sorted(yearly)][-MOST_VALUES:]
    if len(points) < FEWEST_VALUES:
        return None
    values = [(p.as_of.toordinal(), p.exact(question.unit) or Fraction(0)) for p in points]
    return _fit(
        values, tuple(Knot(p.as_of, float(v)) for p, (_, v) in zip(points, values, strict=True))
    )


def annual_change(start: Knot, end: Knot) -> Fraction | None:
    """Return the change a year that leads from one value to another; None without time."""
    days = (end.at - start.at).days
    if days <= 0:
        return None
    return (exact_number(end.value) - exact_number(start.value)) * DAYS_A_YEAR / days


def _fit(values: Sequence[tuple[int, Fraction]], shown: tuple[Knot, ...]) -> Trend:
    middle_day = Fraction(sum(day for day, _ in values), len(values))
    middle = sum((value for _, value in values), Fraction(0)) / len(values)
    spread = sum(((day - middle_day) ** 2 for day, _ in values), Fraction(0))
    together = sum(((day - middle_day) * (value - middle) for day, value in values), Fraction(0))
    return Trend(shown, together * DAYS_A_YEAR / spread, middle_day, middle)
