"""The counter for every page of the public house: a picture, and the same number as text."""

from django.http import HttpRequest, HttpResponse

from mangnon.ui.templatetags.mangnon_ui import page_language
from mangnon.visits.drawing import in_words, picture
from mangnon.visits.queries import shown_total

_FRESH = "public, max-age=60, stale-if-error=86400"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # the picture's own inks; no script


def drawn(request: HttpRequest) -> HttpResponse:
    """Show the number as a picture."""
    return _kept(picture(shown_total(), page_language()), "image/svg+xml; charset=utf-8")


def as_text(request: HttpRequest) -> HttpResponse:
    """Show the number as a line of text, for whom the picture says nothing."""
    return _kept(in_words(shown_total(), page_language()) + "\n", "text/plain; charset=utf-8")


def _kept(content: str, kind: str) -> HttpResponse:
    headers = {"Cache-Control": _FRESH, "Content-Security-Policy": _POLICY}
    return HttpResponse(content, content_type=kind, headers=headers)
