"""One step of many assignments at once: the same checks, one entry of the trail for all of them."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from mangnon import clock
from mangnon.access.worded import worded
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties import errors
from mangnon.duties.actions import stepping
from mangnon.duties.models import Assignment, Said, Step
from mangnon.duties.states import TRANSITIONS, State, Transition

# What many may do on one day in the same way; every other step is about one place alone.
TOGETHER = ("accept", "report", "recognise")
_AT_ONCE = 2_000


def take_together(
    act: str,
    words: Mapping[int, str] | Sequence[int],
    *,
    numbers: Mapping[int, Sequence[int]] | None = None,
    warrant: Warrant,
) -> int:
    """Take one of ``TOGETHER`` for the assignments of these ids, each with its words; say how many.

    ``numbers``: of each what the duty's ``counts`` ask for.

    Whole or not at all: raises WrongStep where one of them is in another state or lacks its words.
    """
    if act not in TOGETHER:
        raise ValueError(f"{act} is taken one by one")
    step = TRANSITIONS[act]
    told = words if isinstance(words, Mapping) else dict.fromkeys(words, "")
    if step.needs_words and not all(one.strip() for one in told.values()):
        raise errors.words_wanted(step)
    with transaction.atomic():
        held = _locked(list(told))
        right, places = _asked(step, held)
        warrant.demand(right, places)
        for one in held:
            if one.state not in step.before:
                raise errors.not_from(step, State(one.state).label)
        stepping.judged_by_another(step, [one.pk for one in held], warrant)
        _write(step, held, told, numbers or {}, warrant)
        data = {"assignments": len(held), "manifest": _digest(held)}
        record(warrant, f"duties.{act}", data=data)
    return len(held)


def _locked(ids: Sequence[int]) -> list[Assignment]:
    rows = Assignment.objects.filter(pk__in=ids).select_for_update(of=("self",))
    return list(rows.select_related("handing__duty", "place").order_by("pk"))


def _asked(step: Transition, held: Sequence[Assignment]) -> tuple[str, list[int]]:
    asked = [stepping.asked(step, one) for one in held]
    return asked[0][0], sorted({place for _right, places in asked for place in places})


def _write(
    step: Transition,
    held: Sequence[Assignment],
    words: Mapping[int, str],
    numbers: Mapping[int, Sequence[int]],
    warrant: Warrant,
) -> None:
    today = clock.today()
    rows = Assignment.objects.filter(pk__in=[one.pk for one in held])
    rows.update(state=step.after, version=F("version") + 1, **_marked(step.act, today))
    said = {pk: worded(Said, one.strip()) for pk, one in words.items() if one.strip()}
    Said.objects.bulk_create(said.values(), batch_size=_AT_ONCE)
    Step.objects.bulk_create(
        (
            Step(assignment=one, act=step.act, before=one.state, after=step.after, day=today,
                 by=warrant.actor, said=said.get(one.pk),
                 numbers=stepping.counted(one, numbers.get(one.pk, ())))
            for one in held
        ),
        batch_size=_AT_ONCE,
    )  # fmt: skip


def _marked(act: str, today: date) -> dict[str, date]:
    """Return the days that a step writes: all of them today's, nobody promises another."""
    if act == "accept":
        return {"accepted_on": today}
    return {"reported_on": today, "completed_on": today} if act == "report" else {}


def _digest(held: Sequence[Assignment]) -> str:
    """Name the assignments of the entry: who asks which ones finds them by their steps."""
    return hashlib.sha256("\n".join(str(one.uuid) for one in held).encode()).hexdigest()
