"""Other tables where chains do not suffice: small integer programmes over all changes at once."""

from collections.abc import Mapping, Sequence
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from mangnon.figures.disclosure.rules import SMALL, is_small
from mangnon.figures.disclosure.table import Move, Table
from mangnon.figures.disclosure.walks import Found

Floats = NDArray[np.float64]
Count = tuple[int, str]  # a figure by number, and n, c (complement) or d

# Tables further away than this from the true one show nothing that nearer ones do not.
_REACH = 4
_NEXT_TO_NOTHING = 1e-3
_NEAR = 1e-6  # as far from a whole number as the solver's own arithmetic may be
_FACTORS = {"n": (1.0, 0.0), "d": (0.0, 1.0), "c": (-1.0, 1.0)}


class Solver:
    """Finds tables that agree with a table; its sums and overlaps are laid out once.

    Every figure has two numbers, the changes of numerator and denominator, each a rise less a
    fall, so that the size of a change can be weighed.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.width = 2 * len(table.cells)
        counts = [(c.numerator, c.denominator) for c in table.cells]
        self.counts = np.array(counts, dtype=np.float64)
        self.weights = np.array(table.weight)
        rows = _Rows(table)
        self.low = np.array(rows.low, dtype=np.float64)
        self.high = np.array(rows.high, dtype=np.float64)
        # scipy has no type stubs, and few tables need it: fetched when asked for.
        sparse = import_module("scipy.sparse")
        shape = (len(rows.low), self.width)
        self.matrix = sparse.csc_array((rows.factors, (rows.at, rows.to)), shape=shape)

    def cheapest(
        self, count: Count, low: float, high: float, withholding_more: bool
    ) -> Found | None:
        """Find the cheapest table in which a count differs by low to high."""
        table = self.table
        hidden = self._hidden()
        costs = np.where(hidden, _NEXT_TO_NOTHING, self.weights[:, None])
        free = hidden | withholding_more
        found = self._solve(costs, costs, free, (*count, low, high))
        if not found:
            return None
        return Found(_cost(table, found), found)

    def many(self, signs: Mapping[Count, float]) -> dict[int, Move]:
        """Find a table in which many counts differ at once, each its way, withholding no more."""
        rise = np.full((len(self.table.cells), 2), _NEXT_TO_NOTHING)
        fall = rise.copy()
        for (cell, count), sign in signs.items():
            for part, factor in enumerate(_FACTORS[count]):
                rise[cell, part] -= factor * sign
                fall[cell, part] += factor * sign
        return self._solve(rise, fall, self._hidden(), None)

    def _hidden(self) -> NDArray[np.bool_]:
        table = self.table
        return np.array([table.hidden, table.hidden_denominator]).T

    def _limits(self, free: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """Return how far each number may fall and rise."""
        low = np.where(free, -np.minimum(_REACH, np.floor(self.counts)), 0.0)
        high = np.where(free, float(_REACH), 0.0)
        for cell, figure in enumerate(self.table.cells):
            if self.table.known_small_denominator[cell]:
                _keep_small(low[cell], high[cell], 1, figure.denominator)
            elif self.table.known_small[cell] and is_small(figure.numerator):
                _keep_small(low[cell], high[cell], 0, figure.numerator)
        return low, high

    def _complements(self) -> tuple[Floats, Floats]:
        """Return how far each complement may fall and rise: the first rows."""
        table, complements = self.table, self.counts[:, 1] - self.counts[:, 0]
        low, high = -complements, np.full(len(complements), np.inf)
        for cell, figure in enumerate(table.cells):
            if table.known_small_denominator[cell] or not table.known_small[cell]:
                continue
            if not is_small(figure.numerator):
                low[cell], high[cell] = 1 - complements[cell], SMALL - 1 - complements[cell]
        return low, high

    def _solve(
        self,
        rise: Floats,
        fall: Floats,
        free: NDArray[np.bool_],
        wanted: tuple[int, str, float, float] | None,
    ) -> dict[int, Move]:
        """Minimise over the free numbers; the others, and rows without free ones, are left out."""
        optimize, sparse = import_module("scipy.optimize"), import_module("scipy.sparse")
        low, high = self._limits(free)
        cells = len(self.table.cells)
        self.low[:cells], self.high[:cells] = self._complements()
        columns = np.flatnonzero(free)
        matrix = self.matrix[:, columns].tocsr()
        rows = np.flatnonzero(np.diff(matrix.indptr))
        matrix, row_low, row_high = matrix[rows], self.low[rows], self.high[rows]
        if wanted is not None:
            row = np.zeros((cells, 2))
            row[wanted[0]] = _FACTORS[wanted[1]]
            matrix = sparse.vstack([matrix, sparse.csr_array(row.ravel()[columns][None])])
            row_low, row_high = np.append(row_low, wanted[2]), np.append(row_high, wanted[3])
        both = sparse.hstack([matrix, -matrix], format="csc")
        answer = _whole_numbers(
            np.concatenate([rise.ravel()[columns], fall.ravel()[columns]]),
            optimize.LinearConstraint(both, row_low, row_high),
            optimize.Bounds(0.0, _ends(low, high, columns)),
        )
        if answer is None:
            return {}
        changes = np.zeros(self.width)
        changes[columns] = answer[: len(columns)] - answer[len(columns) :]
        return _moves(changes)


def _whole_numbers(costs: Floats, constraints: object, bounds: object) -> Floats | None:
    """Minimise over whole numbers; None where there are none.

    Sums on one map are a flow, whose cheapest table is whole by itself: the plain linear
    programme is tried first, and where it has no answer there is none in whole numbers either.
    """
    milp = import_module("scipy.optimize").milp
    for integrality in (0, 1):
        result = milp(
            c=costs,
            constraints=constraints,
            integrality=np.full(len(costs), integrality),
            bounds=bounds,
            options={"time_limit": 10.0, "mip_rel_gap": 0.05},
        )
        if result.x is None or np.allclose(result.x, np.rint(result.x), rtol=0.0, atol=_NEAR):
            break
    answer: Floats | None = result.x
    return answer


def _keep_small(low: Floats, high: Floats, part: int, count: float) -> None:
    low[part] = max(low[part], 1 - count)
    high[part] = min(high[part], SMALL - 1 - count)


def _ends(low: Floats, high: Floats, columns: NDArray[np.intp]) -> Floats:
    return np.concatenate([high.ravel()[columns], -low.ravel()[columns]])


def _moves(answer: Floats) -> dict[int, Move]:
    changes = np.rint(answer).astype(int).reshape(-1, 2)
    moved = np.flatnonzero(changes.any(axis=1))
    return {int(c): Move(int(changes[c, 0]), int(changes[c, 1])) for c in moved}


def _cost(table: Table, moves: Mapping[int, Move]) -> float:
    return sum(
        table.weight[cell]
        for cell, move in moves.items()
        if (move.numerator and not table.hidden[cell])
        or (move.denominator and not table.hidden_denominator[cell])
    )


class _Rows:
    """All that ties changes together: low <= sum of factor x change <= high, row by row.

    The first rows are the complements, one a figure, in order; their limits are set later.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.at: list[int] = []
        self.to: list[int] = []
        self.factors: list[float] = []
        self.low: list[float] = []
        self.high: list[float] = []
        for cell in range(len(table.cells)):
            self._add([(cell, "c", 1.0)], 0, 0)
        for count, sums in (("n", table.numerator_sums), ("d", table.denominator_sums)):
            for terms in sums:
                self._add([(t.cell, count, float(t.sign)) for t in terms], 0, 0)
        for overlap in table.overlaps:
            self._overlap(overlap.total, overlap.values, overlap.shared)

    def _add(self, terms: Sequence[tuple[int, str, float]], low: float, high: float) -> None:
        for cell, count, factor in terms:
            for part, own in enumerate(_FACTORS[count]):
                if own:
                    self.at.append(len(self.low))
                    self.to.append(2 * cell + part)
                    self.factors.append(own * factor)
        self.low.append(low)
        self.high.append(high)

    def _overlap(self, total: int, values: Sequence[int], shared: bool) -> None:
        if shared:
            for value in values:
                self._add([(value, "d", 1.0), (total, "d", -1.0)], 0, 0)
        for count in "n" if shared else "ndc":
            slack = self._count(total, count) - sum(self._count(v, count) for v in values)
            members = [(value, count, 1.0) for value in values]
            self._add([*members, (total, count, -1.0)], slack, np.inf)
            for value in values:
                room = self._count(total, count) - self._count(value, count)
                self._add([(value, count, 1.0), (total, count, -1.0)], -np.inf, room)

    def _count(self, cell: int, count: str) -> float:
        figure, (of_numerator, of_denominator) = self.table.cells[cell], _FACTORS[count]
        return of_numerator * figure.numerator + of_denominator * figure.denominator
