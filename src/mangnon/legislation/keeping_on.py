"""What is done for readers beside the site: the box is emptied, letters are written."""

from threading import Event

from mangnon.access.doors import system_warrant
from mangnon.legislation.actions.posting import take_in
from mangnon.legislation.actions.telling import tell_followers
from mangnon.rounds import keep_on

EVERY = 30.0  # seconds between two looks into the box
_TELLS = 20  # looks between two rounds of letters


def keep_posting(stop: Event, every: float = EVERY) -> None:
    """Look into the box until told to stop; what fails once is tried again."""
    keep_on(stop, _look, every=every, what="the library's post")


def _look(looks: int) -> None:
    take_in(warrant=system_warrant("library post"))
    if looks % _TELLS == 0:
        tell_followers(warrant=system_warrant("library post"))
