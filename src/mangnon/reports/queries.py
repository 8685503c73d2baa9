"""What reports and the leader's page ask: of duties how many stand how, and which wait for whom."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.duties.models import Assignment, Extension, Pause
from mangnon.duties.states import OWED, State
from mangnon.reports.models import Report

_GONE = (State.WITHDRAWN, State.JOINED)
_MOST = 20
_IN_TIME = Q(reported_on__lte=F("due_on"))
Places = frozenset[int] | None  # None: everywhere


@dataclass(frozen=True, slots=True)
class DutyCount:
    """Of one duty: how many parts were given out, and how they stand; the parts are disjoint."""

    code: str
    title: str
    given: int = 0
    in_time: int = 0
    after: int = 0
    reported: int = 0
    going: int = 0
    overdue: int = 0

    @classmethod
    def total(cls, rows: Iterable["DutyCount"]) -> "DutyCount":
        """Add up what the duties have."""
        some = list(rows)
        sums = {
            one.name: sum(getattr(row, one.name) for row in some)
            for one in fields(cls)
            if one.name not in ("code", "title")
        }
        return cls("total", "Cộng", **sums)


def held(places: Places, *, first: date, last: date) -> QuerySet[Assignment]:
    """Return what was received by a day and not settled before another, within the places."""
    found = Assignment.objects.filter(received_on__lte=last).exclude(state__in=_GONE)
    found = found.exclude(state=State.DONE, reported_on__lt=first)
    return found if places is None else found.filter(place__in=places)


def counts(places: Places, *, first: date, last: date, today: date) -> list[DutyCount]:
    """Return how each duty stands, in one question."""
    done, owed = Q(state=State.DONE), Q(state__in=OWED)
    found = (
        held(places, first=first, last=last)
        .order_by("handing__duty__code")
        .values_list("handing__duty__code", "handing__duty__title_vi")
        .annotate(
            given=Count("pk"),
            in_time=Count("pk", filter=done & _IN_TIME),
            after=Count("pk", filter=done & ~_IN_TIME),
            reported=Count("pk", filter=Q(state=State.REPORTED)),
            going=Count("pk", filter=owed & Q(due_on__gte=today)),
            overdue=Count("pk", filter=owed & Q(due_on__lt=today)),
        )
    )
    return [DutyCount(*row) for row in found]


def late(places: Places, *, first: date, last: date, today: date) -> list[Assignment]:
    """Return who is late, the longest first, no more than a report prints.

    Each knows why (``waits_for``, ``asked_until``): whom it waits for, until when more time was
    asked for. What was written with a step stays sealed where it is: a report is handed round.
    """
    of = OuterRef("pk")
    asked = Extension.objects.filter(assignment=of, answer=Extension.Answer.WAITING)
    paused = Pause.objects.filter(assignment=of, until__isnull=True)
    found = (
        held(places, first=first, last=last)
        .filter(state__in=OWED, due_on__lt=today)
        .annotate(
            waits_for=Subquery(paused.values("waits_for__name_vi")[:1]),
            asked_until=Subquery(asked.values("until")[:1]),
        )
    )
    named = found.select_related("place", "office", "handing__duty")
    return list(named.order_by("due_on", "place__sort_key", "pk")[:_MOST])


def within(leave: Leave) -> QuerySet[Report]:
    """Return the reports on places that a leave covers."""
    return Report.objects.filter(place__in=leave.places).select_related("place", "issuer__parent")


def report_within(leave: Leave, uuid: object) -> Report:
    """Return a report that a leave covers; raises NotHere alike for none and for another's."""
    found = within(leave).filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    return found
