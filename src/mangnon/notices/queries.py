"""The reminders of one person, of what she may still see; how often a holder was reminded."""

from collections.abc import Collection

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _

from mangnon.access.doors import Leave
from mangnon.notices.kinds import Kind
from mangnon.notices.models import Notice
from mangnon.notices.rules import MISSED
from mangnon.ui.templatetags.mangnon_ui import day


def mine(leave: Leave) -> QuerySet[Notice]:
    """Return a person's reminders, the newest first; none of a place that she left."""
    reached = Q(assignment__place__in=leave.places) | Q(
        assignment__handing__within__in=leave.places
    )
    return Notice.objects.filter(reached, user=leave.user)


def unread(leave: Leave) -> QuerySet[Notice]:
    """Return those that are unread, of what is still owed."""
    return mine(leave).filter(read_at__isnull=True, assignment__state__in=MISSED)


def reminded(assignments: Collection[int]) -> dict[int, str]:
    """Say on how many days those who hold an assignment were reminded, and when last.

    What went to who handed it down reminded nobody who has to move.
    """
    rows = Notice.objects.filter(assignment__in=assignments).exclude(kind=Kind.ESCALATED)
    counted = rows.order_by().values_list("assignment")
    counted = counted.annotate(days=Count("made_on", distinct=True), last=Max("made_on"))
    return {held: _times(days, day(last)) for held, days, last in counted}


def _times(number: int, last: str) -> str:
    said = _("đã nhắc %(number)s lần, gần nhất %(last)s")
    return said % {"number": number, "last": last}
