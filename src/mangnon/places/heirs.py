"""What a merger or a split asks of each subject, and the list of those who answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mangnon.audit.warrants import Warrant


@dataclass(frozen=True, slots=True)
class Merger:
    """The successions of one day, by place id.

    ``whole``: an old place that passed entirely to one heir. ``split``: an old place and its
    heirs with their shares; which record goes to which heir is for people to say.
    """

    date: date
    whole: Mapping[int, int]
    split: Mapping[int, Sequence[tuple[int, float]]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was left to carry out."""
        return not self.whole and not self.split


class Handler(Protocol):
    """What a subject does with its own records on that day; called inside the transaction."""

    def __call__(self, merger: Merger, *, warrant: Warrant) -> None: ...


_HANDLERS: list[Handler] = []


def on_succession(handler: Handler) -> Handler:
    """Have ``handler`` called at every succession; once, however often it is announced.

    Usable as a decorator in a subject's ``heirs.py``, which its app imports at start.
    """
    if handler not in _HANDLERS:
        _HANDLERS.append(handler)
    return handler


def handlers() -> tuple[Handler, ...]:
    """Return those who answer, in the order in which they announced themselves."""
    return tuple(_HANDLERS)
