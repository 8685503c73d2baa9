"""Warming a process up in the background, once it listens."""

import logging
import threading

from django.db import DatabaseError, connection

from mangnon.portal.warming import warm_pages
from mangnon.register.warming import warm_records, warm_roster
from mangnon.text.sentence import DomainError

# The longest comes last: it takes processor time from whoever comes meanwhile.
_STEPS = (warm_pages, warm_records, warm_roster)
_log = logging.getLogger(__name__)


def warm_up() -> threading.Thread:
    """Begin to warm this process up; whoever comes meanwhile is served all the same."""
    thread = threading.Thread(target=_warm, name="warm-up", daemon=True)
    thread.start()
    return thread


def _warm() -> None:
    """Do every step; what an empty or older database lacks is told when it is asked for."""
    try:
        for step in _STEPS:
            try:
                step()
            except (DomainError, DatabaseError) as error:
                _log.info("not warmed up: %s", error)
    finally:
        connection.close()
