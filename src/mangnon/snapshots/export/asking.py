"""Asking the application in this process, as a web server would."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from wsgiref.util import setup_testing_defaults

from django.conf import settings

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answers: its status, its headers by their small names, its content."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The type of the content, without its letters' code."""
        return self.headers.get("content-type", "").partition(";")[0].strip()


def ask(application: Application, address: str) -> Answer:
    """Return the answer to a plain reading of an address."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(address).encode().decode("latin-1"),
        "QUERY_STRING": "",
        "HTTP_HOST": settings.ALLOWED_HOSTS[0].lstrip(".*") or "localhost",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": io.BytesIO(),
    }
    if settings.SECURE_HSTS_SECONDS:  # an installation that speaks TLS links to itself by it
        environ |= {"wsgi.url_scheme": "https", "HTTP_X_FORWARDED_PROTO": "https"}
    setup_testing_defaults(environ)
    begun: dict[str, Any] = {}

    def begin(status: str, headers: list[tuple[str, str]], *_rest: object) -> None:
        begun.update(status=int(status[:3]), headers={n.lower(): v for n, v in headers})

    answer = application(environ, begin)
    try:
        body = b"".join(answer)
    finally:
        close = getattr(answer, "close", None)
        if close is not None:
            close()
    return Answer(begun["status"], begun["headers"], body)
