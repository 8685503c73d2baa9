"""The plan: withhold small counts, then more, until each could as well be another."""

from collections.abc import Iterable, Mapping

from mangnon.figures.disclosure.building import build, connected
from mangnon.figures.disclosure.cells import Cell, Cover, Equation, Key, Plan, Shown
from mangnon.figures.disclosure.protecting import Protection


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
        protection = Protection(build(*piece, earlier or {}))
        protection.run()
        for number, cell in enumerate(piece[0]):
            _note(protection, number, cell, hidden)
    return Plan(**{name: frozenset(found) for name, found in hidden.items()})


def _note(protection: Protection, number: int, cell: Cell, hidden: dict[str, set[Key]]) -> None:
    """Sort a figure into the sets of the plan."""
    table = protection.table
    counts = [(number, name) for name in table.sensitive(number)]
    flags = {
        "numerators": cell.candidate and table.hidden[number],
        "denominators": cell.candidate and table.hidden_denominator[number],
        "small": table.known_small[number] and not table.again[number],
        "small_denominators": table.known_small_denominator[number]
        and not table.again_denominator[number],
        "narrow": any(protection.is_short(count) for count in counts),
    }
    for name, holds in flags.items():
        if holds:
            hidden[name].add(cell.key)
