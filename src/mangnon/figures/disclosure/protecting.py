"""Withholding more of a table, until every small count in it could as well be another."""

from collections.abc import Iterable, Mapping
from random import Random

from mangnon.figures.disclosure.chains import Chains, Kind
from mangnon.figures.disclosure.decoys import forget_what_is_small
from mangnon.figures.disclosure.errors import CannotProtect
from mangnon.figures.disclosure.solving import Count, Solver
from mangnon.figures.disclosure.table import Move, Table
from mangnon.figures.disclosure.walks import Found, cheapest_walk

ENOUGH = 3  # values that a withheld count must be able to have, the true one among them
_SIZES = (2, -2, 1, -1, 3, -3)
_KINDS: dict[str, tuple[Kind, ...]] = {"n": ("n", "b"), "c": ("n", "d"), "d": ("d", "b")}
_MULTIPLES = (-3, -2, -1, 1, 2, 3)
_ROUNDS = 6
_FAR = 100


class Protection:
    """A table being protected: for each small count, the other values it is known to allow.

    Every such value was seen in a whole table that agrees with all that is published; withholding
    more can only add to them.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.seen: dict[Count, set[int]] = {}
        self._chains = Chains(table)
        self._solver: Solver | None = None

    @property
    def solver(self) -> Solver:
        """The integer programme, laid out when it is first needed."""
        if self._solver is None:
            self._solver = Solver(self.table)
        return self._solver

    def run(self) -> None:
        """Withhold until every small count has room; raise CannotProtect where none helps."""
        tried: set[Count] = set()
        while short := [count for count in self._short() if count not in tried]:
            self._see_nearby(short)
            self._see_together([count for count in short if self.is_short(count)])
            for count in short:
                self._make_room(count)
            tried.update(short)

    def is_short(self, count: Count) -> bool:
        """Whether a count has too few other values yet."""
        return len(self.seen.setdefault(count, set())) < ENOUGH - 1

    def _short(self) -> list[Count]:
        """Return the small counts with too few other values, of the smallest places first."""
        cells = self.table.cells
        order = sorted(range(len(cells)), key=lambda i: (cells[i].denominator, i))
        counts = ((cell, name) for cell in order for name in self.table.sensitive(cell))
        return [count for count in counts if self.is_short(count)]

    def _see_nearby(self, counts: Iterable[Count]) -> None:
        """Look for chains that withhold nothing more."""
        for count in counts:
            for size, kind in self._ways(count):
                found = self._walk(count, size, kind, at_most=0.0)
                if found is not None:
                    self.register(found.moves)
                if not self.is_short(count):
                    break

    def _see_together(self, counts: list[Count]) -> None:
        """Look for tables in which many counts differ at once, withholding nothing more."""
        chance = Random(len(counts))
        for turn in range(_ROUNDS):
            left = [count for count in counts if self.is_short(count)]
            if not left:
                return
            known = sum(map(len, self.seen.values()))
            signs = {count: self._new_way(count) for count in left}
            if turn:
                signs = {
                    c: chance.choice((1.0, -1.0)) if turn > 1 else -s for c, s in signs.items()
                }
            moves = self.solver.many(signs)
            if moves:
                self.register(moves)
            if turn and sum(map(len, self.seen.values())) == known:
                return

    def _new_way(self, count: Count) -> float:
        """Return the way in which a count has not been seen to differ."""
        return -1.0 if max(self.seen[count], default=0) > 0 else 1.0

    def _make_room(self, count: Count) -> None:
        """Withhold what is cheapest until a count has enough other values."""
        while self.is_short(count):
            known = len(self.seen[count])
            found = self._cheapest(count)
            if found is None:
                if known or not forget_what_is_small(self.table, count[0]):
                    break
                continue
            self._hide(found.moves)
            self.register(found.moves)
            if len(self.seen[count]) == known:
                break
        if not self.seen[count]:
            raise CannotProtect(self.table.cells[count[0]].key)

    def _cheapest(self, count: Count) -> Found | None:
        """Find the cheapest other table with a value not seen yet: by chains, else by solving."""
        best = self._cheapest_walk(count)
        if (best is not None and best.cost == 0) or self.seen[count]:
            # A third value is worth a figure that a chain finds, not a search of everything.
            return best
        return self._solved(count, False) or best or self._solved(count, True)

    def _cheapest_walk(self, count: Count) -> Found | None:
        best: Found | None = None
        for size, kind in self._ways(count):
            at_most = float("inf") if best is None else best.cost
            found = self._walk(count, size, kind, at_most)
            if found is not None and (best is None or found.cost < best.cost):
                best = found
            if best is not None and best.cost == 0:
                break
        return best

    def _solved(self, count: Count, withholding_more: bool) -> Found | None:
        seen = self.seen[count]
        above, below = max(seen, default=0), min(seen, default=0)
        best: Found | None = None
        for low, high in ((max(above, 0) + 1, _FAR), (-_FAR, min(below, 0) - 1)):
            found = self.solver.cheapest(count, low, high, withholding_more)
            if found is not None and self.table.could_agree(found.moves):
                if not withholding_more:
                    return found
                best = found if best is None or found.cost < best.cost else best
        return best

    def _ways(self, count: Count) -> list[tuple[int, Kind]]:
        """Return by how much, and moving what, a count could differ anew."""
        seen = self.seen.setdefault(count, set())
        return [(size, kind) for size in _SIZES if size not in seen for kind in _KINDS[count[1]]]

    def _walk(self, count: Count, size: int, kind: Kind, at_most: float) -> Found | None:
        cell, name = count
        signed = -size if name == "c" and kind == "n" else size
        found = cheapest_walk(self._chains, cell, kind, signed, at_most)
        return found if found is not None and self.table.could_agree(found.moves) else None

    def _hide(self, moves: Mapping[int, Move]) -> None:
        for cell, move in moves.items():
            if move.numerator:
                self.table.hide(cell)
            if move.denominator:
                self.table.hide_denominator(cell)

    def register(self, moves: Mapping[int, Move]) -> None:
        """Note the other values that a table shows, for every small count; its multiples too."""
        for times in _MULTIPLES:
            many = {c: Move(m.numerator * times, m.denominator * times) for c, m in moves.items()}
            if not self.table.agrees(many):
                continue
            for cell, move in many.items():
                changes = {"n": move.numerator, "d": move.denominator}
                changes["c"] = move.denominator - move.numerator
                for name in self.table.sensitive(cell):
                    if changes[name]:
                        self.seen.setdefault((cell, name), set()).add(changes[name])
