"""What is to be published, how it adds up, what was published before; and the plan."""

from collections.abc import Hashable
from dataclasses import dataclass

Key = Hashable


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: numerator and denominator, in persons.

    ``candidate`` is False for a figure that is not published anyway (an estimate, a breakdown of
    a commune) but belongs to a sum. ``persons`` is False for stations, schools, communes: never
    withheld. ``weight`` is what its loss costs; by default the denominator.
    """

    key: Key
    numerator: float
    denominator: float
    candidate: bool = True
    persons: bool = True
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Equation:
    """``parent`` is the sum of ``children``, in numerators and in denominators alike."""

    parent: Key
    children: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """Values that overlap (groups of circumstances): each at most the total, together at least.

    With ``same_denominator`` every value is counted against the total's own denominator;
    else each value has its own, which overlap in the same way, and so do the complements.
    """

    total: Key
    values: tuple[Key, ...]
    same_denominator: bool = True


@dataclass(frozen=True, slots=True)
class Shown:
    """What the release before showed of a figure; None where it was withheld as small."""

    numerator: float | None
    denominator: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Which figures are withheld. Without its numerator a figure has no value and no interval.

    ``small`` are those that a reader is taken to know to be small by the rule itself; the rest
    protects them. What was withheld before is withheld again whatever it is now: it tells nothing
    new, and a reader keeps what he knew of it where he takes it to be unchanged.

    ``narrow`` are withheld counts for which only two values were found possible, not three.
    """

    numerators: frozenset[Key]
    denominators: frozenset[Key]
    small: frozenset[Key]
    small_denominators: frozenset[Key]
    narrow: frozenset[Key]

    def hides(self, key: Key) -> bool:
        """Whether numerator, complement and value of the figure are withheld."""
        return key in self.numerators

    def hides_denominator(self, key: Key) -> bool:
        """Whether the denominator is withheld too."""
        return key in self.denominators
