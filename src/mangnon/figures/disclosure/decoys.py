"""Where the rule itself gives counts away: hiding which figures it names.

Four parts known to be from 1 to 4 and a total known to be from 1 to 4 are 1, 1, 1, 1 and 4. A
release has one word for all that it withholds, so a reader knows what is small only where
nothing else is withheld beside it. There a decoy, a figure that is not small, is withheld too.
"""

from mangnon.figures.disclosure.table import Table


def forget_what_is_small(table: Table, cell: int) -> bool:
    """Take one step outward from a figure: hide a decoy in each sum, and so what is small there.

    Returns False where nothing was left to forget.
    """
    near = _around(table, cell)
    known = [c for c in near if table.known_small[c] or table.known_small_denominator[c]]
    for line, _ in [place for c in known for place in table.in_numerator_sums[c]]:
        _add_decoy(table, [term.cell for term in table.numerator_sums[line]])
    for one in known:
        table.forget(one)
    return bool(known)


def _around(table: Table, cell: int) -> list[int]:
    """Return the figure and the withheld ones in its sums; further out once those are done."""
    reached, edge = [cell], [cell]
    while edge:
        if any(table.known_small[c] or table.known_small_denominator[c] for c in reached):
            return reached
        edge = [c for c in _neighbours(table, edge) if c not in reached]
        reached += edge
    return reached


def _neighbours(table: Table, cells: list[int]) -> list[int]:
    lines = {line for cell in cells for line, _ in table.in_numerator_sums[cell]}
    found = {term.cell for line in lines for term in table.numerator_sums[line]}
    found |= {
        member
        for cell in cells
        for number in table.in_overlaps[cell]
        for member in (table.overlaps[number].total, *table.overlaps[number].values)
    }
    return sorted(cell for cell in found if table.hidden[cell])


def _add_decoy(table: Table, members: list[int]) -> None:
    """Withhold the cheapest figure of a sum that is not small, unless one is withheld already."""
    free = [c for c in members if table.cells[c].persons and not table.small[c]]
    if free and not any(table.hidden[c] for c in free):
        table.hide(min(free, key=lambda c: (table.weight[c], c)))
