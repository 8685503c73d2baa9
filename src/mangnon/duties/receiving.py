"""Who may take what is handed down: a place without people would never know of it."""

from mangnon.access.grounds import of_everyone
from mangnon.duties.models import Handing

DO = "duties.do"


def without_people(handing: Handing) -> list[str]:
    """Return the receivers where nobody may accept a duty, by name."""
    reached = frozenset().union(*(one.places for one in of_everyone() if DO in one.acts))
    held = handing.assignments.select_related("place", "office").exclude(place__in=reached)
    return [str(one.office or one.place) for one in held.order_by("place__sort_key")]
