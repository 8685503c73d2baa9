"""What every written page has besides its words: the way to it, the other language, its foot."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from wagtail.models import Page

from mangnon.pages.announcing import versions
from mangnon.pages.models import HomePage
from mangnon.pages.models.kept import KeptPage
from mangnon.pages.pictures import Shown, shown
from mangnon.pages.roots import PREFIX, address_below, roots
from mangnon.pages.tree import Tree, tree_for
from mangnon.portal.addresses import address
from mangnon.snapshots import listing
from mangnon.snapshots.tags import every
from mangnon.text.sentence import Language
from mangnon.ui.templatetags.mangnon_ui import page_language


class Item(NamedTuple):
    """A page in a list."""

    title: str
    lead: str
    url: str


def tree(request: HttpRequest) -> Tree:
    """Return the tree of the page's language; a page that is shown stands in one."""
    found = tree_for(request, page_language())
    if found is None:
        raise LookupError("a written page outside of every tree")
    return found


def framed(page: KeptPage, request: HttpRequest) -> dict[str, Any]:
    """Return the crumbs, the same page in the other language, and its head picture."""
    here = tree(request)
    return {
        "crumbs": here.crumbs(page),
        "alternate_url": other_language(page, here.language),
        "head_picture": picture(page),
        "office_url": address("office", here.language, code=page.office.code)
        if page.office_id else "",
        "exit_url": EXIT if getattr(page, "protects", False) else "",
    }  # fmt: skip


# Where "exit this page" leads: something that anybody may have open.
EXIT = "https://thoitiet.vn/"


def picture(page: KeptPage) -> Shown | None:
    """Return the page's head picture, where there is one that may be shown."""
    return shown(page.picture) if page.picture_id else None


def other_language(page: Page, language: Language) -> str:
    """Return the address of the same page in the other language, else of its first page."""
    other = "vi" if language == "en" else "en"
    if isinstance(page, HomePage):
        return PREFIX[other]
    with listing(versions(page)):
        found = page.get_translations().live().filter(locale__language_code=other).first()
    path = address_below(roots(), found.url_path) if found else None
    return path or PREFIX[other]


def articles(pages: Any) -> Any:
    """Return news pages, read as a list that changes when any of the news does."""
    with listing(every("pages.newspage")):
        return list(pages)


def items(here: Tree, pages: Any) -> list[Item]:
    """Return pages as a list: titles, leads and addresses."""
    return [Item(one.title, getattr(one, "lead", ""), here.address(one)) for one in pages]
