"""A walk through the editors' house: every address that a page names, one of each kind."""

import html
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from wagtail.models import Page

HOUSE = "/desk/cms/"
_ADDRESS = re.compile(r"/desk/cms/[\w\-./%]*(?:\?[\w\-./%=&:]*)?")
# Screens that are another one for each kind of page.
_DIFFER_BY_PAGE = ("wagtailadmin_explore", "wagtailadmin_pages:edit", "wagtailadmin_pages:history")
# Leaving ends the walk; a picture says nothing.
_PASSED_BY = ("wagtailadmin_logout", "serve", "sprite", "preview", "_api:")


class Screen(NamedTuple):
    """One answer: its address, what kind it is, what it says."""

    address: str
    kind: str
    page: str


def walk(desk: Client, begin: Iterable[str], most: int = 600) -> Iterator[Screen]:
    """Yield the screens that are reached from some addresses, one of each kind, in that order."""
    waiting, met = deque(begin), set[str]()
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address)
        if kind is None or kind in met or len(met) > most:
            continue
        met.add(kind)
        answer = desk.get(address, follow=True)
        if answer.status_code in (403, 404, 405) or not _says_something(answer):
            continue
        page = answer.content.decode()
        assert answer.status_code < 500, address
        yield Screen(address, kind, page)
        waiting.extend(_named(page))


def _says_something(answer: HttpResponse) -> bool:
    kind = answer.headers.get("Content-Type", "")
    return not answer.streaming and kind.startswith(("text/html", "application/json"))


def _named(page: str) -> list[str]:
    """Return the addresses that stand anywhere in a page, in its order."""
    plain = html.unescape(page.replace("\\u0026", "&").replace("\\u003D", "=").replace("\\/", "/"))
    return list(dict.fromkeys(_ADDRESS.findall(plain)))


def kind_of(address: str) -> str | None:
    """Name the kind of a screen: its view, what kind of thing it is of; None: not walked to."""
    try:
        found = resolve(address.partition("?")[0])
    except Resolver404:
        return None
    name = found.view_name or str(found.route)
    if any(one in name for one in _PASSED_BY):
        return None
    words = [str(one) for one in (*found.args, *found.kwargs.values())]
    about = [one for one in words if not one.isdigit()]
    return " ".join([name, *about, *_kind_of_page(name, words)])


def _kind_of_page(name: str, words: list[str]) -> list[str]:
    if name not in _DIFFER_BY_PAGE:
        return []
    number = next((one for one in words if one.isdigit()), None)
    page = Page.objects.filter(pk=number).select_related("content_type").first() if number else None
    return [page.content_type.model, page.locale.language_code] if page else []
