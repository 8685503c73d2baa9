"""Documents and relations as the computation sees them."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from mangnon.legislation.standing.words import ENDING, ENDING_PART, SUSPENDING, Standing, Why

Key = Hashable


@dataclass(frozen=True, slots=True)
class Paper:
    """A document's dates; None is not known. ``expired_on`` is the first day without force."""

    key: Key
    issued_on: date | None = None
    in_force_from: date | None = None
    expired_on: date | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What ``source`` does to ``target``, to the whole of it or to a part, from a day to a day.

    In a verdict ``on`` is the day on which it took effect.
    """

    source: Key
    kind: str
    target: Key
    on: date | None = None
    until: date | None = None
    part: bool = False
    row: int | None = None

    @property
    def ends(self) -> bool:
        """Whether the whole of the target ends by it."""
        return self.kind in ENDING and not self.part

    @property
    def ends_part(self) -> bool:
        """Whether a part of the target ends by it."""
        return self.kind in ENDING_PART and not self.ends

    @property
    def suspends(self) -> bool:
        """Whether the target, or a part of it, rests for a while."""
        return self.kind == SUSPENDING

    @property
    def matters(self) -> bool:
        """Whether the target's standing can change by it."""
        return self.kind in ENDING_PART or self.suspends


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a document stands: since when, until when if known, why, and by which relations."""

    standing: Standing
    why: Why
    since: date | None = None
    until: date | None = None
    ties: tuple[Tie, ...] = ()
