"""How a promise stands at a place on a day: pure arithmetic, all of it kept.

The rules, in the order in which they are tried (the first word that applies):

1. *not yet assessed*: the period that speaks has ended, but its decision is not due.
2. *no data*: that period has no figure.
3. *too few to judge*: its denominator is below the target's minimum, or the figure is withheld;
   on the way also where there is nothing yet to compare with.
4. *data too old*: the figure is older than the target allows.
5. *met within error* / *too close to call*: the interval holds what was promised.
6. *met* / *missed*: on and after the due date, by the period that holds it.
7. *on track* / *behind*: before it, by the straight path base → step → due. A value that keeps
   the promise already is on track; one that is worse than the path, but whose interval holds
   it, is too close to call. Without a base the trend of the last years decides.

Neither path nor trend crosses a break: after one, the path starts with the first value since.
"""

from typing import Any

from mangnon.programme.arithmetic.assessment import Assessment, Judgement
from mangnon.programme.arithmetic.inputs import (
    Base,
    Better,
    Comparator,
    Level,
    Point,
    Question,
    Step,
    Unit,
)
from mangnon.programme.arithmetic.judge import judge_ahead, judge_at_due, judge_now
from mangnon.programme.arithmetic.path import BaseUsed, Knot, base_of
from mangnon.programme.arithmetic.statuses import (
    NOT_JUDGED,
    REASON_WORDS,
    STATUS_WORDS,
    Reason,
    Status,
)
from mangnon.programme.arithmetic.stored import from_plain, to_plain
from mangnon.programme.arithmetic.written import sentences

__all__ = [
    "NOT_JUDGED",
    "REASON_WORDS",
    "STATUS_WORDS",
    "Assessment",
    "Base",
    "BaseUsed",
    "Better",
    "Comparator",
    "Judgement",
    "Knot",
    "Level",
    "Point",
    "Question",
    "Reason",
    "Status",
    "Step",
    "Unit",
    "as_json",
    "assess",
    "from_json",
    "sentences",
]


def assess(question: Question) -> Assessment:
    """Judge every step of a target at one place on one day."""
    judged = question.is_judged_here
    steps = tuple(_judge(question, step) for step in question.steps) if judged else ()
    past = judged and question.on > question.steps[-1].due
    return Assessment(
        on=question.on,
        unit=question.unit,
        better=question.better,
        judged=judged,
        level=question.level,
        judged_at=question.judged_at,
        minimum_denominator=question.minimum_denominator,
        data_age_days=question.data_age_days,
        final_after_days=question.final_after_days,
        base=base_of(question),
        steps=steps,
        now=judge_now(question) if past else None,
    )


def as_json(assessment: Assessment) -> dict[str, Any]:
    """Return the assessment as plain JSON, as a release stores it."""
    plain: dict[str, Any] = to_plain(assessment)
    return plain


def from_json(plain: dict[str, Any]) -> Assessment:
    """Return the assessment that :func:`as_json` wrote, equal to the one it was made from."""
    return from_plain(Assessment, plain)


def _judge(question: Question, step: Step) -> Judgement:
    return judge_at_due(question, step) if step.due <= question.on else judge_ahead(question, step)
