"""Before Django: what has a snapshot is answered without waking the application."""

from collections.abc import Callable, Iterable
from http.client import responses
from typing import Any

from django.conf import settings

from mangnon import clock
from mangnon.snapshots import store
from mangnon.snapshots.addresses import snapshot_path
from mangnon.snapshots.answers import answer
from mangnon.snapshots.edition import edition

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Door:
    """A WSGI application round another: answers from snapshots, else hands on."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._day = ""

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        path = snapshot_path(environ)
        if path is not None:
            self._turn_with_the_day()
            found = answer(path, environ)
            if found is not None:
                start_response(f"{found.status} {responses[found.status]}", found.headers)
                return [found.body]
        return self._application(environ, start_response)

    def _turn_with_the_day(self) -> None:
        """Yesterday's pages are over, whoever notices first."""
        day = clock.today().isoformat()
        if day != self._day:
            store.begin(day=day, edition=edition())
            self._day = day


def before(application: Application) -> Application:
    """Return the application with snapshots before it, where they are kept."""
    return Door(application) if settings.SNAPSHOTS else application
