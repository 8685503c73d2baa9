"""The plan: withhold small counts, then more, until each could as well be another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mangnon.figures.disclosure.building import build, connected
from mangnon.figures.disclosure.cells import Cell, Cover, Equation, Key, Plan, Shown
from mangnon.figures.disclosure.errors import CannotProtect
from mangnon.figures.disclosure.solving import cheapest_table
from mangnon.figures.disclosure.table import Move, Table
from mangnon.figures.disclosure.walks import Found, Kind, cheapest_walk

ENOUGH = 3  # values that a withheld count must be able to have, the true one among them
_SIZES = (2, -2, 1, -1, 3, -3)
_KINDS: dict[str, tuple[Kind, ...]] = {"n": ("n", "b"), "c": ("n", "d"), "d": ("d", "b")}
_MULTIPLES = (-3, -2, -1, 1, 2, 3)

Seen = dict[tuple[int, str], set[int]]


def withhold(
    cells: Iterable[Cell],
    equations: Iterable[Equation],
    covers: Iterable[Cover] = (),
    earlier: Mapping[Key, Shown] | None = None,
) -> Plan:
    """Decide which figures a release withholds.

    ``earlier`` is what the release before showed of the same series; what it withheld stays
    withheld. Everything may be given at once: parts between which no sum runs are protected one
    by one. Raises SumsDisagree where a total is not the sum of its parts, CannotProtect where
    even withholding everything would leave a count derivable.
    """
    hidden: dict[str, set[Key]] = {name: set() for name in Plan.__dataclass_fields__}
    persons = [cell for cell in cells if cell.persons]
    keys = {cell.key for cell in persons}
    sums = [e for e in equations if e.parent in keys or keys.intersection(e.children)]
    for piece in connected(persons, sums, [c for c in covers if c.total in keys]):
        table = build(*piece, earlier or {})
        seen = protect(table)
        for number, cell in enumerate(table.cells):
            _note(table, number, cell, seen, hidden)
    return Plan(**{name: frozenset(found) for name, found in hidden.items()})


def protect(table: Table) -> Seen:
    """Withhold more of a table until every small count in it could have other values."""
    seen: Seen = {}
    order = sorted(range(len(table.cells)), key=lambda i: (table.cells[i].denominator, i))
    for _ in range(len(table.cells) + 1):
        open_counts = list(_open(table, order, seen))
        if not open_counts:
            return seen
        for cell, count in open_counts:
            _make_room(table, cell, count, seen)
    return seen


def _open(table: Table, order: Sequence[int], seen: Seen) -> Iterator[tuple[int, str]]:
    """Give the small counts that have not been looked at. Hiding a figure may add some."""
    for cell in order:
        for count in table.sensitive(cell):
            if (cell, count) not in seen:
                seen[cell, count] = set()
                yield cell, count
            elif not seen[cell, count]:
                yield cell, count


def _make_room(table: Table, cell: int, count: str, seen: Seen) -> None:
    """Withhold what is cheapest until a count has enough other values."""
    values = seen.setdefault((cell, count), set())
    while len(values) < ENOUGH - 1:
        found = _cheapest(table, cell, count, values)
        if found is None:
            break
        _hide_moved(table, found.moves)
        before = len(values)
        _register(table, found.moves, seen)
        if len(values) == before:
            break
    if not values:
        raise CannotProtect(table.cells[cell].key)


def _cheapest(table: Table, cell: int, count: str, values: set[int]) -> Found | None:
    """Find the cheapest other table with a value not seen yet: chains first, then solving."""
    best: Found | None = None
    sizes = [size for size in _SIZES if size not in values]
    for size in sizes:
        for kind in _KINDS[count]:
            signed = -size if count == "c" and kind == "n" else size
            found = cheapest_walk(table, cell, kind, signed)
            if found is None or not _would_agree(table, found.moves):
                continue
            if found.cost == 0:
                return found
            best = found if best is None or found.cost < best.cost else best
    return _solved(table, cell, count, sizes, best)


def _solved(
    table: Table, cell: int, count: str, sizes: Sequence[int], best: Found | None
) -> Found | None:
    """Ask for a table that withholds nothing more; then for the cheapest, if no chain is known."""
    for size in sizes:
        found = cheapest_table(table, cell, count, size, hidden_only=True)
        if found is not None and table.agrees(found.moves):
            return found
    if best is not None:
        return best
    for size in sizes:
        found = cheapest_table(table, cell, count, size, hidden_only=False)
        if found is not None and _would_agree(table, found.moves):
            best = found if best is None or found.cost < best.cost else best
    return best


def _would_agree(table: Table, moves: Mapping[int, Move]) -> bool:
    """Whether the moved table agrees with all else once its figures are withheld."""
    hidden, denominators = list(table.hidden), list(table.hidden_denominator)
    _hide_moved(table, moves)
    agrees = table.agrees(moves)
    table.hidden[:], table.hidden_denominator[:] = hidden, denominators
    return agrees


def _hide_moved(table: Table, moves: Mapping[int, Move]) -> None:
    for cell, move in moves.items():
        if move.numerator:
            table.hide(cell)
        if move.denominator:
            table.hide_denominator(cell)


def _register(table: Table, moves: Mapping[int, Move], seen: Seen) -> None:
    """Note the other values that a table shows, for every small count in it; its multiples too."""
    for times in _MULTIPLES:
        multiple = {c: Move(m.numerator * times, m.denominator * times) for c, m in moves.items()}
        if not table.agrees(multiple):
            continue
        for cell, move in multiple.items():
            changes = {"n": move.numerator, "d": move.denominator}
            changes["c"] = move.denominator - move.numerator
            for count in table.sensitive(cell):
                if changes[count]:
                    seen.setdefault((cell, count), set()).add(changes[count])


def _note(table: Table, number: int, cell: Cell, seen: Seen, hidden: dict[str, set[Key]]) -> None:
    """Sort a figure into the sets of the plan."""
    counts = table.sensitive(number)
    flags = {
        "numerators": cell.candidate and table.hidden[number],
        "denominators": cell.candidate and table.hidden_denominator[number],
        "small": table.small[number],
        "small_denominators": table.small_denominator[number],
        "narrow": any(len(seen[number, count]) < ENOUGH - 1 for count in counts),
    }
    for name, holds in flags.items():
        if holds:
            hidden[name].add(cell.key)
