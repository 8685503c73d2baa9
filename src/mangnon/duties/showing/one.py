"""One assignment: its facts, its history with that of what was joined to it, what may be done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.doors import Leave
from mangnon.attachments.actions import name_of
from mangnon.attachments.kinds import PICTURES
from mangnon.duties.models import Assignment, Evidence, Extension, Handing, Step
from mangnon.duties.queries import is_late
from mangnon.duties.states import OWED, TRANSITIONS, Side, State
from mangnon.places.models import Kind, Place

# How an assignment comes into being: no step of the table.
_FIRST = {"hand_down": gettext_lazy("Giao xuống"), "map": gettext_lazy("Giao cho đơn vị mới")}

# What leads on towards the end stands first, as the button.
_ONWARD = frozenset({"accept", "answer", "hand_again", "resume", "report", "recognise"})


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history."""

    step: Step
    name: str
    words: str
    files: list[tuple[str, str, bool]]  # name, address, whether it is a picture
    at: Place | None = None  # where, once several histories are one


def history(held: Assignment) -> list[Told]:
    """Return every step of an assignment and of those joined to it, in the order of the days."""
    rows = Step.objects.filter(Q(assignment=held) | Q(assignment__joined_to=held))
    rows = rows.select_related("by", "said", "assignment__first_place").prefetch_related(
        "evidence__file"
    )
    steps = sorted(rows, key=lambda one: (one.day, one.pk))
    several = len({one.assignment_id for one in steps}) > 1
    return [_told(one, held, several) for one in steps]


def _told(step: Step, held: Assignment, several: bool) -> Told:
    known = TRANSITIONS.get(step.act)
    return Told(
        step=step,
        name=str(known.name if known else _FIRST[step.act]),
        words=step.words,
        files=[_file(one, held) for one in step.evidence.all()],
        at=step.assignment.first_place if several else None,
    )


def _file(one: Evidence, held: Assignment) -> tuple[str, str, bool]:
    address = reverse("duties:evidence", args=[held.uuid, one.uuid])
    return name_of(one.file), address, one.file.kind in PICTURES


def offered(
    held: Assignment, do: Leave, give: Leave, waiting: Extension | None, told: Iterable[Told]
) -> list[tuple[str, str]]:
    """Return the steps that stand open to a person from where the assignment stands.

    Nobody recognises what she reported, nor answers what she asked for.
    """
    found: list[tuple[str, str]] = []
    her = give.user.actor_id
    reported = any(one.step.act == "report" and one.step.by_id == her for one in told)
    for side, leave, route, place in (
        (Side.HOLDER, do, "duties:step", held.place_id),
        (Side.GIVER, give, "duties:answer", held.handing.within_id),
    ):
        if place not in leave.places:
            continue
        found += [
            (str(step.name), reverse(route, args=[held.uuid, step.act]))
            for step in sorted(TRANSITIONS.values(), key=lambda one: one.act not in _ONWARD)
            if step.side == side and held.state in step.before
            if not (reported and step.act == "recognise")
        ]
    return [*found, *_of_time(held, do, give, waiting)]


def _of_time(
    held: Assignment, do: Leave, give: Leave, waiting: Extension | None
) -> Iterator[tuple[str, str]]:
    if held.state in OWED and held.place_id in do.places and waiting is None:
        yield _("Đề nghị gia hạn"), reverse("duties:ask_time", args=[held.uuid])
    asked_by_another = waiting is not None and waiting.asked_by_id != give.user.actor_id
    if asked_by_another and held.handing.within_id in give.places:
        yield _("Trả lời đề nghị gia hạn"), reverse("duties:answer_time", args=[held.uuid])
    may_hand = held.place_id in give.places and held.office_id is None
    if may_hand and held.state == State.ACCEPTED and held.place.kind != Kind.COMMUNE:
        yield _("Giao xuống cấp dưới"), reverse("duties:hand_further", args=[held.uuid])


def handed_on(held: Assignment, day: date) -> list[dict[str, Any]]:
    """Return each act by which an assignment was handed further, with how it stands below."""
    handings = list(Handing.objects.filter(held=held).select_related("within").order_by("pk"))
    if not handings:
        return []
    below = Assignment.objects.filter(handing__held=held).exclude(state=State.JOINED)
    counted = {
        row["handing"]: row
        for row in below.values("handing").annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(state=State.DONE)),
            late=Count("pk", filter=is_late(day)),
        )
    }
    return [{**counted.get(one.pk, {}), "handing": one} for one in handings]
