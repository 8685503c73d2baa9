"""The list of meetings, and one of them."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.routes import DeskRequest, private
from mangnon.meetings.feed import title_of
from mangnon.meetings.models import Meeting
from mangnon.meetings.queries import meeting_within, reaches, visible
from mangnon.meetings.showing.one import shown
from mangnon.ui.parts import Link

MOST = 300  # of a year on one page

Months = list[tuple[date, list[Meeting]]]


@private("meetings.see")
def listed(request: DeskRequest) -> HttpResponse:
    """Show what comes, what waits for its conclusion, and a year of what was."""
    today = clock.today()
    seen = visible(request.leave).select_related("place")
    years = [day.year for day in visible(request.leave).dates("day", "year", order="DESC")]
    year = _year(request, years)
    whole = list(seen.filter(day__year=year).order_by("-day", "-pk")[:MOST]) if year else []
    coming = list(seen.filter(last_day__gte=today, cancelled_on=None).order_by("day", "pk")[:MOST])
    holds = leave(request.user, "meetings.hold", request.grounds)
    open_ones = Meeting.objects.filter(
        place__in=holds.places, last_day__lt=today, concluded_on=None, cancelled_on=None
    )
    context = {
        "coming": _by_month(coming), "open": open_ones.select_related("place").order_by("day"),
        "months": _by_month(whole), "holds": bool(holds), "most": len(whole) == MOST, "year": year,
        "choices": [Link(str(one), f"?nam={one}", one == year) for one in years],
        "crumbs": [(_("Hội nghị, tập huấn"), None)],
    }  # fmt: skip
    return render(request, "meetings/list.html", context)


@private("meetings.see")
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show a meeting; its files and what can be done with it to who reaches its place."""
    meeting = meeting_within(request.leave, uuid)
    holds = leave(request.user, "meetings.hold", request.grounds)
    own = reaches(request.leave, meeting)
    writes = holds.covers([meeting.place_id]) and meeting.cancelled_on is None
    context = {
        **shown(meeting, own=own), "writes": writes,
        "over": meeting.last_day <= clock.today(),
        "crumbs": [(_("Hội nghị, tập huấn"), reverse("meetings:list")), (title_of(meeting), None)],
    }  # fmt: skip
    return render(request, "meetings/meeting.html", context)


def _year(request: DeskRequest, years: list[int]) -> int | None:
    """Return the year that is asked for; the last one with meetings where it is none of them."""
    asked = request.GET.get("nam", "")
    wanted = int(asked) if asked.isdecimal() and len(asked) <= 4 else None
    return wanted if wanted in years else next(iter(years), None)


def _by_month(meetings: Iterable[Meeting]) -> Months:
    months = groupby(meetings, key=lambda one: one.day.replace(day=1))
    return [(month, list(those)) for month, those in months]
