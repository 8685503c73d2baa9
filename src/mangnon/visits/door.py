"""Counts views in the process, where no web server in front of it does.

It stands round the whole application, outside of Django and of whatever answers before it, and
asks and writes nothing in the database.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings

from mangnon import clock
from mangnon.visits.robots import is_robot
from mangnon.visits.sections import section_of
from mangnon.visits.tally import TALLY
from mangnon.visits.viewing import Answered, is_page

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
_PURPOSES = ("HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_MOZ")


def counted(application: Application) -> Application:
    """Return the application with its views counted, where this process is to count them."""
    return Counting(application) if settings.VISITS == "process" else application


class Counting:
    """A WSGI application round another: counts the pages that it answers with."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        def answering(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            begun = start_response(status, headers, *rest)
            if is_page(_answered(environ, status, headers)) and not is_robot(_agent(environ)):
                TALLY.add(clock.today(), section_of(environ["PATH_INFO"]))
            return begun

        return self._application(environ, answering)


def _answered(environ: Environ, status: str, headers: list[tuple[str, str]]) -> Answered:
    return Answered(
        environ["REQUEST_METHOD"],
        int(status[:3]),
        next((value for name, value in headers if name.lower() == "content-type"), ""),
        environ["PATH_INFO"],
        " ".join(environ.get(name, "") for name in _PURPOSES),
    )


def _agent(environ: Environ) -> str:
    return str(environ.get("HTTP_USER_AGENT", ""))
