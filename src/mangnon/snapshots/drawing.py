"""Drawing a page that has no snapshot, and keeping it if nothing changed meanwhile."""

import logging
import sqlite3
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from mangnon import clock
from mangnon.snapshots import store
from mangnon.snapshots.edition import edition
from mangnon.snapshots.keeping import (
    demand_for_everybody,
    demand_known_reads,
    headers_of,
    may_be_kept,
)
from mangnon.snapshots.models import Change
from mangnon.snapshots.recording import recording
from mangnon.snapshots.tags import touches

LOOKED_AT = 100  # of the latest changes; more within the drawing of a page is too many
_log = logging.getLogger(__name__)


class Watch:
    """What stood when a page began to be drawn: the turn, and which changes were known."""

    def __init__(self) -> None:
        store.begin(day=clock.today().isoformat(), edition=edition())
        self._turn = store.turn()
        self._known = {key for key, _ in latest_changes()}

    def still_stands(self, tags: frozenset[str]) -> bool:
        """Whether nothing that the page read was changed since."""
        if store.turn() != self._turn:
            return False
        new = [tags for key, tags in latest_changes() if key not in self._known]
        return len(new) < LOOKED_AT and not any(touches(one, tags) for one in new)


def latest_changes() -> list[tuple[str, list[str]]]:
    """Return the latest changes, newest first: key and tags."""
    return list(Change.objects.order_by("-pk").values_list("key", "tags")[:LOOKED_AT])


def draw(
    path: str, request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]
) -> HttpResponse:
    """Return the page, kept under its path where it may be."""
    watch = _watch()
    with recording() as recorder:
        response = get_response(request)
    everybodys = demand_for_everybody(request.path_info, response)
    known = demand_known_reads(request.path_info, recorder)
    if watch is not None and everybodys and known and may_be_kept(path, response):
        try:
            _keep(path, response, recorder.tags(), watch)
        except (OSError, sqlite3.Error, DatabaseError) as error:
            _log.warning("not kept: %s: %s", path, error)
            store.remove([path])
    return response


def _watch() -> Watch | None:
    try:
        return Watch()
    except (OSError, sqlite3.Error, DatabaseError) as error:
        _log.warning("no snapshots are kept: %s", error)
        return None


def _keep(path: str, response: HttpResponse, tags: frozenset[str], watch: Watch) -> None:
    """Keep first, look after: a change that is committed between finds the file, or is found."""
    store.keep(path, response.content, headers_of(response), tags)
    if not watch.still_stands(tags):
        store.remove([path])
