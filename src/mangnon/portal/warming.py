"""What the first visitor of a process would wait for, done before anybody comes."""

from django.http import HttpRequest
from django.utils import translation

from mangnon.places.world import settled
from mangnon.portal.views import home


def warm_pages() -> None:
    """Draw the first page once: places are then read, templates compiled."""
    request = HttpRequest()
    request.method, request.path = "GET", "/"
    with translation.override("vi"), settled():
        home.page(request)
