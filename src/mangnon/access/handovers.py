"""What passes with the work when somebody hands over: each subject moves its own open work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

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


class Mover(Protocol):
    """Moves a subject's open work; returns how many pieces."""

    def __call__(self, handover: Handover, *, warrant: Warrant) -> int: ...


_MOVERS: dict[str, Mover] = {}


def on_handover(name: str) -> Callable[[Mover], Mover]:
    """Register a subject's mover, under the name by which the trail counts what it moved."""

    def register(mover: Mover) -> Mover:
        _MOVERS[name] = mover
        return mover

    return register


def move_open_work(handover: Handover, *, warrant: Warrant) -> dict[str, int]:
    """Have every subject move its open work, in the caller's transaction."""
    return {name: mover(handover, warrant=warrant) for name, mover in _MOVERS.items()}
