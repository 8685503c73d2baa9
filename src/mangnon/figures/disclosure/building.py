"""From figures and sums to connected tables, each of which is protected by itself."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from mangnon.figures.disclosure.before import Count, is_unchanged, taken_as_equal, told_apart
from mangnon.figures.disclosure.cells import Cell, Cover, Equation, Key, Shown
from mangnon.figures.disclosure.errors import SumsDisagree
from mangnon.figures.disclosure.table import TOLERANCE, Overlap, Table, Term

# A figure shown before and unchanged since is known to whoever kept the earlier release:
# withholding it now protects little, so it costs much.
KNOWN_ALREADY = 1000.0


def connected(
    cells: Sequence[Cell], equations: Sequence[Equation], covers: Sequence[Cover]
) -> list[tuple[list[Cell], list[Equation], list[Cover]]]:
    """Part everything into pieces between which no sum runs.

    Raises ValueError where a sum names what is no figure of persons.
    """
    root: dict[Key, Key] = {cell.key: cell.key for cell in cells}

    def find(key: Key) -> Key:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    links = [(e.parent, e.children) for e in equations] + [(c.total, c.values) for c in covers]
    for top, members in links:
        for member in (top, *members):
            if member not in root:
                raise ValueError(f"the sum of {top!r} names {member!r}, which is no figure")
            root[find(member)] = find(top)
    pieces: dict[Key, tuple[list[Cell], list[Equation], list[Cover]]] = {}
    for cell in cells:
        pieces.setdefault(find(cell.key), ([], [], []))[0].append(cell)
    for equation in equations:
        pieces[find(equation.parent)][1].append(equation)
    for cover in covers:
        pieces[find(cover.total)][2].append(cover)
    return list(pieces.values())


def build(
    cells: Sequence[Cell],
    equations: Sequence[Equation],
    covers: Sequence[Cover],
    earlier: Mapping[Key, Shown],
) -> Table:
    """Make the table of one connected piece, with what the release before withheld hidden."""
    number = {cell.key: index for index, cell in enumerate(cells)}
    by_key = {cell.key: cell for cell in cells}
    shares = {value for cover in covers if cover.same_denominator for value in cover.values}
    for equation in equations:
        _check_sum(equation, by_key, with_denominators=shares.isdisjoint(equation.children))
    equal = taken_as_equal(by_key, equations, covers, earlier)
    own = [equation for equation in equations if shares.isdisjoint(equation.children)]

    def sums(of: Sequence[Equation], count: Count) -> list[tuple[Term, ...]]:
        told = ((e, told_apart(e, count, by_key, equal, earlier)) for e in of)
        return [part for e, apart in told for part in _parted(e, apart, number)]

    table = Table(
        cells=cells,
        numerator_sums=sums(equations, attrgetter("numerator")),
        denominator_sums=sums(own, attrgetter("denominator")),
        overlaps=[
            Overlap(number[c.total], tuple(number[v] for v in c.values), c.same_denominator)
            for c in covers
        ],
        weight=[_weight(cell, earlier.get(cell.key)) for cell in cells],
    )
    _hide_again(table, earlier)
    return table


def _hide_again(table: Table, earlier: Mapping[Key, Shown]) -> None:
    """What an earlier release withheld stays withheld, or the two would tell by difference."""
    for number, cell in enumerate(table.cells):
        shown = earlier.get(cell.key)
        if not cell.persons or shown is None:
            continue
        if shown.numerator is None:
            table.hide(number)
            table.again[number] = True
        if shown.denominator is None:
            table.hide_denominator(number)
            table.again_denominator[number] = True


def _parted(
    equation: Equation, apart: set[Key], number: Mapping[Key, int]
) -> list[tuple[Term, ...]]:
    """Write a sum as terms, in two where the earlier release tells a part of it by itself."""
    terms = [(equation.parent, -1), *((child, 1) for child in equation.children)]
    told = tuple(Term(number[key], sign) for key, sign in terms if key in apart)
    rest = tuple(Term(number[key], sign) for key, sign in terms if key not in apart)
    return [part for part in (told, rest) if part]


def _weight(cell: Cell, shown: Shown | None) -> float:
    weight = (cell.denominator if cell.weight is None else cell.weight) + 1.0
    published = shown is not None and shown.numerator is not None
    return weight * KNOWN_ALREADY if published and is_unchanged(cell, shown) else weight


def _check_sum(equation: Equation, cells: Mapping[Key, Cell], with_denominators: bool) -> None:
    parent, children = cells[equation.parent], [cells[key] for key in equation.children]
    counts = [(parent.numerator, sum(c.numerator for c in children))]
    if with_denominators:
        counts.append((parent.denominator, sum(c.denominator for c in children)))
    for total, parts in counts:
        if abs(total - parts) > TOLERANCE:
            raise SumsDisagree(equation.parent, total, parts)
