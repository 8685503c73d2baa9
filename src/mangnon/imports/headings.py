"""Where a table's headings stand, what its columns are, in which alphabet it is typed."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from mangnon.imports import errors
from mangnon.imports.cells import Cells, shown
from mangnon.imports.reading import Table
from mangnon.imports.sheets import Sheet
from mangnon.text.folding import words
from mangnon.text.legacy import CONVERSIONS, detect

LOOKED_AT = 30  # rows among which the headings are
_SAMPLE = 200  # rows by which the alphabet is told


class Found(NamedTuple):
    """A recognised table: name, row of the headings, their words, column to code, alphabet."""

    table: str
    row: int
    headings: list[str]
    columns: dict[int, str]
    encoding: str
    size: int

    def layout(self) -> dict[str, Any]:
        """Return what is kept of it: no heading, which anybody may have typed."""
        columns = {str(at): code for at, code in self.columns.items()}
        return {"table": self.table, "row": self.row, "columns": columns, "encoding": self.encoding}


def converted(text: str, encoding: str) -> str:
    """Return a text in Unicode."""
    return CONVERSIONS[encoding](text) if encoding and not text.isascii() else text  # type: ignore[index]


def found(sheet: Sheet, tables: Sequence[Table]) -> Found:
    """Recognise the table whose headings fit best; raises WrongFile where none do."""
    best: Found | None = None
    for table in tables:
        one = _looked_at(sheet, table)
        if one is not None and (best is None or len(one.columns) > len(best.columns)):
            best = one
    if best is None:
        wanted = [str(one.title) for one in sheet.columns if one.required]
        raise errors.no_headings(", ".join(wanted))
    return best


def _looked_at(sheet: Sheet, table: Table) -> Found | None:
    head = list(islice(table.rows(), _SAMPLE))
    encoding = detect([cell for _, cells in head for cell in cells if cell]) or ""
    best: Found | None = None
    for number, cells in head[:LOOKED_AT]:
        told = [shown(converted(cell, encoding)) for cell in cells]
        columns = _recognised(sheet, told)
        if len(columns) >= 2 and (best is None or len(columns) > len(best.columns)):
            best = Found(table.name, number, told, columns, encoding, table.size)
    return best


def _recognised(sheet: Sheet, cells: Cells) -> dict[int, str]:
    """Say which cells are headings of which columns: by the whole, else by how they begin."""
    names = {name: one.code for one in sheet.columns for name in one.known_as()}
    folded = [" ".join(words(cell)) if len(cell) <= 120 else "" for cell in cells]
    columns: dict[int, str] = {}
    for exactly in (True, False):
        for at, heading in enumerate(folded):
            fitting = [
                name
                for name in names
                if heading and (heading == name if exactly else heading.startswith(f"{name} "))
            ]
            code = names[max(fitting, key=len)] if fitting else None
            if code is not None and at not in columns and code not in columns.values():
                columns[at] = code
    return columns
