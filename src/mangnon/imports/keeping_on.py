"""What the process beside the site does: imports that wait are gone on with."""

import logging
from threading import Event

from django.db import InterfaceError, OperationalError

from mangnon.imports.actions import break_off, work
from mangnon.imports.models import Import
from mangnon.imports.queries import waiting
from mangnon.imports.scopes import warrant_of
from mangnon.rounds import keep_on
from mangnon.text.sentence import DomainError
from mangnon.walls import everywhere

EVERY = 1.0  # seconds between two looks
_log = logging.getLogger(__name__)


def work_waiting() -> int:
    """Do what waits, the oldest first; returns how many imports were worked on.

    One that cannot go on, as where who asked for it may no more, keeps no other waiting; one that
    breaks off over what nobody foresaw is laid down, for it would break off again.
    """
    stopped: DomainError | None = None
    with everywhere():
        found = list(waiting())
    for one in found:
        try:
            _go_on(one)
        except DomainError as error:
            stopped = error
    if stopped is not None:
        raise stopped
    return len(found)


def _go_on(one: Import) -> None:
    warrant = warrant_of(one)
    try:
        work(one, warrant=warrant)
    except (DomainError, OperationalError, InterfaceError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it keeps no other waiting
        # Its words are not told: a row may stand in them.
        _log.error("import %s broke off: %s", one.uuid, type(error).__name__)
        break_off(one, warrant=warrant)


def keep_importing(stop: Event, every: float = EVERY) -> None:
    """Look for what waits until told to stop; what fails once is tried again."""
    keep_on(stop, lambda looks: work_waiting(), every=every, what="the imports", rests=True)
