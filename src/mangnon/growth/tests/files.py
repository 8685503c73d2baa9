"""Makes survey files for the tests: invented children, five of them unless told otherwise."""

from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

TODAY = date(2025, 12, 1)

HEADER = ["id", "sex", "age_days", "weight_kg", "height_cm", "measure", "oedema"]
CHILDREN: list[list[object]] = [
    ["a", "m", 400, 9.8, 76.1, "L", "n"],
    ["b", "f", 365, 7.0, 70.0, "L", "n"],
    ["c", "m", 1300, 13.0, 100.0, "H", "n"],
    ["d", "f", 1200, 15.0, 98.0, "H", "n"],
    ["e", "m", 600, 11.0, 82.0, "L", "y"],
]


def write_csv(
    path: Path,
    header: list[str],
    rows: list[list[object]],
    *,
    separator: str = ",",
    encoding: str = "utf-8",
) -> Path:
    """Write rows as they stand, without quotes."""
    table: list[list[object]] = [[*header], *rows]
    lines = [separator.join(str(cell) for cell in row) for row in table]
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def write_xlsx(path: Path, rows: list[list[object]]) -> Path:
    """Write rows to the first sheet of a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def changed(row: int, column: str, value: object) -> list[list[object]]:
    """Give the five children with one cell changed."""
    rows = [list(child) for child in CHILDREN]
    rows[row][HEADER.index(column)] = value
    return rows
