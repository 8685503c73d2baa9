"""One connected table of figures: what is hidden, what adds up, which other tables agree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mangnon.figures.disclosure.cells import Cell
from mangnon.figures.disclosure.rules import is_small, numerator_is_small

TOLERANCE = 1e-6


class Move(NamedTuple):
    """How far a figure differs from the true one in another table that agrees."""

    numerator: int
    denominator: int


Moves = Mapping[int, Move]


class Term(NamedTuple):
    """A figure in a sum: +1 as a part, -1 as the total."""

    cell: int
    sign: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """A cover by the numbers of its figures; see :class:`Cover`."""

    total: int
    values: tuple[int, ...]
    shared: bool


@dataclass(slots=True)
class Table:
    """Figures by number. ``numerator_sums`` and ``denominator_sums`` are sums that must be 0.

    ``small`` is what the rule names; ``known_small`` what a reader is taken to know of that;
    ``again`` what the release before withheld, and this one therefore too, small or not.
    """

    cells: Sequence[Cell]
    numerator_sums: list[tuple[Term, ...]]
    denominator_sums: list[tuple[Term, ...]]
    overlaps: list[Overlap]
    weight: list[float]
    hidden: list[bool] = field(default_factory=list)
    hidden_denominator: list[bool] = field(default_factory=list)
    small: list[bool] = field(default_factory=list)
    small_denominator: list[bool] = field(default_factory=list)
    known_small: list[bool] = field(default_factory=list)
    known_small_denominator: list[bool] = field(default_factory=list)
    again: list[bool] = field(default_factory=list)
    again_denominator: list[bool] = field(default_factory=list)
    twins: list[tuple[int, ...]] = field(default_factory=list)
    in_numerator_sums: list[list[tuple[int, int]]] = field(default_factory=list)
    in_denominator_sums: list[list[tuple[int, int]]] = field(default_factory=list)
    in_overlaps: list[list[int]] = field(default_factory=list)
    withheld: int = 0  # how often something was withheld: whoever remembers looks here
    forgotten: int = 0  # how often a figure was no longer known to be small

    def __post_init__(self) -> None:
        count = len(self.cells)
        self.small = [
            c.persons and numerator_is_small(c.numerator, c.denominator) for c in self.cells
        ]
        self.small_denominator = [c.persons and is_small(c.denominator) for c in self.cells]
        self.known_small = list(self.small)
        self.known_small_denominator = list(self.small_denominator)
        self.again, self.again_denominator = [False] * count, [False] * count
        self.hidden = [not c.candidate for c in self.cells]
        self.hidden_denominator = [not c.candidate for c in self.cells]
        self.in_numerator_sums = _incidence(count, self.numerator_sums)
        self.in_denominator_sums = _incidence(count, self.denominator_sums)
        self.in_overlaps = [[] for _ in self.cells]
        self.twins = [() for _ in self.cells]
        for number, overlap in enumerate(self.overlaps):
            self._join(number, overlap)
        for cell in range(count):
            if self.small[cell] or self.small_denominator[cell]:
                self.hide(cell)
            if self.small_denominator[cell]:
                self.hide_denominator(cell)

    def _join(self, number: int, overlap: Overlap) -> None:
        members = (overlap.total, *overlap.values)
        for cell in members:
            self.in_overlaps[cell].append(number)
            if overlap.shared:
                self.twins[cell] = tuple(sorted({*self.twins[cell], *members}))

    def hide(self, cell: int) -> None:
        """Withhold numerator, complement and value."""
        self.hidden[cell] = True
        self.withheld += 1

    def hide_denominator(self, cell: int) -> None:
        """Withhold the denominator, of those too that share it; and so their numerators."""
        for one in self.twins[cell] or (cell,):
            self.hidden[one] = self.hidden_denominator[one] = True
        self.withheld += 1

    def forget(self, cell: int) -> None:
        """Note that a reader no longer knows whether a figure is small."""
        self.known_small[cell] = self.known_small_denominator[cell] = False
        self.forgotten += 1

    def sensitive(self, cell: int) -> tuple[str, ...]:
        """Return which withheld counts of a figure are under five: n, c (complement), d."""
        figure = self.cells[cell]
        if not figure.persons or not self.hidden[cell]:
            return ()
        counts = {"n": figure.numerator, "c": figure.denominator - figure.numerator}
        if self.hidden_denominator[cell]:
            counts["d"] = figure.denominator
        return tuple(name for name, count in counts.items() if is_small(count))

    def may_be(self, cell: int, move: Move) -> bool:
        """Whether the reader must think possible that a figure differs so from the true one."""
        figure = self.cells[cell]
        numerator = figure.numerator + move.numerator
        denominator = figure.denominator + move.denominator
        if numerator < 0 or numerator > denominator + TOLERANCE:
            return False
        if self.known_small_denominator[cell]:
            return is_small(denominator)
        return not self.known_small[cell] or numerator_is_small(numerator, denominator)

    def overlaps_allow(self, cell: int, move: Move) -> bool:
        """Whether overlaps would still hold if this figure alone moved."""
        return all(
            self._overlap_holds(self.overlaps[number], {cell: move})
            for number in self.in_overlaps[cell]
            if self.overlaps[number].total != cell
        )

    def agrees(self, moves: Moves) -> bool:
        """Whether the table moved so agrees with all that is published and all sums."""
        for cell, move in moves.items():
            if move.numerator and not self.hidden[cell]:
                return False
            if move.denominator and not self.hidden_denominator[cell]:
                return False
        return self.could_agree(moves)

    def could_agree(self, moves: Moves) -> bool:
        """Whether it would agree once all that moved is withheld."""
        if not all(self.may_be(cell, move) for cell, move in moves.items()):
            return False
        return self._adds_up(moves) and self._overlaps_hold(moves)

    def _adds_up(self, moves: Moves) -> bool:
        for which, sums, places in (
            (0, self.numerator_sums, self.in_numerator_sums),
            (1, self.denominator_sums, self.in_denominator_sums),
        ):
            touched = {number for cell in moves for number, _ in places[cell]}
            for number in touched:
                if sum(t.sign * moves[t.cell][which] for t in sums[number] if t.cell in moves):
                    return False
        return True

    def _overlaps_hold(self, moves: Moves) -> bool:
        touched = {number for cell in moves for number in self.in_overlaps[cell]}
        return all(self._overlap_holds(self.overlaps[number], moves) for number in touched)

    def _overlap_holds(self, overlap: Overlap, moves: Moves) -> bool:
        none = Move(0, 0)
        if overlap.shared:
            ours = moves.get(overlap.total, none).denominator
            if any(moves.get(v, none).denominator != ours for v in overlap.values):
                return False
        return all(_covers(total, parts) for total, parts in self._counts_in(overlap, moves, none))

    def _counts_in(
        self, overlap: Overlap, moves: Moves, none: Move
    ) -> Iterable[tuple[float, list[float]]]:
        """Give total and values of numerators; of denominators and complements if their own."""

        def counts(cell: int) -> tuple[float, float]:
            move, figure = moves.get(cell, none), self.cells[cell]
            return figure.numerator + move.numerator, figure.denominator + move.denominator

        total, values = counts(overlap.total), [counts(v) for v in overlap.values]
        yield total[0], [v[0] for v in values]
        if not overlap.shared:
            yield total[1], [v[1] for v in values]
            yield total[1] - total[0], [v[1] - v[0] for v in values]


def _covers(total: float, values: Sequence[float]) -> bool:
    return sum(values) >= total - TOLERANCE and max(values, default=0) <= total + TOLERANCE


def _incidence(count: int, sums: Sequence[Sequence[Term]]) -> list[list[tuple[int, int]]]:
    places: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for number, terms in enumerate(sums):
        for term in terms:
            places[term.cell].append((number, term.sign))
    return places
