"""What is asked of the cascade: who is late, from whom a duty came down, what somebody reaches."""

from datetime import date

from django.db.models import F, Q, QuerySet

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.duties.models import Assignment, Handing
from mangnon.duties.states import State
from mangnon.places.tree import Tree

_SETTLED = (State.REPORTED, State.DONE)


def is_late(day: date) -> Q:
    """Say which assignments are late on a day: owed after their last day, or reported after it."""
    return overdue(day) | Q(state__in=_SETTLED, reported_on__gt=F("due_on"))


def overdue(day: date) -> Q:
    """Say which assignments are owed after their last day: somebody still has to move."""
    return Q(owed_until__lt=day)


def handed_by(assignment: Assignment) -> list[Handing]:
    """Return the acts by which an assignment came down, the nearest first."""
    found = []
    handing: Handing | None = assignment.handing
    while handing is not None:
        found.append(handing)
        handing = handing.held.handing if handing.held_id else None
    return found


def reached(leave: Leave) -> QuerySet[Assignment]:
    """Return the assignments at the places within leave; the whole area asks for no list."""
    if Tree.on(clock.today()).root in leave.places:
        return Assignment.objects.all()
    return Assignment.objects.filter(place__in=leave.places)


def assignment_within(leave: Leave, uuid: object) -> Assignment:
    """Return an assignment that this person may see: held, or handed down, within her reach."""
    related = ("handing__duty__document", "handing__duty__clause", "handing__duty__lead",
               "handing__within", "handing__by", "place", "first_place", "office",
               "joined_to")  # fmt: skip
    found = Assignment.objects.select_related(*related).filter(uuid=uuid).first()
    if found is None or not {found.place_id, found.handing.within_id} & leave.places:
        raise NotHere
    return found
