"""What rooms above know of duties, shown on duties' pages: each offers itself from ``ready``."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from mangnon.access.routes import DeskRequest
from mangnon.duties.models import Assignment, Duty


class Line(NamedTuple):
    """What is told: its words, where it is read, what else is known of it."""

    words: str
    address: str = ""
    facts: tuple[str, ...] = ()


class Part(NamedTuple):
    """A part of a page; ``more`` leads to the rest."""

    title: str
    lines: list[Line]
    more: Line | None = None


# Asked of a duty, or of one assignment of it; tells only what the reader may see. Few questions.
Witness = Callable[[DeskRequest, Duty, Assignment | None], Part | None]
# Words about assignments, in one question for a whole page of them.
Marker = Callable[[Collection[int]], Mapping[int, str]]
_WITNESSES: list[Witness] = []
_MARKERS: list[Marker] = []


def offer(witness: Witness) -> None:
    """Have a witness asked; once, however often it is offered."""
    if witness not in _WITNESSES:
        _WITNESSES.append(witness)


def mark(marker: Marker) -> None:
    """Have a marker asked; once, however often it is offered."""
    if marker not in _MARKERS:
        _MARKERS.append(marker)


def told_of(request: DeskRequest, duty: Duty, held: Assignment | None = None) -> list[Part]:
    """Return what is told of a duty, or of one assignment of it."""
    parts = [one(request, duty, held) for one in _WITNESSES]
    return [part for part in parts if part is not None]


def marks_of(assignments: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return the words about each assignment."""
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for one in _MARKERS:
        for held, words in one(assignments).items():
            found[held] += (words,)
    return found
