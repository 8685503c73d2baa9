"""The first page: the scorecard of the programme area."""

from django.http import HttpRequest, HttpResponse

from mangnon.portal.editions import current_edition
from mangnon.portal.spots import root_spot
from mangnon.portal.views import scorecard


def page(request: HttpRequest) -> HttpResponse:
    """Show how every promise stands in the whole programme area."""
    edition = current_edition()
    return scorecard.show(request, edition, root_spot(edition.day), at_home=True)


def figures(request: HttpRequest, kind: str) -> HttpResponse:
    """Hand out the figures of the first page."""
    edition = current_edition()
    return scorecard.hand_out(edition, root_spot(edition.day), kind)
