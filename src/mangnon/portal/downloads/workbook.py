"""A workbook: one sheet of typed figures, one that says where they come from."""

import io
from collections.abc import Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from mangnon.portal.downloads.about import about
from mangnon.portal.downloads.rows import Value, keys
from mangnon.portal.editions import Edition

WIDTHS = {"name": 44, "place": 20, "place_name": 28, "indicator": 14, "withheld": 18}


def workbook_file(edition: Edition, found: Sequence[dict[str, Value]]) -> bytes:
    """Write the rows with numbers as numbers and days as days."""
    book = Workbook(write_only=True)
    sheet: WriteOnlyWorksheet = book.create_sheet(_("Số liệu"))
    sheet.freeze_panes = "A2"
    columns = keys()
    for index, column in enumerate(columns):
        width = WIDTHS.get(column.key, 12)
        sheet.column_dimensions[chr(ord("A") + index)].width = width  # type: ignore[attr-defined]
    sheet.append([_cell(sheet, column.heading, bold=True) for column in columns])
    for row in found:
        sheet.append([_cell(sheet, row[column.key]) for column in columns])
    _source(book, edition)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _source(book: Workbook, edition: Edition) -> None:
    """Say in a sheet of its own what the figures are, and what each column means."""
    sheet: WriteOnlyWorksheet = book.create_sheet(_("Nguồn"))
    for term, words in about(edition):
        sheet.append([_cell(sheet, term, bold=True), _cell(sheet, words)])
    sheet.append([])
    for column in keys():
        sheet.append(
            [_cell(sheet, column.heading), _cell(sheet, column.meaning), _cell(sheet, column.key)]
        )


def _cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> Cell:
    """Make a cell of the value's own type; text is text, also where it begins with =."""
    cell: Cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
