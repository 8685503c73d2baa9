"""Which public pages take a form, and from where one may be sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from mangnon.portal.asking.errors import from_elsewhere

TAKES_FORMS = "takes_forms"
View = Callable[..., HttpResponse]


def takes_forms(view: View) -> View:
    """Declare that a public page takes a form; its answers are kept by nobody."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        answer["Cache-Control"] = "no-store"
        answer["X-Robots-Tag"] = "noindex"
        return answer

    setattr(page, TAKES_FORMS, True)
    return page


def may_be_sent_to(request: HttpRequest) -> bool:
    """Whether the page of an address takes forms."""
    try:
        return bool(getattr(resolve(request.path_info).func, TAKES_FORMS, False))
    except Resolver404:
        return False


def demand_from_here(request: HttpRequest) -> None:
    """Raise BadForm where a browser says that another site sends the form."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site and site not in ("same-origin", "none"):
        raise from_elsewhere()
    origin = request.headers.get("Origin", "")
    if origin and urlsplit(origin).netloc != request.get_host():
        raise from_elsewhere()
