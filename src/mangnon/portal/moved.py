"""Addresses that name a place loosely lead to the one that names it fully."""

from datetime import date

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from mangnon.places.world import Unit
from mangnon.portal.addresses import with_choices
from mangnon.portal.choices import chosen
from mangnon.portal.spots import find_unit


class MovedTo(Exception):
    """The page stands at the address of another key: ``code@day``."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def arrive(key: str, on: date) -> Unit:
    """Return the place of an address; raises MovedTo where the address is not the full one."""
    unit = find_unit(key, on)
    if unit.key != key:
        raise MovedTo(unit.key)
    return unit


def lead_on(request: HttpRequest, moved: MovedTo) -> HttpResponseRedirect:
    """Answer with the same page of the place's full key."""
    match = request.resolver_match
    assert match is not None  # a view raised it
    path = reverse(match.view_name, kwargs={**match.kwargs, "key": moved.key})
    return HttpResponseRedirect(with_choices(path, dict(chosen(request))))
