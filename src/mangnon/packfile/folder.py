"""A pack's folder: reads its files and gathers what is wrong with them."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from mangnon.packfile.encoding import Unreadable, read_text
from mangnon.packfile.mistakes import Mistake
from mangnon.packfile.reading import row_of_cells, row_of_table, unknown_columns
from mangnon.packfile.rows import Row
from mangnon.packfile.shapes import Shape
from mangnon.packfile.tomllines import lines_of

_FENCE = "+++"
_AT = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


class Folder:
    """The files of a pack. Each is read once; what is wrong is in ``mistakes``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mistakes: list[Mistake] = []
        self.known: set[str] = set()

    def names(self, pattern: str) -> list[str]:
        """Return the files of a pattern, as ``indicators/T1.toml``, sorted."""
        found = (path for path in self.path.glob(pattern) if path.is_file())
        return sorted(path.relative_to(self.path).as_posix() for path in found)

    def csv(self, name: str, shape: Shape, *, required: bool = False) -> list[Row]:
        """Return the rows of a CSV file; none where it is missing or cannot be read."""
        text = self._text(name, required)
        if text is None:
            return []
        return list(self._csv_rows(name, text, shape))

    def toml(self, name: str, shape: Shape, *, required: bool = False) -> Row | None:
        """Return a TOML file as one row; None where it is missing or cannot be read."""
        text = self._text(name, required)
        if text is None:
            return None
        try:
            raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self._not_toml(name, text, str(error))
            return None
        return row_of_table(name, raw, shape, lines_of(text), (), self.mistakes)

    def headed(self, name: str, shape: Shape) -> tuple[Row, str] | None:
        """Return a text under a head of TOML between lines ``+++``: the head as a row, the text."""
        text = self._text(name, required=True)
        lines = [] if text is None else text.splitlines()
        if text is None:
            return None
        if _FENCE not in lines[1:] or lines[0] != _FENCE:
            self.wrong(
                *(name, 1),
                "trang thiếu phần đầu — bắt đầu bằng +++, title, lead, rồi +++",
                "the page has no head — begin with +++, title, lead, then +++",
            )
            return None
        end = lines.index(_FENCE, 1)
        head = "\n".join(["", *lines[1:end]])  # its lines keep their numbers
        try:
            raw = tomllib.loads(head)
        except tomllib.TOMLDecodeError as error:
            self._not_toml(name, head, str(error))
            return None
        row = row_of_table(name, raw, shape, lines_of(head), (), self.mistakes)
        return row, "\n".join(lines[end + 1 :]).strip()

    def text(self, name: str) -> str | None:
        """Return a file's text; None where it is missing or cannot be read."""
        return self._text(name, required=False)

    def wrong(self, name: str, line: int, vi: str, en: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(name, line, vi, en))

    def _text(self, name: str, required: bool) -> str | None:
        self.known.add(name)
        path = self.path / name
        if not required and not path.exists():
            return None
        try:
            return read_text(path)
        except Unreadable as error:
            self.wrong(name, error.line, error.vi, error.en)
            return None

    def _not_toml(self, name: str, text: str, why: str) -> None:
        at = _AT.search(why)
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        short = _AT.sub("", why).strip()
        self.wrong(
            name,
            line,
            f"không đúng cú pháp TOML ({short}) — hãy sửa dòng này",
            f"it is not valid TOML ({short}) — correct this line",
        )

    def _csv_rows(self, name: str, text: str, shape: Shape) -> Iterator[Row]:
        reader = csv.reader(text.splitlines(keepends=True), strict=True)
        try:
            header = [cell.strip() for cell in next(reader, [])]
            if not self._good_header(name, header, shape):
                return
            start = reader.line_num + 1
            for cells in reader:
                line, start = start, reader.line_num + 1
                if not any(cell.strip() for cell in cells):
                    continue
                if len(cells) != len(header):
                    self._wrong_width(name, line, len(cells), len(header))
                    continue
                named = dict(zip(header, cells, strict=True))
                yield row_of_cells(name, line, named, shape, self.mistakes)
        except csv.Error as error:
            self.wrong(
                name,
                reader.line_num,
                f"không đúng cú pháp CSV ({error}) — xem lại dấu ngoặc kép",
                f"it is not valid CSV ({error}) — check the quotation marks",
            )

    def _good_header(self, name: str, header: list[str], shape: Shape) -> bool:
        if not header:
            columns = ",".join(shape.names)
            self.wrong(
                name,
                1,
                f"tệp trống — dòng đầu phải là: {columns}",
                f"it is empty — the first line must be: {columns}",
            )
            return False
        wrong = unknown_columns(header, shape)
        for vi, en in wrong:
            self.wrong(name, 1, vi, en)
        return not wrong

    def _wrong_width(self, name: str, line: int, cells: int, columns: int) -> None:
        self.wrong(
            name,
            line,
            f'dòng có {cells} ô nhưng bảng có {columns} cột — ô có dấu phẩy phải đặt trong “"”',
            f"the row has {cells} cells and the table {columns} columns — quote cells with commas",
        )
