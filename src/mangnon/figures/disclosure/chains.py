"""What a search for chains asks again and again of a table, answered once.

Of a sum's members those already withheld cost nothing and come first; of the rest the cheapest
come first, so that a search stops at the first that costs too much.
"""

from typing import NamedTuple

from mangnon.figures.disclosure.table import Move, Table

Kind = str  # "n": numerators move; "d": denominators; "b": both alike


def as_move(kind: Kind, size: int) -> Move:
    """Return the change of numerator and denominator for a size of a kind."""
    return Move(0 if kind == "d" else size, 0 if kind == "n" else size)


class Member(NamedTuple):
    """A figure in a sum, and the one other sum that it is in; ``line`` None: in no other.

    ``branches``: it is in several others, which it would all unbalance.
    """

    cell: int
    sign: int
    cost: float
    line: int | None
    line_sign: int
    branches: bool


class Line(NamedTuple):
    """The members of a sum: the withheld in their order, the others from the cheapest on."""

    free: tuple[Member, ...]
    dear: tuple[Member, ...]


class Chains:
    """The sums of a table as a search walks them; follows what is withheld meanwhile."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._lines: dict[tuple[Kind, int], Line] = {}
        self._possible: dict[tuple[Kind, int, int], bool] = {}
        self._withheld = self._forgotten = 0

    def places(self, kind: Kind) -> list[list[tuple[int, int]]]:
        """Return for each figure the sums that it is in, with its sign there."""
        table = self.table
        return table.in_denominator_sums if kind == "d" else table.in_numerator_sums

    def cost(self, kind: Kind, cell: int) -> float | None:
        """Return what using a figure costs; None where it cannot be withheld."""
        table = self.table
        hidden = table.hidden if kind == "n" else table.hidden_denominator
        if hidden[cell]:
            return 0.0
        return table.weight[cell] if table.cells[cell].persons else None

    def possible(self, kind: Kind, cell: int, size: int) -> bool:
        """Whether a figure may differ by a size, as far as itself and its overlaps go."""
        if self._forgotten != self.table.forgotten:
            self._possible.clear()
            self._forgotten = self.table.forgotten
        key = (kind, cell, size)
        known = self._possible.get(key)
        if known is None:
            known = self._possible[key] = self._is_possible(kind, cell, size)
        return known

    def _is_possible(self, kind: Kind, cell: int, size: int) -> bool:
        table = self.table
        if kind != "n" and table.twins[cell]:
            return False
        move = as_move(kind, size)
        return table.may_be(cell, move) and table.overlaps_allow(cell, move)

    def line(self, kind: Kind, number: int) -> Line:
        """Return the members of a sum as they stand now."""
        if self._withheld != self.table.withheld:
            self._lines.clear()
            self._withheld = self.table.withheld
        found = self._lines.get((kind, number))
        if found is None:
            found = self._lines[kind, number] = self._ordered(kind, number)
        return found

    def _ordered(self, kind: Kind, number: int) -> Line:
        table = self.table
        terms = (table.denominator_sums if kind == "d" else table.numerator_sums)[number]
        members = [self._member(kind, term.cell, term.sign, number) for term in terms]
        dear = [one for one in members if one is not None and one.cost and not one.branches]
        free = tuple(one for one in members if one is not None and not one.cost)
        return Line(free, tuple(sorted(dear, key=lambda one: one.cost)))

    def _member(self, kind: Kind, cell: int, sign: int, number: int) -> Member | None:
        cost = self.cost(kind, cell)
        if cost is None:
            return None
        others = [place for place in self.places(kind)[cell] if place[0] != number]
        line, line_sign = others[0] if len(others) == 1 else (None, 0)
        return Member(cell, sign, cost, line, line_sign, len(others) > 1)
