"""How a page of the private house declares by what right it is reached.

A page that declares nothing answers as if it were not there; see ``middleware.PrivateHouse``. Our
own pages run inside the walls of the database: only the children are there over whom a role of
the reader's, or a loan, allows some act.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver
from django_htmx.middleware import HtmxDetails

from mangnon.access import grounds
from mangnon.access.doors import Leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.rights import ACTS, OPEN, OWN
from mangnon.walls import within

PRIVATE = "/desk/"
View = TypeVar("View", bound=Callable[..., Any])


class DeskRequest(HttpRequest):
    """A request that passed the door: who asks, and her leave for the right declared."""

    user: User
    leave: Leave
    grounds: tuple[Ground, ...]
    htmx: HtmxDetails  # what the middleware of htmx adds


def private(act: str) -> Callable[[View], View]:
    """Declare the right by which a page is reached: an act of the table, ``OPEN`` or ``OWN``."""
    if act not in ACTS and act not in (OPEN, OWN):
        raise ValueError(f"{act!r} is no right of access.rights")

    def declare(view: View) -> View:
        @wraps(view)
        def page(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            places = grounds.reach_over_children(request.grounds)
            with within(places):
                answer = cast(HttpResponseBase, view(request, *args, **kwargs))
            if isinstance(answer, StreamingHttpResponse) and not isinstance(answer, FileResponse):
                answer.streaming_content = _inside(places, cast(Any, answer.streaming_content))
            return answer

        return cast(View, _declaring(act, view if act == OPEN else page))

    return declare


def _inside(places: frozenset[int] | None, parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the parts of a streamed answer inside the same walls: they are read after the page."""
    with within(places):
        yield from parts


def declared(view: Callable[..., Any]) -> str | None:
    """Return the right that a page declares, or None."""
    return getattr(view, "declared_right", None)


def under(
    act: str, patterns: Iterable[URLPattern | URLResolver], **others: str
) -> list[URLPattern | URLResolver]:
    """Declare one right for every page of a kept library; ``others`` names another by page name."""
    found = list(patterns)
    for pattern in found:
        if isinstance(pattern, URLResolver):
            under(act, pattern.url_patterns, **others)
        else:
            right = others.get(pattern.name or "", act)
            pattern.callback = _declaring(right, _own_copy(pattern.callback))
    return found


def _declaring(act: str, view: Callable[..., Any]) -> Callable[..., Any]:
    view.declared_right = act  # type: ignore[attr-defined]
    return view


def _own_copy(view: Callable[..., Any]) -> Callable[..., Any]:
    """Return a view that may carry its own declaration: one view may stand at two addresses."""

    def page(request: HttpRequest, *args: object, **kwargs: object) -> object:
        return view(request, *args, **kwargs)

    page.__dict__.update(view.__dict__)
    page.__name__ = getattr(view, "__name__", type(view).__name__)
    return page
