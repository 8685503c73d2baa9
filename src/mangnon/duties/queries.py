"""What is asked of the cascade: who is late, and from whom a duty came down."""

from datetime import date

from django.db.models import F, Q

from mangnon.duties.models import Assignment, Handing
from mangnon.duties.states import OWED, State

_SETTLED = (State.REPORTED, State.DONE)


def is_late(day: date) -> Q:
    """Say which assignments are late on a day: owed after their last day, or reported after it."""
    return Q(state__in=OWED, due_on__lt=day) | Q(state__in=_SETTLED, reported_on__gt=F("due_on"))


def handed_by(assignment: Assignment) -> list[Handing]:
    """Return the acts by which an assignment came down, the nearest first."""
    found = []
    handing: Handing | None = assignment.handing
    while handing is not None:
        found.append(handing)
        handing = handing.held.handing if handing.held_id else None
    return found
