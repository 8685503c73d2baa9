"""What is asked of the cascade: who owes what, who is late, what is covered."""

from collections.abc import Collection
from datetime import date

from django.db.models import F, Q, QuerySet

from mangnon.duties.models import Assignment, Handing, Pause
from mangnon.duties.states import OWED, State

_SETTLED = (State.REPORTED, State.DONE)


def held_at(places: Collection[int]) -> QuerySet[Assignment]:
    """Return what places hold today, what is most pressing first."""
    found = Assignment.objects.filter(place_id__in=places).exclude(state=State.JOINED)
    return found.select_related("handing__duty", "place", "office").order_by("due_on", "pk")


def is_late(day: date) -> Q:
    """Say which assignments are late on a day: owed after their last day, or reported after it."""
    return Q(state__in=OWED, due_on__lt=day) | Q(state__in=_SETTLED, reported_on__gt=F("due_on"))


def overdue(day: date) -> QuerySet[Assignment]:
    """Return what is owed and past its last day, the longest overdue first."""
    found = Assignment.objects.filter(state__in=OWED, due_on__lt=day)
    return found.select_related("handing__duty", "place", "office").order_by("due_on", "pk")


def paused(assignment: Assignment) -> QuerySet[Pause]:
    """Return an assignment's pauses, the oldest first."""
    return assignment.pauses.select_related("waits_for").order_by("pk")


def handed_by(assignment: Assignment) -> list[Handing]:
    """Return the acts by which an assignment came down, the nearest first."""
    found = []
    handing: Handing | None = assignment.handing
    while handing is not None:
        found.append(handing)
        handing = handing.held.handing if handing.held_id else None
    return found
