"""The reminders of one person, of what she may still see."""

from django.db.models import Q, QuerySet

from mangnon.access.doors import Leave
from mangnon.notices.models import Notice
from mangnon.notices.rules import MISSED


def mine(leave: Leave) -> QuerySet[Notice]:
    """Return a person's reminders, the newest first; none of a place that she left."""
    reached = Q(assignment__place__in=leave.places) | Q(
        assignment__handing__within__in=leave.places
    )
    return Notice.objects.filter(reached, user=leave.user)


def unread(leave: Leave) -> QuerySet[Notice]:
    """Return those that are unread, of what is still owed."""
    return mine(leave).filter(read_at__isnull=True, assignment__state__in=MISSED)
