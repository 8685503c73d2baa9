"""Who is reminded: those who hold the right nearest to the place, by the roles of this moment."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from mangnon.access.grounds import Ground, of_everyone
from mangnon.access.models import Holding
from mangnon.duties.models import Assignment
from mangnon.notices.kinds import Kind

DO, GIVE = "duties.do", "duties.give"


class Receiver(NamedTuple):
    """Somebody, and the place at which she holds the role."""

    user_id: int
    place_id: int


class Receivers:
    """Everybody's roles, read once: asked for each assignment without a question more."""

    def __init__(self) -> None:
        held = [one for one in of_everyone() if isinstance(one.source, Holding)]
        self._doers, self._givers = _nearest(held, DO), _nearest(held, GIVE)

    def of(self, assignment: Assignment, kind: Kind) -> list[Receiver]:
        """Return who is told by a rule of this kind; nobody where nobody holds the right."""
        if kind == Kind.ESCALATED:
            found = self._givers.get(assignment.handing.within_id, [])
        else:
            found = self._doers.get(assignment.place_id, [])
            own = [one for one in found if one.office_id == assignment.office_id]
            found = own if assignment.office_id is not None and own else found
        return sorted({Receiver(one.user_id, one.place_id) for one in found})


def _nearest(held: Iterable[Ground], act: str) -> dict[int, list[Holding]]:
    """Return, for each place, the holdings of an act that reach the fewest places besides it.

    So the commune's own officer is told of its duties, and the province's only where a commune
    has nobody.
    """
    nearest: dict[int, int] = {}
    found: dict[int, list[Holding]] = defaultdict(list)
    for ground in sorted((one for one in held if act in one.acts), key=lambda one: len(one.places)):
        for place in ground.places:
            if nearest.setdefault(place, len(ground.places)) == len(ground.places):
                assert isinstance(ground.source, Holding)
                found[place].append(ground.source)
    return found
