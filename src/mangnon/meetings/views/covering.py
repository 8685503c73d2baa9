"""How far duties have come: the list of them, and one on map, table and trend."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.duties.models import Duty
from mangnon.meetings.coverage import coverage, handed_to_communes
from mangnon.meetings.queries import places_seen
from mangnon.meetings.showing.coverage import standing, title_of
from mangnon.meetings.showing.pictures import commune_table, district_table, reach_map, reach_trend


@private("meetings.see")
def listed(request: DeskRequest) -> HttpResponse:
    """Show the duties that were handed to communes here, each with how far it has come."""
    rows = [(one, title_of(one.duty)) for one in handed_to_communes(places_seen(request.leave))]
    context = {"rows": rows, "crumbs": [(_("Tiến độ quán triệt"), None)]}
    return render(request, "meetings/coverages.html", context)


@private("meetings.see")
def one(request: DeskRequest, code: str) -> HttpResponse:
    """Show one duty on the map of its day, district by district, and day by day."""
    duty = Duty.objects.select_related("document", "lead").filter(code=code).first()
    found = None if duty is None else coverage(duty, places_seen(request.leave))
    if duty is None or found is None:
        raise NotHere
    title = title_of(duty)
    context = {
        "duty": duty, "title": title, "found": found, "standing": standing(found),
        "picture": reach_map(found), "trend": reach_trend(found),
        "districts": district_table(found), "communes": commune_table(found),
        "crumbs": [(_("Tiến độ quán triệt"), reverse("meetings:coverage")), (title, None)],
    }  # fmt: skip
    return render(request, "meetings/coverage.html", context)
