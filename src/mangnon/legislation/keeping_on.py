"""What is done for readers beside the site: the box is emptied, letters are written."""

import logging
from threading import Event

from django.db import DatabaseError, close_old_connections

from mangnon.access.doors import system_warrant
from mangnon.legislation.actions.posting import take_in
from mangnon.legislation.actions.telling import tell_followers

EVERY = 30.0  # seconds between two looks into the box
_TELLS = 20  # looks between two rounds of letters
_log = logging.getLogger(__name__)


def keep_posting(stop: Event, every: float = EVERY) -> None:
    """Look into the box until told to stop; what fails once is tried again."""
    looks = 0
    while not stop.wait(every):
        close_old_connections()
        try:
            take_in(warrant=system_warrant("library post"))
            if looks % _TELLS == 0:
                tell_followers(warrant=system_warrant("library post"))
        except DatabaseError:
            _log.warning("the library's post missed a look", exc_info=True)
        except (ArithmeticError, LookupError, OSError, ValueError) as error:  # it lives on
            _log.error("the library's post missed a look: %s", type(error).__name__)
        looks += 1
