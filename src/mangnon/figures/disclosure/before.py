"""What the release before adds: what it withheld, and what the reader takes to be unchanged."""

from collections.abc import Callable, Mapping, Sequence

from mangnon.figures.disclosure.cells import Cell, Cover, Equation, Key, Shown
from mangnon.figures.disclosure.table import TOLERANCE

Count = Callable[[Cell | Shown], float | None]


def is_unchanged(cell: Cell, shown: Shown | None) -> bool:
    """Whether nothing that was shown of the figure differs from what is true now."""
    if shown is None:
        return False
    numerator = shown.numerator is None or shown.numerator == cell.numerator
    denominator = shown.denominator is None or shown.denominator == cell.denominator
    return numerator and denominator


def taken_as_equal(
    cells: Mapping[Key, Cell],
    equations: Sequence[Equation],
    covers: Sequence[Cover],
    earlier: Mapping[Key, Shown],
) -> set[Key]:
    """Return the figures, withheld before, above which nothing that is shown has changed.

    A reader takes them to be the same in both releases.
    """
    above: dict[Key, list[Key]] = {key: [] for key in cells}
    for equation in equations:
        for child in equation.children:
            above[child].append(equation.parent)
    for cover in covers:
        for value in cover.values:
            above[value].append(cover.total)
    same: dict[Key, bool] = {}
    before = [key for key in cells if key in earlier and earlier[key].numerator is None]
    return {key for key in before if _same(key, cells, above, earlier, same)}


def told_apart(
    equation: Equation,
    count: Count,
    cells: Mapping[Key, Cell],
    equal: set[Key],
    earlier: Mapping[Key, Shown],
) -> set[Key]:
    """Return those figures of a sum whose own sum the earlier release still tells.

    That is so where all that it withheld of the sum is taken to be unchanged, and where that is
    not plainly wrong: what it showed of the rest must still fit what is true of them.
    """
    members = (equation.parent, *equation.children)
    if any(key not in earlier for key in members):
        return set()
    withheld = {key for key in members if count(earlier[key]) is None}
    if not withheld <= equal:
        return set()
    told = sum(_signed(equation, key, count(earlier[key])) for key in members)
    true = sum(_signed(equation, key, count(cells[key])) for key in withheld)
    return withheld if abs(told + true) <= TOLERANCE else set()


def _signed(equation: Equation, key: Key, value: float | None) -> float:
    return (value or 0.0) * (-1 if key == equation.parent else 1)


def _same(
    key: Key,
    cells: Mapping[Key, Cell],
    above: Mapping[Key, Sequence[Key]],
    earlier: Mapping[Key, Shown],
    known: dict[Key, bool],
) -> bool:
    """Whether a figure and everything above it is unchanged, as far as shown."""
    if key not in known:
        known[key] = is_unchanged(cells[key], earlier.get(key)) and all(
            _same(parent, cells, above, earlier, known) for parent in above[key]
        )
    return known[key]
