"""The news: the list by year, a piece with what belongs beside it."""

from typing import Any

from django.http import HttpRequest

from mangnon.pages.models import NewsIndexPage, NewsPage
from mangnon.portal.written.frame import articles, framed, items, picture, tree
from mangnon.ui.parts import Link

_ON_A_PAGE = 12


def index_context(page: NewsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return one sheet of the list, and the ways to newer and older ones."""
    here = tree(request)
    found = NewsPage.objects.child_of(page).live().order_by("-date", "-path")
    years = [day.year for day in articles(found.dates("date", "year", order="DESC"))]
    year, sheet = _number(request.GET.get("nam")), _number(request.GET.get("trang")) or 1
    wanted = found.filter(date__year=year) if year in years else found
    first = (sheet - 1) * _ON_A_PAGE
    pictured = wanted.select_related("picture").prefetch_related("picture__renditions")
    rows = articles(pictured[first : first + _ON_A_PAGE + 1])
    where = here.address(page)
    return {
        **framed(page, request),
        "items": [
            (one.title, one.lead, here.address(one), one.date, picture(one))
            for one in rows[:_ON_A_PAGE]
        ],
        "years": [Link(str(one), _sheet(where, one, 1), one == year) for one in years],
        "newer": _sheet(where, year, sheet - 1) if sheet > 1 else "",
        "older": _sheet(where, year, sheet + 1) if len(rows) > _ON_A_PAGE else "",
        "feed": True,
    }


def context(page: NewsPage, request: HttpRequest) -> dict[str, Any]:
    """Return the frame and the pages that belong beside it."""
    here = tree(request)
    beside = [one.other for one in page.related.select_related("other") if one.other.live]
    return {**framed(page, request), "related": items(here, [one.specific for one in beside])}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else None


def _sheet(where: str, year: int | None, sheet: int) -> str:
    words = [f"nam={year}"] if year else []
    words += [f"trang={sheet}"] if sheet > 1 else []
    return f"{where}?{'&'.join(words)}" if words else where
