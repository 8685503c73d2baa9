"""The door of the private house: closed until somebody has thought.

Sessions, sign-in and forms' tokens live under ``/desk/`` only; every other address passes by.
"""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, cast

from axes.middleware import AxesMiddleware
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.views import redirect_to_login
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.utils import translation
from django_htmx.middleware import HtmxMiddleware

from mangnon.access import factors, grounds, idle
from mangnon.access.doors import leave
from mangnon.access.errors import NotHere
from mangnon.access.models import User
from mangnon.access.rights import OPEN, OWN
from mangnon.access.routes import PRIVATE, DeskRequest, declared
from mangnon.access.sending.keeping import way_back
from mangnon.places.world import settled

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; object-src 'none'"
)


def is_private(request: HttpRequest) -> bool:
    """Whether the address lies in the private house."""
    return request.path_info.startswith(PRIVATE)


class _OnlyHere:
    """Lets a middleware of Django's act under ``/desk/`` only."""

    get_response: Answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_private(request):
            return self.get_response(request)
        return cast(HttpResponse, super().__call__(request))  # type: ignore[misc]


class Sessions(_OnlyHere, SessionMiddleware):
    """Django's sessions, here only; each page opened puts off the end of an idle one."""

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if idle.is_use(request.path_info):
            request.session.note_use()  # type: ignore[attr-defined]


class Forms(_OnlyHere, CsrfViewMiddleware):
    """Django's guard against forged forms, here only: no public page takes a form."""

    def process_view(self, request: HttpRequest, *rest: Any) -> HttpResponse | None:
        return super().process_view(request, *rest) if is_private(request) else None


class Identity(_OnlyHere, AuthenticationMiddleware):
    """Who is signed in, here only."""


class Messages(_OnlyHere, MessageMiddleware):
    """What the last page has to say on the next, here only."""


class Pieces(_OnlyHere, HtmxMiddleware):
    """Whether a page asks for a piece of itself, here only."""


class LockOut(_OnlyHere, AxesMiddleware):
    """The answer to too many wrong passwords, here only."""


class PrivateHouse:
    """Asks of every private page by what right it is reached, and who is there."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_private(request):
            return self._get_response(request)
        user = request.user
        language = user.language if isinstance(user, User) else settings.LANGUAGE_CODE
        reads = settled() if request.method in ("GET", "HEAD") else nullcontext()
        with translation.override(language), reads:
            response = self._get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Content-Language", language)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: object, kwargs: object
    ) -> HttpResponse | None:
        """Let pass, lead to the sign-in, or answer that nothing is there."""
        if not is_private(request):
            return None
        act = declared(view)
        if act is None:
            raise NotHere
        if act == OPEN:
            return None
        if not isinstance(request.user, User):
            return redirect_to_login(way_back(request), settings.LOGIN_URL)
        asked = cast(DeskRequest, request)
        asked.grounds = grounds.of_person(asked.user)
        if factors.keeps_out(asked, asked.user, asked.grounds):
            return redirect("mfa_index")
        return None if act == OWN else self._with_leave(asked, act)

    def _with_leave(self, request: DeskRequest, act: str) -> None:
        request.leave = leave(request.user, act, request.grounds)
        if not request.leave:
            raise NotHere
