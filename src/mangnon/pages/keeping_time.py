"""What comes of itself with time: pages that were to appear or to go, consents that end."""

import logging
from threading import Event

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections

from mangnon.pages.showing import hide_ended

EVERY = 1.0  # seconds; a page appears within two of its hour
_CONSENTS_EVERY = 60
_log = logging.getLogger(__name__)


def keep_time(stop: Event, every: float = EVERY) -> None:
    """Look at the clock until told to stop; what fails once is tried again at the next look."""
    looks = 0
    while not stop.wait(every):
        close_old_connections()
        try:
            look(consents=looks % _CONSENTS_EVERY == 0)
        except DatabaseError:
            _log.warning("the clock of the pages missed a look", exc_info=True)
        looks += 1


def look(*, consents: bool) -> None:
    """Publish and take down what is due; hide the pictures whose consent has ended."""
    call_command("publish_scheduled", verbosity=0)
    if consents:
        hide_ended()
