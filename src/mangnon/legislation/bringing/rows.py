"""From a file to rows: the table with the headings is found, each cell is read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from mangnon.imports import errors
from mangnon.imports.reading import Table, judged, tables
from mangnon.legislation.bringing.columns import BY_CODE, COLUMNS, folded, value_of
from mangnon.text.sentence import DomainError, Sentence

LOOKED_AT = 30  # rows among which the headings are
MOST_ROWS = 50_000


class Fault(NamedTuple):
    """What is wrong in a row: which row, in which column ("" for the row), what, what to do."""

    row: int
    column: str
    why: Sentence


class WrongRow(DomainError):
    """A row that cannot be taken; ``column`` names the cell to look at."""

    def __init__(self, column: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(slots=True)
class Row:
    """A row: its number as a spreadsheet counts, and what its cells mean by column."""

    number: int
    told: dict[str, Any] = field(default_factory=dict)


def rows_of(name: str, content: bytes, most: int = MOST_ROWS) -> tuple[list[Row], list[Fault]]:
    """Return the rows and what is wrong with single cells; raises WrongFile."""
    _name, kind = judged(name, content)
    table, heading, columns = _found(tables(kind, content))
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, cells in table.rows():
        if number <= heading:
            continue
        if len(rows) >= most:
            raise errors.too_many_rows(most)
        row = Row(number)
        faults += _read(row, {code: cells[at] for at, code in columns.items() if at < len(cells)})
        if row.told or any(one.row == number for one in faults[-3:]):
            rows.append(row)
    return rows, faults


def _read(row: Row, cells: dict[str, str]) -> Iterator[Fault]:
    for code, cell in cells.items():
        if not cell:
            continue
        try:
            row.told[code] = value_of(BY_CODE[code], cell)
        except DomainError as error:
            yield Fault(row.number, code, error.sentence)


def _found(found: list[Table]) -> tuple[Table, int, dict[int, str]]:
    """Return the table whose headings fit best, where they stand, what each column is."""
    best: tuple[Table, int, dict[int, str]] | None = None
    for table in found:
        for number, cells in islice(table.rows(), LOOKED_AT):
            columns = _recognised(cells)
            if len(columns) >= 2 and (best is None or len(columns) > len(best[2])):
                best = (table, number, columns)
    if best is None:
        raise errors.no_headings(", ".join(str(BY_CODE[one].title) for one in _NEEDED))
    return best


_NEEDED = ("number", "kind", "title_vi", "issuer_vi", "issued_on")


def _recognised(cells: list[str]) -> dict[int, str]:
    names = {name: one.code for one in COLUMNS for name in one.known_as()}
    columns: dict[int, str] = {}
    for at, cell in enumerate(cells):
        code = names.get(folded(cell)) if len(cell) <= 120 else None
        if code is not None and code not in columns.values():
            columns[at] = code
    return columns
