"""What a process beside the site does over and over: one look after another, none the last."""

import logging
from collections.abc import Callable
from threading import Event

from django.db import close_old_connections

_log = logging.getLogger(__name__)
_RESTS = 30  # looks that are left out after one that failed where each would fail alike


def keep_on(
    stop: Event, look: Callable[[int], object], *, every: float, what: str, rests: bool = False
) -> None:
    """Look every so many seconds until told to stop; whatever one look does, the next one comes.

    ``look`` is told how many came before it. What went wrong is logged by its kind alone: a row
    may stand in its words. ``rests``: after a failure it waits longer.
    """
    looks = 0
    while not stop.wait(every):
        close_old_connections()
        try:
            look(looks)
        except Exception as error:  # noqa: BLE001 - the thread outlives whatever it was
            _log.warning("%s missed a look: %s", what, type(error).__name__)
            if rests:
                stop.wait(_RESTS * every)
        looks += 1
