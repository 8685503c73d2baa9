"""More time: asked for by who holds a duty, granted or refused by who gave it."""

from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties import errors
from mangnon.duties.actions.handing import GIVE, due_of
from mangnon.duties.actions.saying import as_reason, said
from mangnon.duties.actions.stepping import DO, is_person, locked
from mangnon.duties.calendar import workdays
from mangnon.duties.models import Assignment, Extension, Said
from mangnon.duties.states import OWED, TRANSITIONS, State


def ask_extension(
    assignment: Assignment, *, until: date, reason: str, warrant: Warrant
) -> Extension:
    """Ask for more time; one question at a time. Raises WrongDeadline, WrongStep."""
    if not reason.strip():
        raise errors.words_wanted(TRANSITIONS["ask"])
    with transaction.atomic():
        held = locked(assignment)
        warrant.demand(DO, [held.place_id])
        if held.state not in OWED:
            raise errors.not_from(TRANSITIONS["ask"], State(held.state).label)
        if until <= held.due_on:
            raise errors.no_more_time(until, held.due_on)
        if held.extensions.filter(answer=Extension.Answer.WAITING).exists():
            raise errors.asked_already()
        asked = Extension.objects.create(
            assignment=held, until=until, asked_on=clock.today(), asked_by=warrant.actor,
            asked_for=said(reason),
        )  # fmt: skip
        _note("ask_extension", held, {"until": until}, asked.asked_for, warrant)
    return asked


def answer_extension(
    extension: Extension, *, grant: bool, words: str = "", warrant: Warrant
) -> Extension:
    """Grant or refuse more time; a refusal says why. A granted day takes the deadline's place.

    What is reported or settled gets no more time: late stays late. Raises WrongStep, Outdated.
    """
    if not grant and not words.strip():
        raise errors.words_wanted(TRANSITIONS["answer"])
    today = clock.today()
    with transaction.atomic():
        held = locked(extension.assignment)
        warrant.demand(GIVE, [held.handing.within_id])
        extension = Extension.objects.select_for_update().get(pk=extension.pk)
        if extension.answer != Extension.Answer.WAITING:
            raise errors.moved_meanwhile()
        if is_person(warrant) and extension.asked_by_id == warrant.actor.pk:
            raise errors.judged_by_herself()
        if grant and held.state not in OWED:
            raise errors.not_from(TRANSITIONS["answer"], State(held.state).label)
        extension.answer = Extension.Answer.GRANTED if grant else Extension.Answer.REFUSED
        extension.answered_on, extension.said = today, said(words)
        extension.save()
        if grant:
            held.extended_to, held.extended_on = extension.until, today
            held.due_on = due_of(held, workdays(today, around=extension.until))
            held.version += 1
            held.save(update_fields=["extended_to", "extended_on", "due_on", "version"])
        told = {"granted": grant, "due_on": held.due_on}
        _note("answer_extension", held, told, extension.said, warrant)
    return extension


def _note(
    act: str, held: Assignment, data: dict[str, object], words: Said | None, warrant: Warrant
) -> None:
    record(
        warrant, f"duties.{act}", subject=f"duties.assignment:{held.uuid}",
        place_code=held.place.code, data=data, reason=as_reason(words),
    )  # fmt: skip
