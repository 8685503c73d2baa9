"""A warrant: the leave to act, issued by a door and demanded by every action."""

from collections.abc import Iterable
from dataclasses import dataclass

from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Actor


@dataclass(frozen=True, slots=True)
class Warrant:
    """Leave for ``actor`` to do ``acts``, at ``place_ids`` (None: everywhere).

    Only a door of ``mangnon.access`` makes one; a test of the house says so.
    """

    actor: Actor
    right: str
    acts: frozenset[str]
    place_ids: frozenset[int] | None = None
    reason: str = ""

    def demand(self, act: str, places: Iterable[int] = ()) -> None:
        """Raise NoWarrant unless this warrant covers ``act`` at every one of ``places``."""
        if act not in self.acts:
            raise NoWarrant(act, self.actor.name)
        if self.place_ids is not None and not self.place_ids.issuperset(places):
            raise NoWarrant(act, self.actor.name)
