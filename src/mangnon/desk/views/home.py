"""The first page after signing in: what waits for the person, and her place's figures."""

from django.http import HttpResponse
from django.shortcuts import render

from mangnon.access import unconfirmed
from mangnon.access.doors import leave
from mangnon.access.rights import OWN
from mangnon.access.routes import DeskRequest, private
from mangnon.access.work import Card, Pile, waiting
from mangnon.desk.figures import own_place, standings
from mangnon.places.world import settled
from mangnon.ui.templatetags.mangnon_ui import named


@private(OWN)
def page(request: DeskRequest) -> HttpResponse:
    """Show what is due, what is stale, what came back, and the figures."""
    with settled():
        piles: dict[Pile, list[Card]] = {"due": [], "returned": [], "stale": []}
        for card in waiting(request.user, request.grounds):
            piles[card.pile].append(card)
        place = own_place(request.user, request.grounds)
        context = {
            "due": piles["due"],
            "returned": piles["returned"],
            "stale": piles["stale"],
            "place": named(place) if place else "",
            "standings": standings(place) if place else [],
            "reminded": bool(leave(request.user, "duties.see", request.grounds)),
            # Who holds something already reads of what waits on the page of her rights.
            "unconfirmed": [] if request.grounds else unconfirmed.of_person(request.user),
        }
    return render(request, "desk/home.html", context)
