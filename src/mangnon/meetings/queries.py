"""What is asked of meetings: whose they are, what they may prove, what one door lets through."""

from uuid import UUID

from django.db.models import Q, QuerySet

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.duties.models import Assignment, Duty
from mangnon.duties.states import State
from mangnon.meetings.models import Meeting, Proof
from mangnon.places.tree import Tree

_CLOSED = (State.WITHDRAWN, State.JOINED)


def places_seen(leave: Leave) -> frozenset[int] | None:
    """Return the places somebody sees meetings of; None for the whole area.

    Who works in all of it sees districts that were abolished without an heir, too.
    """
    return None if Tree.on(clock.today()).root in leave.places else leave.places


def visible(leave: Leave) -> QuerySet[Meeting]:
    """Return the meetings of the places somebody reaches, and those her places were invited to."""
    places = places_seen(leave)
    if places is None:
        return Meeting.objects.all()
    invited = Meeting.objects.filter(attendance__place__in=places, attendance__office=None)
    return Meeting.objects.filter(Q(place__in=places) | Q(pk__in=invited.values("pk")))


def meeting_within(leave: Leave, uuid: UUID) -> Meeting:
    """Return a meeting that somebody sees; raises NotHere."""
    found = visible(leave).select_related("place", "office").filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    return found


def reaches(leave: Leave, meeting: Meeting) -> bool:
    """Whether somebody reaches the place that met, abolished or not: its files are hers, too."""
    places = places_seen(leave)
    return places is None or meeting.place_id in places


def own_within(leave: Leave, uuid: UUID) -> Meeting:
    """Return a meeting of a place that the leave covers: to be written; raises NotHere."""
    found = Meeting.objects.select_related("place", "office").filter(uuid=uuid).first()
    if found is None or not leave.covers([found.place_id]):
        raise NotHere
    return found


def provable(meeting: Meeting) -> QuerySet[Assignment]:
    """Return what a meeting may be named for: owed at its place, received before it."""
    here = Q(place=meeting.place_id) | Q(first_place=meeting.place_id)
    here |= Q(joined__first_place=meeting.place_id)
    named = meeting.proofs.values("assignment")
    rows = Assignment.objects.filter(here, received_on__lte=meeting.last_day)
    rows = rows.exclude(state__in=_CLOSED).exclude(pk__in=named).distinct()
    return rows.select_related("handing__duty", "place", "office").order_by("due_on", "pk")


def proofs_of(assignment: Assignment) -> QuerySet[Proof]:
    """Return what proves an assignment, or what was joined to it, the first meeting first."""
    here = Q(assignment=assignment) | Q(assignment__joined_to=assignment)
    return _shown(Proof.objects.filter(here)).order_by("meeting__day", "pk")


def proofs_of_duty(duty: Duty) -> QuerySet[Proof]:
    """Return the meetings that prove a duty anywhere, the newest first."""
    rows = Proof.objects.filter(assignment__handing__duty=duty)
    return _shown(rows).order_by("-meeting__day", "-pk")


def _shown(rows: QuerySet[Proof]) -> QuerySet[Proof]:
    return rows.select_related("meeting__place", "meeting__office", "plan", "plan_file", "place")
