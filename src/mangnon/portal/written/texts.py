"""Plain pages of text."""

from typing import Any

from django.http import HttpRequest

from mangnon.pages.models import TextPage
from mangnon.portal.written.frame import framed, items, tree


def context(page: TextPage, request: HttpRequest) -> dict[str, Any]:
    """Return the frame and the pages below."""
    here = tree(request)
    return {**framed(page, request), "items": items(here, here.below(page))}
