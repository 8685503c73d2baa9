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

from mangnon.figures.disclosure.chains import Chains, Kind, Member, as_move
from mangnon.figures.disclosure.table import Move

_MOST_CHAINS = 40


class Found(NamedTuple):
    """Moves that keep every sum, and the weight of what must be withheld for them."""

    cost: float
    moves: dict[int, Move]


class _State(NamedTuple):
    """A sum that must still change by ``need``."""

    line: int
    need: int


_Step = tuple[_State, int, int]  # from which state, by which figure, by how much
_Entry = tuple[float, int, _State | None, _Step | None]  # None: the chain ends here


@dataclass(slots=True)
class _Search:
    chains: Chains
    kind: Kind
    used: set[int]
    at_most: float

    @property
    def places(self) -> list[list[tuple[int, int]]]:
        return self.chains.places(self.kind)

    def may_move(self, cell: int, size: int) -> bool:
        return cell not in self.used and self.chains.possible(self.kind, cell, size)

    def route(self, start: _State, pending: dict[int, int]) -> tuple[float, dict[int, int]] | None:
        """Find the cheapest chain from a sum to an end, or to another pending sum."""
        best: dict[_State, float] = {start: 0.0}
        came: dict[_State, _Step] = {}
        heap: list[_Entry] = [(0.0, 0, start, None)]
        count, end = 0, float("inf")
        while heap:
            cost, _, state, last = heapq.heappop(heap)
            if state is None:
                return cost, self._back(start, last, came)
            if cost > best[state]:
                continue
            if last is not None:
                came[state] = last
            line = self.chains.line(self.kind, state.line)
            for member in (*line.free, *line.dear):
                step = cost + member.cost
                # Members come by cost, and nothing beats an end that is found already.
                if step > self.at_most or step >= end:
                    break
                size = state.need * member.sign
                if not self.may_move(member.cell, size):
                    continue
                after = _after(member, size, pending)
                if after is None:
                    end = step
                elif step < best.get(after, float("inf")):
                    best[after] = step
                else:
                    continue
                count += 1
                heapq.heappush(heap, (step, count, after, (state, member.cell, size)))
        return None

    def _back(self, start: _State, last: _Step | None, came: dict[_State, _Step]) -> dict[int, int]:
        sizes: dict[int, int] = {}
        while last is not None:
            state, cell, size = last
            sizes[cell] = sizes.get(cell, 0) + size
            last = None if state == start else came.get(state)
        return sizes


def _after(member: Member, size: int, pending: dict[int, int]) -> _State | None:
    """Return the sum that a figure unbalances in turn; None where its chain ends."""
    if member.line is None or pending.get(member.line) == member.line_sign * size:
        return None
    return _State(member.line, -member.line_sign * size)


def cheapest_walk(
    chains: Chains, cell: int, kind: Kind, size: int, at_most: float = float("inf")
) -> Found | None:
    """Find the cheapest table in which a figure differs by ``size``, along chains only.

    No chain may cost more than ``at_most``: with 0 nothing more is withheld.
    """
    search = _Search(chains, kind, set(), at_most)
    if not search.may_move(cell, size) or chains.cost(kind, cell) != 0:
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
