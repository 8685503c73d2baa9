"""Where a table's headings stand, what its columns are, in which alphabet it is typed."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from mangnon.imports import errors
from mangnon.imports.cells import Cells, shown
from mangnon.imports.readers import words_of
from mangnon.imports.reading import Table
from mangnon.imports.sheets import Column, Sheet
from mangnon.text.folding import words
from mangnon.text.legacy import Encoding, convert, detect

LOOKED_AT = 30  # rows among which the headings are
# In what is handed out to be corrected; known when it comes back, and not used.
ORIGINAL_ROW = Column("", _("Dòng trong tệp gốc"), words_of,
                      ("dòng trong tệp gốc", "row in the original file"), width=12)  # fmt: skip
_SAMPLE = 200  # rows by which the alphabet is told


class Found(NamedTuple):
    """A table: its number, row of the headings, their words, column to code, alphabet."""

    table: int
    row: int
    headings: list[str]
    columns: dict[int, str]
    encoding: Encoding | None
    size: int

    def layout(self) -> dict[str, Any]:
        """Return what is kept of it: no heading and no name, which anybody may have typed."""
        columns = {str(at): code for at, code in self.columns.items()}
        return {
            "table": self.table, "row": self.row, "columns": columns,
            "encoding": self.encoding or "",
        }  # fmt: skip


def converted(text: str, encoding: Encoding | None) -> str:
    """Return a text in Unicode; what is plain in every alphabet is not looked at."""
    return convert(text, encoding) if encoding and not text.isascii() else text


def found(sheet: Sheet, tables: Sequence[Table]) -> Found:
    """Recognise the table whose headings fit best; raises WrongFile where none do."""
    best: Found | None = None
    for at, table in enumerate(tables):
        one = _looked_at(sheet, at, table)
        if one is not None and (best is None or len(one.columns) > len(best.columns)):
            best = one
    if best is None:
        wanted = [str(one.title) for one in sheet.columns if one.required]
        raise errors.no_headings(", ".join(wanted))
    return best


def is_ours(heading: str) -> bool:
    """Tell whether a heading is the one that we put beside the sheet's own."""
    return " ".join(words(heading)) in ORIGINAL_ROW.known_as()


def _alphabet(head: list[tuple[int, Cells]]) -> Encoding | None:
    """Tell the alphabet by the cells in neither Unicode nor plain letters; a title may be in it."""
    cells = (cell for _, cells in head for cell in cells if cell and not cell.isascii())
    told = Counter(detect(f"{cell}\n{cell}") for cell in cells)
    return told.most_common(1)[0][0] if told else None


def _looked_at(sheet: Sheet, at: int, table: Table) -> Found | None:
    head = list(islice(table.rows(), _SAMPLE))
    encoding = _alphabet(head)
    best: Found | None = None
    for number, cells in head[:LOOKED_AT]:
        told = [shown(converted(cell, encoding)) for cell in cells]
        columns = _recognised(sheet, told)
        if len(columns) >= 2 and (best is None or len(columns) > len(best.columns)):
            best = Found(at, number, told, columns, encoding, table.size)
    return best


def _recognised(sheet: Sheet, cells: Cells) -> dict[int, str]:
    """Say which cells are headings of which columns: by the whole, else by how they begin."""
    names = {name: one.code for one in sheet.columns for name in one.known_as()}
    told = [cell if len(cell) <= 120 and not is_ours(cell) else "" for cell in cells]
    folded = [" ".join(words(cell)) for cell in told]
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
