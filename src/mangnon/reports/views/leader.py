"""The leader's page: where every promise stands, where on the map, and what waits to be decided."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from mangnon import clock
from mangnon.access.own_place import own_place
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import reach
from mangnon.places.models import Kind
from mangnon.places.world import settled
from mangnon.programme.models import Target
from mangnon.programme.shown import shown
from mangnon.programme.standing import Standing, standings
from mangnon.reports.leader.decisions import decisions
from mangnon.reports.leader.mapping import promise_map
from mangnon.ui.parts import Link
from mangnon.ui.templatetags.mangnon_ui import named

_ASKED = "chi-tieu"


@private("reports.read")
def page(request: DeskRequest) -> HttpResponse:
    """Show the page for the place of the person's role."""
    with settled():
        place = own_place(request.user, request.grounds, "reports.read")
        if place is None:  # her places are no longer on the map
            return render(request, "reports/leader.html", {})
        today = clock.today()
        found = standings(place, today)
        target = _target(found, request.GET.get(_ASKED, ""))
        everywhere = place.kind == Kind.PROGRAMME_AREA
        lines, counts = decisions(None if everywhere else reach(place.pk, today), today)
        words: dict[str, Any] = {
            "place": named(place),
            "today": today,
            "standings": [(one.row.target.code, shown(one)) for one in found],
            "picture": promise_map(place, target, today) if target else None,
            "switch": _switch(found, target),
            "decisions": lines,
            "counts": counts,
        }
    return render(request, "reports/leader.html", words)


def _target(found: list[Standing], code: str) -> Target | None:
    """Return the promise that the map is asked to show; the first unless another is named."""
    targets = [one.row.target for one in found]
    return next((one for one in targets if one.code == code), targets[0] if targets else None)


def _switch(found: list[Standing], chosen: Target | None) -> list[Link]:
    """Return the way to every promise's map."""
    return [
        Link(one.row.target.code, f"?{_ASKED}={one.row.target.code}", one.row.target == chosen)
        for one in found
    ]
