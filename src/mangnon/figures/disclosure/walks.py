"""The cheapest chain of figures that can make up for a change of one of them.

Raising a part by one unbalances its sum; another part of that sum must fall by one, which may
unbalance a second sum, and so on, until a figure that is in no other sum ends the chain or it
returns to where it began. Sums are the nodes of a graph and figures its edges, so this is a
shortest path. A figure in three sums or more branches: a chain ends at it, and each of its
other sums starts another. Where that greed fails, :mod:`solving` takes over.
"""

import heapq
from dataclasses import dataclass
from typing import NamedTuple

from mangnon.figures.disclosure.table import Move, Table

_MOST_CHAINS = 40

Kind = str  # "n": numerators move; "d": denominators; "b": both alike


class Found(NamedTuple):
    """Moves that keep every sum, and the weight of what must be withheld for them."""

    cost: float
    moves: dict[int, Move]


class _State(NamedTuple):
    """A sum that must still change by ``need``."""

    line: int
    need: int


@dataclass(slots=True)
class _Search:
    table: Table
    kind: Kind
    used: set[int]
    at_most: float

    @property
    def places(self) -> list[list[tuple[int, int]]]:
        table = self.table
        return table.in_denominator_sums if self.kind == "d" else table.in_numerator_sums

    def members(self, line: int) -> tuple[tuple[int, int], ...]:
        table = self.table
        return (table.denominator_sums if self.kind == "d" else table.numerator_sums)[line]

    def cost(self, cell: int) -> float | None:
        """Return what using a figure costs; None where it cannot be withheld."""
        table = self.table
        hidden = table.hidden if self.kind == "n" else table.hidden_denominator
        if hidden[cell]:
            return 0.0
        return table.weight[cell] if table.cells[cell].persons else None

    def may_move(self, cell: int, size: int) -> bool:
        if cell in self.used or (self.kind != "n" and self.table.twins[cell]):
            return False
        move = as_move(self.kind, size)
        return self.table.may_be(cell, move) and self.table.overlaps_allow(cell, move)

    def route(self, start: _State, pending: dict[int, int]) -> tuple[float, dict[int, int]] | None:
        """Find the cheapest chain from a sum to an end, or to another pending sum."""
        best: dict[_State, float] = {start: 0.0}
        came: dict[_State, tuple[_State, int, int]] = {}
        heap: list[tuple[float, int, _State | None, tuple[_State, int, int] | None]]
        heap, count = [(0.0, 0, start, None)], 0
        while heap:
            cost, _, state, last = heapq.heappop(heap)
            if state is None:
                return cost, self._back(start, last, came)
            if cost > best.get(state, cost):
                continue
            if last is not None:
                came[state] = last
            for cell, size, after in self._steps(state, pending):
                step = self.cost(cell)
                if step is None or cost + step > self.at_most:
                    continue
                if after is not None and cost + step >= best.get(after, float("inf")):
                    continue
                if after is not None:
                    best[after] = cost + step
                count += 1
                heapq.heappush(heap, (cost + step, count, after, (state, cell, size)))
        return None

    def _steps(
        self, state: _State, pending: dict[int, int]
    ) -> list[tuple[int, int, _State | None]]:
        """Give each figure that can make up for a sum, and the sum it unbalances in turn."""
        found: list[tuple[int, int, _State | None]] = []
        for cell, sign in self.members(state.line):
            size = state.need * sign
            if not self.may_move(cell, size):
                continue
            others = [(line, s) for line, s in self.places[cell] if line != state.line]
            after = None
            if len(others) == 1 and pending.get(others[0][0]) != others[0][1] * size:
                after = _State(others[0][0], -others[0][1] * size)
            if len(others) < 2 or self.cost(cell) == 0:
                found.append((cell, size, after))
        return found

    def _back(
        self,
        start: _State,
        last: tuple[_State, int, int] | None,
        came: dict[_State, tuple[_State, int, int]],
    ) -> dict[int, int]:
        sizes: dict[int, int] = {}
        while last is not None:
            state, cell, size = last
            sizes[cell] = sizes.get(cell, 0) + size
            last = None if state == start else came.get(state)
        return sizes


def as_move(kind: Kind, size: int) -> Move:
    """Return the change of numerator and denominator for a size of a kind."""
    return Move(0 if kind == "d" else size, 0 if kind == "n" else size)


def cheapest_walk(
    table: Table, cell: int, kind: Kind, size: int, at_most: float = float("inf")
) -> Found | None:
    """Find the cheapest table in which a figure differs by ``size``, along chains only.

    No chain may cost more than ``at_most``: with 0 nothing more is withheld.
    """
    search = _Search(table, kind, set(), at_most)
    if not search.may_move(cell, size):
        return None
    own_cost = search.cost(cell)
    if own_cost is None or own_cost > 0:
        return None
    search.used.add(cell)
    sizes, total = {cell: size}, 0.0
    pending: dict[int, int] = {}
    _unbalance(search, sizes, pending)
    for _ in range(_MOST_CHAINS):
        if not pending:
            moves = {number: as_move(kind, moved) for number, moved in sizes.items() if moved}
            return Found(total, moves)
        line = min(pending)
        found = search.route(_State(line, pending[line]), pending)
        if found is None:
            return None
        total += found[0]
        sizes |= found[1]
        search.used |= set(found[1])
        _unbalance(search, found[1], pending)
    return None


def _unbalance(search: _Search, sizes: dict[int, int], pending: dict[int, int]) -> None:
    """Note by how much the sums of moved figures must still change."""
    for cell, size in sizes.items():
        for line, sign in search.places[cell]:
            pending[line] = pending.get(line, 0) - sign * size
            if not pending[line]:
                del pending[line]
