"""The rows of a table as HTML: hundreds of them, so not by the template engine."""

from collections.abc import Callable

from django.utils.html import escape

from mangnon.ui.parts import Cell, Column, Table

Write = Callable[[str, str], str]


def table_rows(table: Table, status: Write, marker: Callable[[str], str]) -> str:
    """Return the rows of a table; the first cell of each is its heading.

    ``status`` and ``marker`` write a status word (with its detail) and a remark.
    """
    return "".join(_row(row, status, marker) for row in table.cells())


def _row(row: list[tuple[Column, Cell]], status: Write, marker: Callable[[str], str]) -> str:
    cells = "".join(
        _cell(column, cell, status, marker, heads=position == 0)
        for position, (column, cell) in enumerate(row)
    )
    return f"<tr>{cells}</tr>\n"


def _cell(
    column: Column, cell: Cell, status: Write, marker: Callable[[str], str], *, heads: bool
) -> str:
    kind = ' class="num"' if column.numeric else ""
    remarks = "".join(f" {marker(key)}" for key in cell.markers)
    words = status(cell.status, cell.text) if cell.status else _words(cell)
    if heads:
        return f'<th scope="row"{kind}>{words}{remarks}</th>'
    return f"<td{kind}>{words}{remarks}</td>"


def _words(cell: Cell) -> str:
    text = escape(cell.text)
    return f'<a href="{escape(cell.url)}">{text}</a>' if cell.url else str(text)
