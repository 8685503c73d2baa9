"""Where the page trees of both languages begin, and at which address a page stands."""

from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page, Site

from mangnon.pages.announcing import MENU
from mangnon.snapshots import listing
from mangnon.text.sentence import Language

PREFIX: dict[str, str] = {"vi": "/", "en": "/en/"}


class Root(NamedTuple):
    """The first page of one language, as the tree keeps it."""

    id: int
    url_path: str
    language: Language


def roots() -> list[Root]:
    """Return the first page of each language; one question of the database."""
    found = Page.objects.filter(depth=2, homepage__isnull=False).values_list(
        "id", "url_path", "locale__language_code"
    )
    with listing(MENU):
        return [Root(*row) for row in found]


def address_below(found: list[Root], url_path: str) -> str | None:
    """Return the address of what stands at a path of the tree; None outside both languages."""
    for root in found:
        if url_path.startswith(root.url_path):
            return PREFIX[root.language] + url_path[len(root.url_path) :]
    return None


def place_in_site(page: Page) -> tuple[int, str, str] | None:
    """Return the site's id, its address and the page's path, as Wagtail asks for them."""
    path = address_below(roots(), page.url_path)
    site = Site.objects.filter(is_default_site=True).first()
    if path is None or site is None:
        return None
    return site.pk, site.root_url, path


def language_of(request: HttpRequest) -> Language:
    """Return the language of a request's address."""
    return "en" if request.path_info.startswith(PREFIX["en"]) else "vi"
