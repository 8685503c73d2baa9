"""The live figures of a person's own place: each promise, where it stands, how old that is."""

from mangnon import clock
from mangnon.access.own_place import own_place as own_place
from mangnon.places.models import Place
from mangnon.programme import standing
from mangnon.programme.shown import Shown, shown


def standings(place: Place) -> list[Shown]:
    """Return how each promise stands at a place today."""
    return [shown(one) for one in standing.standings(place, clock.today())]
