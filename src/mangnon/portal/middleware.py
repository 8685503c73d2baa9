"""What every public page keeps to: its language, its headers; only a page of a form takes one."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import translation
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from mangnon.access.middleware import is_private
from mangnon.places.world import settled
from mangnon.portal import failures
from mangnon.portal.asking.guarding import may_be_sent_to
from mangnon.portal.moved import MovedTo, lead_on
from mangnon.text.sentence import DomainError

FRESH = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400"
POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'"
)


def language_of(path: str) -> str:
    """Return the language of an address: ``/en/`` alone decides."""
    return "en" if path == "/en" or path.startswith("/en/") else "vi"


class Moved(RedirectMiddleware):  # type: ignore[misc]
    """Leads from where a page stood to where it stands; asked only where nothing is found."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_private(request):
            return self.get_response(request)
        return super().__call__(request)


class PublicPages:
    """Gives every answer its language and headers; refuses all but reading and a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_private(request):
            return self._get_response(request)
        language = language_of(request.path_info)
        with translation.override(language), settled():
            reads = request.method in ("GET", "HEAD")
            if not reads and not (request.method == "POST" and may_be_sent_to(request)):
                response: HttpResponse = HttpResponseNotAllowed(["GET", "HEAD"])
            else:
                response = self._get_response(request)
        failed = response.status_code >= 500
        response.headers.setdefault("Cache-Control", "no-store" if failed else FRESH)
        response.headers.setdefault("Content-Language", language)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Lead on to a full address, or show what is wrong as a page that says what to do."""
        if is_private(request):
            return None
        if isinstance(error, MovedTo):
            return lead_on(request, error)
        return failures.page(request, error) if isinstance(error, DomainError) else None
