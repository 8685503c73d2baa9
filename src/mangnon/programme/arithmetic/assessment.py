"""The answer: a word for each step, with every number that led to it."""

from dataclasses import dataclass
from datetime import date

from mangnon.programme.arithmetic.inputs import Better, Level, Point, Step, Unit
from mangnon.programme.arithmetic.path import BaseUsed, Knot
from mangnon.programme.arithmetic.statuses import Reason, Status


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one step stands by one period.

    Values, changes and differences are in the indicator's unit. ``difference`` is the judged
    value less what was promised; ``path_difference`` less the path's value on its day.
    ``required_annual`` leads from the judged value to the step by its due date (None once
    that is past), ``promised_annual`` from the base to it, ``observed_annual`` is the slope of
    the ``trend``. ``decimals`` are enough that rounding does not turn the verdict round.
    """

    step: Step
    status: Status
    reason: Reason
    decimals: int
    point: Point | None = None
    awaiting: date | None = None  # last day of the period whose decision is not due
    value: float | None = None
    meets: bool | None = None
    interval_holds: bool = False
    difference: float | None = None
    base: BaseUsed | None = None
    path: tuple[Knot, ...] = ()
    path_value: float | None = None
    path_difference: float | None = None
    promised_annual: float | None = None
    required_annual: float | None = None
    trend: tuple[Knot, ...] = ()
    observed_annual: float | None = None
    forecast: float | None = None
    forecast_meets: bool | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """How a target stands at a place on a day.

    ``steps`` has one judgement a step, in order of due date. The one that gives the status is
    the first step not yet past, on its due date too; after the last due date, the last.
    ``now`` stands beside it after the last due date: the latest value against the last step.
    ``judged`` is False below the lowest level that may be judged; there is no status then.
    """

    on: date
    unit: Unit
    better: Better
    judged: bool
    level: Level
    judged_at: Level
    minimum_denominator: float
    data_age_days: int
    final_after_days: int
    base: BaseUsed | None
    steps: tuple[Judgement, ...]
    now: Judgement | None

    @property
    def current(self) -> Judgement | None:
        """The judgement that gives the status."""
        ahead = (j for j in self.steps if j.step.due >= self.on)
        return next(ahead, self.steps[-1] if self.steps else None)

    @property
    def status(self) -> Status | None:
        """The word, or None where the target is not judged at this level."""
        return self.current.status if self.current else None
