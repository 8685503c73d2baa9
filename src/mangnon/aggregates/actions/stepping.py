"""The steps of a report: each by its side, from the states that the table allows."""

from django.db import transaction

from mangnon import clock
from mangnon.aggregates import errors
from mangnon.aggregates.actions.counting import count, take_out
from mangnon.aggregates.actions.filling import FILL, subject_of
from mangnon.aggregates.actions.saying import as_reason, told
from mangnon.aggregates.models import Report, Step
from mangnon.aggregates.periods import approver_of, last_day, period_at
from mangnon.aggregates.queries import lines_of
from mangnon.aggregates.states import TRANSITIONS, Side, State, Transition
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant

APPROVE = "aggregates.approve"
KEEP = "aggregates.keep"


def take(
    report: Report, act: str, *, words: str = "", seen: int | None = None, warrant: Warrant
) -> Report:
    """Take one step; ``act`` is one of the table's, ``seen`` the version that the person saw.

    Raises WrongStep, NotReady, Outdated; then nothing is written.
    """
    step = TRANSITIONS[act]
    if step.side == Side.MAP:
        raise ValueError(f"{act} is taken by a merger alone")
    if step.needs_words and not words.strip():
        raise errors.words_wanted()
    with transaction.atomic():
        held = locked(report)
        warrant.demand(*asked(step, held))
        if seen is not None and seen != held.version:
            raise errors.moved_meanwhile()
        if held.state not in step.before:
            raise errors.not_from(step, str(State(held.state).label))
        _apply(step, held, warrant)
        moved(held, step, words, warrant)
    return held


def locked(report: Report) -> Report:
    """Return a report as it stands now, locked until the transaction ends."""
    rows = Report.objects.select_related("form", "place")
    return rows.select_for_update(of=("self",)).get(pk=report.pk)


def asked(step: Transition, held: Report) -> tuple[str, list[int]]:
    """Return the right that a step asks for, and the place where it must be held."""
    if step.side == Side.FILLER:
        return FILL, [held.place_id]
    if step.side == Side.APPROVER:
        return APPROVE, [approver_of(held.place_id)]
    return KEEP, [approver_of(held.place_id)]


def moved(held: Report, step: Transition, words: str, warrant: Warrant) -> Step:
    """Write the new state, the step of the history and the entry of the trail."""
    before, held.state = held.state, step.after
    held.version += 1
    held.save()
    taken = Step.objects.create(
        report=held, act=step.act, before=before, after=held.state, day=clock.today(),
        by=warrant.actor, told=told(words),
    )  # fmt: skip
    record(
        warrant, f"aggregates.{step.act}", subject=subject_of(held), place_code=held.place.key,
        before={"state": before}, after={"state": held.state}, reason=as_reason(taken.told),
    )  # fmt: skip
    return taken


def _apply(step: Transition, held: Report, warrant: Warrant) -> None:
    today, lines = clock.today(), lines_of(held.form, held.place, held.period_start)
    figures = [line.figure for line in lines if line.figure is not None]
    if step.act == "submit":
        last = last_day(period_at(held.form, held.period_start))
        if last >= today:
            raise errors.not_over(last)
        faults = [fault for line in lines for fault in line.verdict.faults]
        if faults:
            raise errors.faults(faults)
        held.sent_on, held.sent_by = today, warrant.actor
        held.first_sent_on = held.first_sent_on or today
    elif step.act == "approve":
        if held.sent_by_id == warrant.actor.pk:
            raise errors.own_report()
        held.approved_on = today
        count(held, figures, warrant)
    elif step.act == "reopen":
        held.approved_on = None
        take_out(held, figures, warrant)
