"""The steps of an assignment: each by its side, from the states that the table allows."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from mangnon import clock
from mangnon.attachments.actions import Upload, keep
from mangnon.audit.actions import record
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant
from mangnon.duties import errors
from mangnon.duties.actions.handing import GIVE, due_of
from mangnon.duties.actions.saying import as_reason, said
from mangnon.duties.calendar import workdays
from mangnon.duties.models import Assignment, Evidence, Pause, Step
from mangnon.duties.states import TRANSITIONS, Side, State, Transition
from mangnon.places.models import Office
from mangnon.text.sentence import Sentence

DO = "duties.do"
_REPORTED = Sentence("Ngày hoàn thành", "The day of completion")
_PROMISED = Sentence("Ngày dự kiến hoàn thành", "The promised day")


def take(
    assignment: Assignment,
    act: str,
    *,
    words: str = "",
    seen: int | None = None,
    on: date | None = None,
    waits_for: Office | None = None,
    numbers: Sequence[int | None] = (),
    files: Sequence[Upload] = (),
    warrant: Warrant,
) -> Assignment:
    """Take one step; ``act`` is one of the table's, ``seen`` the version that the person saw.

    ``on``: the promised day where a duty is accepted, the day of completion where it is reported.
    Whether it was in time goes by the day of the report, which nobody types. ``numbers``: what the
    duty's ``counts`` ask for, in their order; ``files``: what proves it. Raises WrongStep,
    Outdated, WrongFile; then nothing is written.
    """
    step = TRANSITIONS[act]
    if step.side == Side.MAP:
        raise ValueError(f"{act} is taken by a merger alone")
    if step.needs_words and not words.strip():
        raise errors.words_wanted(step)
    with transaction.atomic():
        held = locked(assignment)
        warrant.demand(*asked(step, held))
        if seen is not None and seen != held.version:
            raise errors.moved_meanwhile()
        if held.state not in step.before:
            raise errors.not_from(step, State(held.state).label)
        judged_by_another(step, [held.pk], warrant)
        _apply(step, held, on, waits_for)
        taken = moved(held, step, words, warrant, numbers=counted(held, numbers))
        for file in files:
            kept = keep(file, act=asked(step, held)[0], warrant=warrant)
            Evidence.objects.create(step=taken, file=kept)
    return held


def moved(
    held: Assignment,
    step: Transition,
    words: str,
    warrant: Warrant,
    *,
    numbers: Sequence[Mapping[str, Any]] = (),
) -> Step:
    """Write the new state, the step of the history and the entry of the trail."""
    before, held.state = held.state, step.after
    if act_answers_after_acceptance(step, held):
        held.state = State.ACCEPTED
    held.version += 1
    held.save()
    taken = Step.objects.create(
        assignment=held, act=step.act, before=before, after=held.state, day=clock.today(),
        by=warrant.actor, said=said(words), numbers=list(numbers),
    )  # fmt: skip
    record(
        warrant, f"duties.{step.act}", subject=f"duties.assignment:{held.uuid}",
        place_code=held.place.code, before={"state": before}, after={"state": held.state},
        reason=as_reason(taken.said),
    )  # fmt: skip
    return taken


def counted(held: Assignment, numbers: Sequence[int | None]) -> list[dict[str, Any]]:
    """Return the numbers with what they count; one that is not known is left out."""
    wanted = held.handing.duty.counts
    return [
        {**what, "value": value}
        for what, value in zip(wanted, numbers, strict=False)
        if value is not None
    ]


def act_answers_after_acceptance(step: Transition, held: Assignment) -> bool:
    """Whether an answered question leaves a duty that was accepted before it was asked."""
    return step.act == "answer" and held.accepted_on is not None


def locked(assignment: Assignment) -> Assignment:
    """Return an assignment as it stands now, locked until the transaction ends."""
    rows = Assignment.objects.select_related("handing__within", "handing__duty", "place")
    return rows.select_for_update(of=("self",)).get(pk=assignment.pk)


def asked(step: Transition, held: Assignment) -> tuple[str, list[int]]:
    """Return the right that a step asks for, and the places where it must be held."""
    if step.side == Side.GIVER:
        return GIVE, [held.handing.within_id]
    return DO, [held.place_id]


def judged_by_another(step: Transition, ids: Sequence[int], warrant: Warrant) -> None:
    """Refuse that a person recognises what she reported herself."""
    if step.act != "recognise" or not is_person(warrant):
        return
    if Step.objects.filter(assignment__in=ids, act="report", by=warrant.actor).exists():
        raise errors.judged_by_herself()


def is_person(warrant: Warrant) -> bool:
    """Whether a person acts; the system and a demonstration play everybody."""
    return warrant.actor.kind == Actor.Kind.PERSON


def _apply(step: Transition, held: Assignment, on: date | None, waits_for: Office | None) -> None:
    today = clock.today()
    if step.act == "accept":
        _not_before(_PROMISED, on, held.received_on)
        held.accepted_on, held.promised_on = today, on
    elif step.act == "report":
        _not_before(_REPORTED, on, held.received_on)
        held.reported_on, held.completed_on = today, min(on or today, today)
    elif step.act == "send_back":
        held.reported_on, held.completed_on = None, None
    elif step.act == "hand_again":
        held.accepted_on, held.promised_on = None, None
    elif step.act == "pause":
        if waits_for is None:
            raise errors.office_wanted()
        Pause.objects.create(assignment=held, waits_for=waits_for, since=today)
    if step.act in ("resume", "withdraw"):
        _end_pause(held)


def _end_pause(held: Assignment) -> None:
    today = clock.today()
    if held.pauses.filter(until__isnull=True).update(until=today):
        held.due_on = due_of(held, workdays(today, around=held.due_on))


def _not_before(what: Sentence, day: date | None, since: date) -> None:
    if day is not None and day < since:
        raise errors.day_out_of_order(what, day, since)
