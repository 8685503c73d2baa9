"""A thread in each web process: once a second it carries out what others changed, and turns
the day, also where a web server hands the snapshots out by itself."""

import logging
import sqlite3
import threading
import time

from django.conf import settings
from django.db import DatabaseError, connection

from mangnon import clock
from mangnon.snapshots import index, store
from mangnon.snapshots.drawing import LOOKED_AT, latest_changes
from mangnon.snapshots.edition import edition
from mangnon.snapshots.tags import FRAME

EVERY = 0.5  # seconds
_log = logging.getLogger(__name__)


def keep_turning() -> None:
    """Begin, where snapshots are kept."""
    if settings.SNAPSHOTS:
        threading.Thread(target=_turn, name="snapshots", daemon=True).start()


def _turn() -> None:
    while True:
        try:
            look()
        except (OSError, sqlite3.Error, DatabaseError) as error:
            _log.info("snapshots wait: %s", error)
            connection.close()
        time.sleep(EVERY)


def look() -> None:
    """Turn the day; delete what changes not yet carried out here made stale."""
    store.begin(day=clock.today().isoformat(), edition=edition())
    changes = latest_changes()
    with index.opened() as found:
        left = index.undone(found, [key for key, _ in changes])
    if len(left) == LOOKED_AT:  # more was missed than can be looked at
        store.drop([FRAME], note=left)
        return
    for key, tags in reversed(changes):
        if key in left:
            store.drop(tags, note=[key])
