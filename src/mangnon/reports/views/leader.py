"""The leader's page: where every promise stands, where on the map, and what waits to be decided."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from mangnon import clock
from mangnon.access.own_place import own_place
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import reach
from mangnon.places.models import Kind
from mangnon.programme.models import Target
from mangnon.programme.questions import targets
from mangnon.programme.scorecard import rolled
from mangnon.programme.shown import shown
from mangnon.programme.standing import standing_by
from mangnon.reports.leader.decisions import decisions
from mangnon.reports.leader.mapping import communes_below, promise_map
from mangnon.ui.parts import Link
from mangnon.ui.templatetags.mangnon_ui import named

_ASKED = "chi-tieu"


@private("reports.read")
def page(request: DeskRequest) -> HttpResponse:
    """Show the page for the place of the person's role."""
    place = own_place(request.user, request.grounds, "reports.read")
    if place is None:  # her places are no longer on the map
        return render(request, "reports/leader.html", {})
    today, asked, below = clock.today(), targets(), communes_below(place)
    rolls = rolled([place, *below], asked, today)
    target = _target(asked, request.GET.get(_ASKED, ""))
    everywhere = place.kind == Kind.PROGRAMME_AREA
    lines, counts = decisions(None if everywhere else reach(place.pk, today), today)
    words: dict[str, Any] = {
        "place": named(place),
        "today": today,
        "standings": [
            (one.row.target.code, shown(one)) for one in standing_by(rolls, asked, place, today)
        ],
        "picture": promise_map(rolls, below, target, today) if target and below else None,
        "switch": _switch(asked, target),
        "decisions": lines,
        "counts": counts,
    }
    return render(request, "reports/leader.html", words)


def _target(asked: list[Target], code: str) -> Target | None:
    """Return the promise that the map is asked to show; the first unless another is named."""
    return next((one for one in asked if one.code == code), asked[0] if asked else None)


def _switch(asked: list[Target], chosen: Target | None) -> list[Link]:
    """Return the way to every promise's map."""
    return [Link(one.code, f"?{_ASKED}={one.code}", one == chosen) for one in asked]
