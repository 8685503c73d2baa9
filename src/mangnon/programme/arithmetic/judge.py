"""One step judged by one period: the first word that applies."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from mangnon.programme.arithmetic import compare
from mangnon.programme.arithmetic.assessment import Judgement
from mangnon.programme.arithmetic.inputs import Point, Question, Step, exact_number
from mangnon.programme.arithmetic.path import Knot, path_from, start_of_path, value_on
from mangnon.programme.arithmetic.periods import awaited, closed, containing, is_decided
from mangnon.programme.arithmetic.statuses import Reason, Status
from mangnon.programme.arithmetic.trend import annual_change, trend_of


@dataclass(slots=True)
class _Work:
    """A judgement in the making."""

    question: Question
    step: Step
    decimals: int
    numbers: dict[str, Any] = field(default_factory=dict)

    def say(self, status: Status, reason: Reason) -> Judgement:
        return Judgement(self.step, status, reason, self.decimals, **self.numbers)


def judge_at_due(question: Question, step: Step) -> Judgement:
    """Judge a step whose day has come, by the period that holds its due date."""
    work = _Work(question, step, question.decimals)
    point = containing(question.points, step.due)
    last_day = point.last_day if point else step.due
    if not is_decided(last_day, question) or (point is not None and point.provisional):
        work.numbers["awaiting"] = last_day
        return work.say(Status.NOT_YET_ASSESSED, Reason.AWAITING)
    return _data_fault(work, point, step.due) or _kept(work)


def judge_ahead(question: Question, step: Step) -> Judgement:
    """Judge a step that is still ahead, by the latest closed period."""
    work = _Work(question, step, question.decimals)
    return _latest_fault(work) or _on_the_way(work)


def judge_now(question: Question) -> Judgement:
    """Judge the last step by the latest closed period, when its due date is past."""
    work = _Work(question, question.steps[-1], question.decimals)
    return _latest_fault(work) or _kept(work)


def _latest_fault(work: _Work) -> Judgement | None:
    """Take the latest closed period that has a figure; say so where it cannot be judged."""
    question = work.question
    waiting = awaited(question)
    if waiting is not None:
        work.numbers["awaiting"] = waiting
        return work.say(Status.NOT_YET_ASSESSED, Reason.AWAITING)
    figures = [p for p in closed(question) if p.withheld or p.exact(question.unit) is not None]
    return _data_fault(work, figures[-1] if figures else None, question.on)


def _data_fault(work: _Work, point: Point | None, day: date) -> Judgement | None:
    """Note the point and its numbers; return a judgement where it cannot carry a verdict."""
    question = work.question
    value = point.exact(question.unit) if point else None
    if point is None or (value is None and not point.withheld):
        return work.say(Status.NO_DATA, Reason.NO_FIGURE)
    work.numbers["point"] = point
    if value is None:
        return work.say(Status.TOO_FEW, Reason.WITHHELD)
    _note_value(work, value)
    _note_way(work, point, value)
    if point.denominator is not None and point.denominator < question.minimum_denominator:
        return work.say(Status.TOO_FEW, Reason.BELOW_MINIMUM)
    if (day - point.as_of).days > question.data_age_days:
        return work.say(Status.TOO_OLD, Reason.OLD)
    return None


def _kept(work: _Work) -> Judgement:
    """Say whether the promise is met, or cannot be told from met within the error."""
    met = work.numbers["meets"]
    if work.numbers["interval_holds"]:
        status = Status.MET_WITHIN_ERROR if met else Status.TOO_CLOSE
    else:
        status = Status.MET if met else Status.MISSED
    return work.say(status, Reason.AGAINST_STEP)


def _on_the_way(work: _Work) -> Judgement:
    """Say whether the latest value keeps up with the path; without one, by the trend."""
    numbers = work.numbers
    if numbers["meets"]:
        return work.say(Status.ON_TRACK, Reason.AGAINST_STEP)
    base = numbers["base"]
    if base is not None and numbers["path_value"] is not None:
        if numbers["point"].as_of == base.on:
            return work.say(Status.TOO_FEW, Reason.ONE_VALUE)
        return _against_path(work)
    if numbers["forecast_meets"] is None:
        return work.say(Status.TOO_FEW, Reason.NO_PATH)
    status = Status.ON_TRACK if numbers["forecast_meets"] else Status.BEHIND
    return work.say(status, Reason.AGAINST_FORECAST)


def _against_path(work: _Work) -> Judgement:
    question, point = work.question, work.numbers["point"]
    on_path = value_on(work.numbers["path"], point.as_of) or Fraction(0)
    value = point.exact(question.unit)
    way = compare.direction(work.step.comparator, question.better)
    needed = compare.decimals_needed(value, compare.bound(way), on_path, question.decimals)
    work.decimals = max(work.decimals, needed)
    if compare.at_least_as_good(value, on_path, way):
        return work.say(Status.ON_TRACK, Reason.AGAINST_PATH)
    uncertain = compare.interval_holds(point, on_path)
    return work.say(Status.TOO_CLOSE if uncertain else Status.BEHIND, Reason.AGAINST_PATH)


def _note_value(work: _Work, value: Fraction) -> None:
    promised = exact_number(work.step.value)
    comparator = work.step.comparator
    fewest = work.question.decimals
    work.decimals = compare.decimals_needed(value, comparator, promised, fewest)
    work.numbers |= {
        "value": float(value),
        "meets": compare.meets(value, comparator, promised),
        "interval_holds": compare.interval_holds(work.numbers["point"], promised),
        "difference": float(value - promised),
    }


def _note_way(work: _Work, point: Point, value: Fraction) -> None:
    """Note path, pace and trend: base to step, judged value to step, the last years."""
    question, step = work.question, work.step
    base = start_of_path(question, point)
    path = path_from(question, base) if base else ()
    on_path = value_on(path, point.as_of)
    here, goal = Knot(point.as_of, float(value)), Knot(step.due, step.value)
    work.numbers |= {
        "base": base,
        "path": path,
        "path_value": _number(on_path),
        "path_difference": None if on_path is None else float(value - on_path),
        "promised_annual": _number(annual_change(path[0], goal)) if path else None,
        "required_annual": _number(annual_change(here, goal)),
    }
    _note_trend(work, point)


def _note_trend(work: _Work, point: Point) -> None:
    question, step = work.question, work.step
    trend = trend_of(question, point)
    leads = trend.at(step.due, question.unit) if trend and step.due > point.as_of else None
    # A trend hardly ever leads to exactly 100: "=" asks it to reach the bound.
    way = compare.direction(step.comparator, question.better)
    asked = compare.at_bound(step.comparator, way)
    reaches = None if leads is None else compare.meets(leads, asked, exact_number(step.value))
    work.numbers |= {
        "trend": trend.values if trend else (),
        "observed_annual": float(trend.annual) if trend else None,
        "forecast": _number(leads),
        "forecast_meets": reaches,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
