"""What the process beside the site does: imports that wait are gone on with."""

import logging
from threading import Event

from django.db import DatabaseError, close_old_connections

from mangnon.imports.actions import work
from mangnon.imports.queries import waiting
from mangnon.imports.scopes import warrant_of
from mangnon.text.sentence import DomainError
from mangnon.walls import everywhere

EVERY = 1.0  # seconds between two looks
_log = logging.getLogger(__name__)


def work_waiting() -> int:
    """Do what waits, the oldest first; returns how many imports were worked on.

    One that cannot go on, as where who asked for it may no more, keeps no other waiting.
    """
    stopped: DomainError | None = None
    with everywhere():
        found = list(waiting())
    for one in found:
        try:
            work(one, warrant=warrant_of(one))
        except DomainError as error:
            stopped = error
    if stopped is not None:
        raise stopped
    return len(found)


def keep_importing(stop: Event, every: float = EVERY) -> None:
    """Look for what waits until told to stop; what fails once is tried again."""
    while not stop.wait(every):
        close_old_connections()
        try:
            work_waiting()
        except (DatabaseError, DomainError):
            _log.warning("an import stopped; it is tried again", exc_info=True)
            stop.wait(30 * every)
