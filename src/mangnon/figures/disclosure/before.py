"""What the release before adds: what it withheld, and what the reader takes to be unchanged."""

from collections.abc import Mapping, Sequence

from mangnon.figures.disclosure.cells import Cell, Cover, Equation, Key, Shown


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

    A reader takes them to be the same in both releases: what the earlier one tells of their
    sum still holds.
    """
    above: dict[Key, list[Key]] = {key: [] for key in cells}
    for equation in equations:
        for child in equation.children:
            above[child].append(equation.parent)
    for cover in covers:
        for value in cover.values:
            above[value].append(cover.total)
    same: dict[Key, bool] = {}
    return {
        key
        for key in cells
        if key in earlier and earlier[key].numerator is None and _same(key, cells, above, earlier, same)
    }


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
