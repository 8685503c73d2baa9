"""What is different in the editors' house: its groups follow roles, and its scripts may frame."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import get_urlconf, set_urlconf

from mangnon.access.models import User
from mangnon.pages.editors import follow_roles
from mangnon.pages.inline_scripts import digests
from mangnon.pages.left_in_english import say

HOUSE = "/desk/cms/"
# Files lead to the house's own addresses, also on a page that is looked at before it is public.
ADDRESSES = "mangnon.house_urls"
# The editor writes styles into its page and shows the public page in a frame of our own.
POLICY = (
    "default-src 'self'; script-src 'self'{starts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; "
    "frame-src 'self'; object-src 'none'"
)


class EditorsHouse:
    """Lets in whom a role lets in, with what her roles give."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        within = request.path_info.startswith(HOUSE)
        response = self._answered(request, within or getattr(request, "is_dummy", False))
        if within:
            if not response.streaming:
                say(response)
            response.headers["Content-Security-Policy"] = _policy(response)
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response

    def _answered(self, request: HttpRequest, of_house: bool) -> HttpResponse:
        """Answer with the house's own addresses, also where it looks at a draft."""
        before = get_urlconf()
        if of_house:
            request.urlconf = ADDRESSES  # type: ignore[attr-defined]
            set_urlconf(ADDRESSES)
        try:
            return self._get_response(request)
        finally:
            set_urlconf(before)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Bring the reader's groups in line with the roles that she holds at this moment."""
        user = getattr(request, "user", None)
        if request.path_info.startswith(HOUSE) and isinstance(user, User):
            follow_roles(user, getattr(request, "grounds", ()))


def _policy(response: HttpResponse) -> str:
    """Return the policy of an answer; a page's own starting lines are named in it."""
    html = response.headers.get("Content-Type", "").startswith("text/html")
    found = digests(response.content.decode()) if html and not response.streaming else []
    return POLICY.format(starts="".join(f" {one}" for one in found))
