"""CSV as it comes from Excel in Vietnam and elsewhere: any separator, UTF-8 or UTF-16."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from mangnon.growth.survey.errors import refused

SEPARATORS = (",", ";", "\t")
"""Vietnamese Excel writes semicolons, since the comma is its decimal mark."""


def read_csv_rows(path: Path) -> list[list[str]]:
    """Give the rows of cells, all as text; the list's place is the row's number less one."""
    text = _decoded(path)
    separator, text = _separator(text)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as problem:
        raise refused(
            vi=f"Tệp '{path.name}' hỏng: có một ô không đóng dấu ngoặc kép hoặc quá dài. "
            "Hãy mở bằng Excel và lưu lại thành 'CSV UTF-8'.",
            en=f"The file '{path.name}' is damaged: a cell's quotes are not closed or it is too "
            "long. Open it in Excel and save it again as 'CSV UTF-8'.",
        ) from problem


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    encoding = "utf-16" if raw[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as problem:
        raise refused(
            vi=f"Tệp '{path.name}' không ở dạng chữ UTF-8 (từ byte {problem.start}). "
            "Hãy mở bằng Excel và lưu lại thành 'CSV UTF-8'.",
            en=f"The text of '{path.name}' is not UTF-8 (from byte {problem.start}). "
            "Open it in Excel and save it again as 'CSV UTF-8'.",
        ) from problem
    if "\0" in text:
        raise refused(
            vi=f"Tệp '{path.name}' không phải văn bản. Hãy đưa tệp .csv hoặc .xlsx thật.",
            en=f"The file '{path.name}' is not text. Give a real .csv or .xlsx file.",
        )
    return text


def _separator(text: str) -> tuple[str, str]:
    """Find what separates cells: Excel's own first line `sep=;`, or what the first line has most.

    The line `sep=` is emptied, not dropped, so that rows keep their numbers.
    """
    first, _, rest = text.partition("\n")
    told = first.strip()
    if told.lower().startswith("sep=") and len(told) == 5:
        return told[4], "\n" + rest
    written = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=written.count), text
