"""The cheapest other table where chains do not suffice: a small integer programme."""

from importlib import import_module
from typing import Any

import numpy as np

from mangnon.figures.disclosure.rules import SMALL, is_small
from mangnon.figures.disclosure.table import Move, Overlap, Table
from mangnon.figures.disclosure.walks import Found

# Tables further away than this from the true one show nothing that nearer ones do not.
_REACH = 8
_NEXT_TO_NOTHING = 1e-3


class _Rows:
    """Linear constraints over the changes: numerator and denominator of each figure."""

    def __init__(self, cells: list[int]) -> None:
        self.column = {cell: 2 * i for i, cell in enumerate(cells)}
        self.width = 2 * len(cells)
        self.entries: list[tuple[int, int, float]] = []
        self.low: list[float] = []
        self.high: list[float] = []

    def add(self, terms: list[tuple[int, int, float]], low: float, high: float) -> None:
        """Add low <= sum of factor x change <= high; a term is (figure, 0 or 1, factor)."""
        row = len(self.low)
        kept = [(self.column[c] + part, f) for c, part, f in terms if c in self.column]
        self.entries += [(row, column, factor) for column, factor in kept]
        self.low.append(low)
        self.high.append(high)


def cheapest_table(
    table: Table, cell: int, count: str, size: int, hidden_only: bool
) -> Found | None:
    """Find the cheapest table in which a count (n, c or d) of a figure differs by ``size``.

    With ``hidden_only`` nothing more may be withheld. Returns None where there is no such table.
    """
    cells = [
        i for i, c in enumerate(table.cells) if table.hidden[i] or (c.persons and not hidden_only)
    ]
    rows = _Rows(cells)
    _add_sums(table, rows)
    for number in cells:
        _add_limits(table, rows, number)
    for overlap in table.overlaps:
        _add_overlap(table, rows, overlap)
    wanted = {"n": [(cell, 0, 1.0)], "d": [(cell, 1, 1.0)], "c": [(cell, 1, 1.0), (cell, 0, -1.0)]}
    rows.add(wanted[count], size, size)
    answer = _solve(rows, *_bounds_and_costs(table, cells, hidden_only))
    if answer is None:
        return None
    moves = {c: Move(int(answer[2 * i]), int(answer[2 * i + 1])) for i, c in enumerate(cells)}
    moves = {c: move for c, move in moves.items() if any(move)}
    return Found(_cost(table, moves), moves)


def _add_sums(table: Table, rows: _Rows) -> None:
    for part, sums in ((0, table.numerator_sums), (1, table.denominator_sums)):
        for terms in sums:
            rows.add([(t.cell, part, float(t.sign)) for t in terms], 0, 0)


def _add_limits(table: Table, rows: _Rows, cell: int) -> None:
    """Keep 0 <= numerator <= denominator, and a small count small on the side where it is."""
    figure = table.cells[cell]
    complement = figure.denominator - figure.numerator
    low, high = -complement, np.inf
    if table.small_denominator[cell]:
        rows.add([(cell, 1, 1.0)], 1 - figure.denominator, SMALL - 1 - figure.denominator)
    elif table.small[cell] and is_small(figure.numerator):
        rows.add([(cell, 0, 1.0)], 1 - figure.numerator, SMALL - 1 - figure.numerator)
    elif table.small[cell]:
        low, high = 1 - complement, SMALL - 1 - complement
    rows.add([(cell, 1, 1.0), (cell, 0, -1.0)], low, high)


def _add_overlap(table: Table, rows: _Rows, overlap: Overlap) -> None:
    total = overlap.total
    if overlap.shared:
        for value in overlap.values:
            rows.add([(value, 1, 1.0), (total, 1, -1.0)], 0, 0)
        kinds: list[tuple[float, float]] = [(1.0, 0.0)]
    else:
        kinds = [(1.0, 0.0), (0.0, 1.0), (-1.0, 1.0)]
    for of_numerator, of_denominator in kinds:

        def size(cell: int, a: float = of_numerator, b: float = of_denominator) -> float:
            return a * table.cells[cell].numerator + b * table.cells[cell].denominator

        def terms(
            cell: int, sign: float, a: float = of_numerator, b: float = of_denominator
        ) -> list[tuple[int, int, float]]:
            return [(cell, 0, sign * a), (cell, 1, sign * b)]

        together = [term for value in overlap.values for term in terms(value, 1.0)]
        slack = size(total) - sum(size(value) for value in overlap.values)
        rows.add([*together, *terms(total, -1.0)], slack, np.inf)
        for value in overlap.values:
            room = size(total) - size(value)
            rows.add([*terms(value, 1.0), *terms(total, -1.0)], -np.inf, room)


def _bounds_and_costs(table: Table, cells: list[int], hidden_only: bool) -> tuple[Any, Any, Any]:
    low, high, costs = [], [], []
    for cell in cells:
        figure, weight = table.cells[cell], table.weight[cell]
        for count, hidden in (
            (figure.numerator, table.hidden[cell]),
            (figure.denominator, table.hidden_denominator[cell]),
        ):
            free = hidden or (figure.persons and not hidden_only)
            low.append(-min(_REACH, np.floor(count)) if free else 0)
            high.append(_REACH if free else 0)
            costs.append(_NEXT_TO_NOTHING if hidden else weight)
    return np.array(low), np.array(high), np.array(costs)


def _solve(rows: _Rows, low: Any, high: Any, costs: Any) -> Any:
    """Minimise the weighted size of all changes; each change is a rise less a fall."""
    # scipy has no type stubs, and few tables need it: fetched when asked for.
    optimize, sparse = import_module("scipy.optimize"), import_module("scipy.sparse")
    at, to, factors = zip(*rows.entries, strict=True)
    shape = (len(rows.low), rows.width)
    matrix = sparse.csr_array((factors, (at, to)), shape=shape)
    both = sparse.hstack([matrix, -matrix], format="csr")
    result = optimize.milp(
        c=np.concatenate([costs, costs]),
        constraints=optimize.LinearConstraint(both, rows.low, rows.high),
        integrality=np.ones(2 * rows.width),
        bounds=optimize.Bounds(np.zeros(2 * rows.width), np.concatenate([high, -low])),
        options={"time_limit": 10.0},
    )
    if result.x is None:
        return None
    return np.rint(result.x[: rows.width] - result.x[rows.width :]).astype(int)


def _cost(table: Table, moves: dict[int, Move]) -> float:
    return sum(
        table.weight[cell]
        for cell, move in moves.items()
        if (move.numerator and not table.hidden[cell])
        or (move.denominator and not table.hidden_denominator[cell])
    )
