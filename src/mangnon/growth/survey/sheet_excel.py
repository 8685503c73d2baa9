"""The first sheet of an Excel workbook as rows of cells."""

import warnings
import zipfile
import zlib
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from mangnon.growth.survey.errors import refused

CellRow = list[str | int | float | bool | date | None]

DAMAGED = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What openpyxl raises on an archive that is cut off, encrypted or no workbook: it checks little
before it reads (SyntaxError: bad XML; AttributeError, TypeError: a part that is not there)."""


def read_excel_rows(path: Path) -> list[CellRow]:
    """Give the rows of cells of the workbook's first sheet that holds any, values not formulas."""
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and drop-downs that it cannot keep; nothing here needs them
            warnings.simplefilter("ignore", UserWarning)
            return _first_rows(path)
    except DAMAGED as problem:
        raise refused(
            vi=f"Tệp '{path.name}' không phải tệp Excel hoặc đã hỏng. "
            "Hãy mở bằng Excel và lưu lại thành .xlsx.",
            en=f"The file '{path.name}' is no Excel workbook or is damaged. "
            "Open it in Excel and save it again as .xlsx.",
        ) from problem


def _first_rows(path: Path) -> list[CellRow]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # some programs write a wrong extent
            rows = [[_plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            if any(cell is not None for row in rows for cell in row):
                return rows
    finally:
        book.close()
    return []


def _plain(cell: Any) -> str | int | float | bool | date | None:
    """Leave the kinds of value we know; anything else becomes the text that it shows."""
    if cell is None or isinstance(cell, str | int | float | date):
        return cell
    return str(cell) if isinstance(cell, time | timedelta) else repr(cell)
