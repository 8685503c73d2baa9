"""What passes with the work when somebody hands over: each subject moves its own open work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from django.utils.functional import Promise

from mangnon import clock
from mangnon.access.models import User
from mangnon.audit.warrants import Warrant


@dataclass(frozen=True, slots=True)
class Handover:
    """Who hands over to whom, at which places, from a day; ``until`` None means for good."""

    giver: User
    taker: User
    place_ids: frozenset[int]
    since: date
    until: date | None

    @property
    def for_good_now(self) -> bool:
        """Whether the giver works here no more: nothing need stay with her."""
        return self.until is None and self.since <= clock.today()


class Passed(NamedTuple):
    """What passed: how many roles, and how much of each subject's open work, by its name.

    ``unconfirmed`` of the roles wait for a second administrator.
    """

    roles: int
    moved: dict[str, int]
    unconfirmed: int = 0

    def in_words(self) -> list[tuple[str, int]]:
        """Return what there was of each kind of work, in the language of the page."""
        return [(str(_WORDS.get(name, name)), count) for name, count in self.moved.items() if count]


class Mover(Protocol):
    """Moves a subject's open work; returns how many pieces."""

    def __call__(self, handover: Handover, *, warrant: Warrant) -> int: ...


_MOVERS: dict[str, Mover] = {}
_WORDS: dict[str, str | Promise] = {}


def on_handover(name: str, words: str | Promise) -> Callable[[Mover], Mover]:
    """Register a subject's mover: the name under which the trail counts, the words of a page."""

    def register(mover: Mover) -> Mover:
        _MOVERS[name], _WORDS[name] = mover, words
        return mover

    return register


def move_open_work(handover: Handover, *, warrant: Warrant) -> dict[str, int]:
    """Have every subject move its open work, in the caller's transaction."""
    return {name: mover(handover, warrant=warrant) for name, mover in _MOVERS.items()}
