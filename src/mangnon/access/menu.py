"""The desk's menu: each subject offers its entrance, with the right by which it is reached."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise

from mangnon.access.grounds import Ground
from mangnon.access.rights import OWN


class Entrance(NamedTuple):
    """A line of the menu; ``title`` is a lazy translation, ``page`` the name of an address."""

    title: str | Promise
    page: str
    act: str
    order: int


_OFFERED: dict[str, Entrance] = {}
_SEARCH: list[tuple[str, str]] = []


def offer(title: str | Promise, page: str, *, act: str, order: int) -> None:
    """Offer an entrance; once, from an app's ``ready``."""
    _OFFERED[page] = Entrance(title, page, act, order)


def entrances(grounds: tuple[Ground, ...]) -> list[tuple[str, str]]:
    """Return title and address of the entrances that these grounds open, in order."""
    acts = frozenset().union(*(ground.acts for ground in grounds)) | {OWN}
    found = sorted(_OFFERED.values(), key=lambda entrance: entrance.order)
    return [(str(one.title), reverse(one.page)) for one in found if one.act in acts]


def offer_search(page: str, *, act: str) -> None:
    """Offer the page that answers the search box (its parameter is ``q``); there is one."""
    _SEARCH[:] = [(page, act)]


def search_address(grounds: tuple[Ground, ...]) -> str:
    """Return where the search box leads; empty where these grounds do not open it."""
    acts = frozenset().union(*(ground.acts for ground in grounds))
    return next((reverse(page) for page, act in _SEARCH if act in acts), "")
