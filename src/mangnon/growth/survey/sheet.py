"""A survey's file as rows of cells, whether CSV or Excel; refuses what is not what it says."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mangnon.growth.survey.errors import refused, why_not
from mangnon.growth.survey.sheet_csv import read_csv_rows
from mangnon.growth.survey.sheet_excel import read_excel_rows

Cell = str | int | float | bool | date | None
"""One cell; a date with a time of day comes as a datetime, which is a date."""

Row = list[Cell]

CSV_ENDINGS = (".csv", ".tsv", ".txt")
EXCEL_ENDINGS = (".xlsx", ".xlsm")
ZIP_START = b"PK\x03\x04"
OLD_EXCEL_START = b"\xd0\xcf\x11\xe0"
PDF_START = b"%PDF"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file that hold anything, each with its number as a spreadsheet shows it."""

    name: str
    rows: list[tuple[int, Row]]


def read_sheet(path: Path) -> Sheet:
    """Read the rows of a CSV file or of the first sheet of a workbook.

    Raises SurveyError where the file is missing, empty, of another kind, or not what its name says.
    """
    start = _first_bytes(path)
    _refuse_other_kinds(path, start)
    cells: list[Row]
    if path.suffix.lower() in EXCEL_ENDINGS:
        cells = [list(row) for row in read_excel_rows(path)]
    else:
        cells = [list(row) for row in read_csv_rows(path)]
    rows = [(number, row) for number, row in enumerate(cells, start=1) if _holds_anything(row)]
    if not rows:
        raise _empty(path)
    return Sheet(path.name, rows)


def _holds_anything(row: Row) -> bool:
    return any(cell is not None and str(cell).strip() for cell in row)


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as problem:
        why = why_not(problem)
        raise refused(
            vi=f"Không mở được tệp '{path}' ({why.vi}). Hãy kiểm tra tên và quyền đọc.",
            en=f"The file '{path}' cannot be opened ({why.en}). "
            "Check its name and that you may read it.",
        ) from problem
    if not start:
        raise _empty(path)
    return start


def _empty(path: Path) -> Exception:
    return refused(
        vi=f"Tệp '{path.name}' trống. Hãy đưa tệp có một dòng tên cột và mỗi trẻ một dòng.",
        en=f"The file '{path.name}' is empty. "
        "Give a file with one row of column names and one row a child.",
    )


def _refuse_other_kinds(path: Path, start: bytes) -> None:
    ending = path.suffix.lower()
    if start.startswith(OLD_EXCEL_START):
        raise refused(
            vi=f"Tệp '{path.name}' là tệp Excel kiểu cũ (.xls) hoặc có mật khẩu. "
            "Hãy mở bằng Excel và lưu lại thành .xlsx không mật khẩu.",
            en=f"The file '{path.name}' is an old Excel workbook (.xls) or has a password. "
            "Open it in Excel and save it as .xlsx without a password.",
        )
    if start.startswith(PDF_START) or ending not in CSV_ENDINGS + EXCEL_ENDINGS:
        raise refused(
            vi=f"Tệp '{path.name}' không phải bảng tính. Hãy đưa tệp .csv hoặc .xlsx.",
            en=f"The file '{path.name}' is no spreadsheet. Give a .csv or .xlsx file.",
        )
    is_workbook = start.startswith(ZIP_START)
    if is_workbook and ending in CSV_ENDINGS:
        raise refused(
            vi=f"Tệp '{path.name}' có đuôi {ending} nhưng bên trong là tệp Excel. "
            "Hãy đổi tên thành .xlsx.",
            en=f"The file '{path.name}' ends in {ending} but is an Excel workbook inside. "
            "Rename it to .xlsx.",
        )
    if not is_workbook and ending in EXCEL_ENDINGS:
        raise refused(
            vi=f"Tệp '{path.name}' có đuôi {ending} nhưng không phải tệp Excel. "
            "Nếu là văn bản ngăn bằng dấu phẩy, hãy đổi tên thành .csv.",
            en=f"The file '{path.name}' ends in {ending} but is no Excel workbook. "
            "If it is text separated by commas, rename it to .csv.",
        )
