"""Writing what a process has counted: every ten seconds, and when it ends.

A process that is killed outright loses what it counted since, ten seconds' views at most.
"""

import logging
from threading import Event, Thread

from django.conf import settings
from django.db import DatabaseError, connection

from mangnon.visits import store
from mangnon.visits.tally import TALLY

EVERY = 10.0  # seconds
_log = logging.getLogger(__name__)


def begin() -> Thread | None:
    """Begin to write in the background, where this process is the one that counts."""
    if settings.VISITS != "process":
        return None
    thread = Thread(target=keep_flushing, args=(Event(),), name="visits", daemon=True)
    thread.start()
    return thread


def keep_flushing(stop: Event, every: float = EVERY) -> None:
    """Write every so many seconds, until told to stop."""
    while not stop.wait(every):
        flush()


def flush() -> bool:
    """Write what was counted; where the database is away, keep it for the next time."""
    counts = TALLY.take()
    if not counts:
        return True
    try:
        store.add(counts)
    except DatabaseError as error:
        TALLY.put_back(counts)
        _log.warning("Chưa ghi được lượt xem / The views could not be written: %s", error)
        return False
    finally:
        connection.close()
    return True
