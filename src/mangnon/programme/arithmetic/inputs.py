"""What a judgement is made from: the promise, the series that judges it, and the day."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

Unit = Literal["percent", "per_mille", "count", "ratio"]
Better = Literal["lower", "higher"]
Comparator = Literal["<", "<=", ">", ">=", "="]
Level = Literal["area", "district", "commune"]

SCALES: dict[Unit, int] = {"percent": 100, "per_mille": 1000, "count": 1, "ratio": 1}
LEVELS: tuple[Level, ...] = ("area", "district", "commune")

# Sums carried across places by share hold to 1e-9; a fraction this fine forgets that noise
# and keeps every fraction of whole persons that a province can have.
_FINEST = 10**6


@dataclass(frozen=True, slots=True)
class Step:
    """What is promised by a day, in the indicator's unit; the comparator as it is read."""

    due: date
    comparator: Comparator
    value: float
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Base:
    """Where the promise starts. Without a value it is measured from the series that judges."""

    on: date
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One period [start, end) of the series that judges.

    ``value``, ``lower`` and ``upper`` are in the indicator's unit. Where numerator and
    denominator are known the comparison is made on them and ``value`` may be left out. A
    period without a figure has none of the three; a withheld one says so and is never used.
    """

    start: date
    end: date
    as_of: date
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    provisional: bool = False
    withheld: bool = False

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return self.end - timedelta(days=1)

    def exact(self, unit: Unit) -> Fraction | None:
        """Return the value unrounded, in the unit, or None where it is not known."""
        if self.withheld:
            return None
        if self.numerator is not None and unit == "count":
            return exact_number(self.numerator)
        if self.numerator is not None and self.denominator:
            return _tidy(self.numerator) * SCALES[unit] / _tidy(self.denominator)
        return None if self.value is None else exact_number(self.value)


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that a judgement of one target at one place on one day depends on.

    ``on`` counts to its end: on 31 December the year is over. ``final_after_days`` is how long
    after a period's last day its decision is due (T8: recognised in the months after).
    ``data_age_days`` is the age above which a figure no longer speaks for the day.
    """

    on: date
    unit: Unit
    better: Better
    steps: tuple[Step, ...]
    base: Base | None
    points: tuple[Point, ...]
    breaks: tuple[date, ...] = ()
    level: Level = "area"
    judged_at: Level = "commune"
    minimum_denominator: float = 0.0
    data_age_days: int = 400
    final_after_days: int = 0
    decimals: int = 1

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a target has at least one step")
        object.__setattr__(self, "steps", tuple(sorted(self.steps, key=lambda s: s.due)))
        object.__setattr__(self, "points", tuple(sorted(self.points, key=lambda p: p.end)))
        object.__setattr__(self, "breaks", tuple(sorted(self.breaks)))

    @property
    def is_judged_here(self) -> bool:
        """Whether the place stands at or above the lowest level that may be judged."""
        return LEVELS.index(self.level) <= LEVELS.index(self.judged_at)


def exact_number(value: float) -> Fraction:
    """Return the decimal number that a person sees printed for the value."""
    return Fraction(repr(float(value)))


def _tidy(value: float) -> Fraction:
    return Fraction(value).limit_denominator(_FINEST)
