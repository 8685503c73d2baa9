"""Reading a workbook (ECMA-376, SpreadsheetML) row by row, in bounded memory, on no disk.

Written here because the reader at hand gives either a formula or its value, never both; unpacks
without a bound; and keeps rows that say a million columns. Nothing is followed that leads out of
the file, no entity is expanded, and what swells beyond its bound is refused while it is read.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import join, normpath
from typing import IO
from xml.parsers import expat

from mangnon.attachments.judging import packed_plainly
from mangnon.imports.cells import (
    BROKEN,
    FORMULA,
    LONGEST,
    MOST_COLUMNS,
    Cells,
    of_day,
    of_number,
    plain,
)

MOST_UNPACKED = 200 * 1024 * 1024
MOST_STRINGS = 2_000_000
_PIECE = 1 << 16
_DATE_FORMATS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_NUMBERS = "0123456789"


class Swollen(ValueError):
    """A part that unpacks to more than any spreadsheet of ours holds, or may, or has entities."""


@dataclass
class _Unpacked:
    """How many bytes were unpacked of a workbook so far."""

    total: int = 0

    def pieces(self, part: IO[bytes]) -> Iterator[bytes]:
        """Yield a part piece by piece; raises Swollen."""
        while piece := part.read(_PIECE):
            self.total += len(piece)
            if self.total > MOST_UNPACKED:
                raise Swollen
            yield piece


@dataclass
class Workbook:
    """An open workbook: its tables by name, in their order."""

    content: bytes
    tables: dict[str, str] = field(init=False)  # name to part
    _unpacked: _Unpacked = field(init=False, default_factory=_Unpacked)

    def __post_init__(self) -> None:
        self._zip = zipfile.ZipFile(BytesIO(self.content))
        if not packed_plainly(self._zip.infolist()):
            raise Swollen
        links = dict(self._relations())
        self.since_1904, self.tables = False, {}
        for tag, words in self._elements("xl/workbook.xml"):
            if tag == "workbookPr":
                self.since_1904 = words.get("date1904", "") in ("1", "true")
            elif tag == "sheet" and words.get("state", "visible") == "visible":
                target = next(
                    (links[v] for k, v in words.items() if k.endswith(":id") and v in links), ""
                )
                if target.startswith("xl/worksheets/"):
                    self.tables[words.get("name", "")] = target
        self._strings: list[str] | None = None
        self._dates: frozenset[str] | None = None

    def rows(self, name: str) -> Iterator[tuple[int, Cells]]:
        """Yield the rows of a table that hold something."""
        if self._strings is None:
            self._strings = self._shared()
            self._dates = frozenset(self._date_styles())
        reader = _Rows(self._strings, self._dates or frozenset(), self.since_1904)
        with self._zip.open(self.tables[name]) as part:
            yield from reader.read(self._unpacked.pieces(part))

    def size(self, name: str) -> int:
        """Return how many rows a table says it has; 0 where it does not say."""
        with self._zip.open(self.tables[name]) as part:
            said = re.search(
                rb'<(?:\w+:)?dimension[^>]*ref="[A-Z]+\d+:[A-Z]+(\d{1,7})"', part.read(4096)
            )
        return int(said[1]) if said else 0

    def _relations(self) -> Iterator[tuple[str, str]]:
        for tag, words in self._elements("xl/_rels/workbook.xml.rels"):
            if tag == "Relationship" and words.get("TargetMode") != "External":
                target = words.get("Target", "")
                where = target[1:] if target.startswith("/") else normpath(join("xl", target))
                yield words.get("Id", ""), where

    def _elements(self, part: str) -> Iterator[tuple[str, dict[str, str]]]:
        """Yield the elements of a small part; none where it is not there."""
        found: list[tuple[str, dict[str, str]]] = []
        parser = _parser()
        parser.StartElementHandler = lambda tag, words: found.append((_bare(tag), words))
        if part not in self._zip.namelist():
            return
        with self._zip.open(part) as file:
            for piece in self._unpacked.pieces(file):
                parser.Parse(piece, False)
                yield from found
                found.clear()
        parser.Parse(b"", True)
        yield from found

    def _date_styles(self) -> Iterator[str]:
        """Yield the numbers of the styles that show a date."""
        own: dict[str, bool] = {}
        inside, number = False, 0
        for tag, words in self._elements("xl/styles.xml"):
            if tag == "numFmt":
                own[words.get("numFmtId", "")] = _shows_date(words.get("formatCode", ""))
            elif tag in ("cellXfs", "cellStyles", "dxfs"):
                inside = tag == "cellXfs"
            elif tag == "xf" and inside:
                code = words.get("numFmtId", "0")
                if own.get(code, code.isdigit() and int(code) in _DATE_FORMATS):
                    yield str(number)
                number += 1

    def _shared(self) -> list[str]:
        name = "xl/sharedStrings.xml"
        if name not in self._zip.namelist():
            return []
        reader = _Strings()
        with self._zip.open(name) as part:
            return reader.read(self._unpacked.pieces(part))


def _shows_date(code: str) -> bool:
    bare = _QUOTED.sub("", code.lower())
    return "y" in bare or "d" in bare or ("m" in bare and "0" not in bare)


def _bare(tag: str) -> str:
    return tag.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise Swollen


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse  # no spreadsheet has one; entities come so
    return parser


class _Strings:
    """Reads the table of texts that cells point to."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._open = self._sound = False

    def read(self, pieces: Iterator[bytes]) -> list[str]:
        parser = _parser()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
        return self.found

    def _start(self, tag: str, words: dict[str, str]) -> None:
        tag = _bare(tag)
        if tag == "t":
            self._open = not self._sound
        elif tag == "rPh":  # how it is read aloud
            self._sound = True

    def _text(self, text: str) -> None:
        if self._open:
            self._parts.append(text)

    def _end(self, tag: str) -> None:
        tag = _bare(tag)
        if tag == "t":
            self._open = False
        elif tag == "rPh":
            self._sound = False
        elif tag == "si":
            if len(self.found) >= MOST_STRINGS:
                raise Swollen
            self.found.append(plain("".join(self._parts)[:LONGEST]))
            self._parts.clear()


class _Rows:
    """Reads the rows of one table."""

    def __init__(self, strings: list[str], dates: frozenset[str], since_1904: bool) -> None:
        self._strings, self._dates, self._since_1904 = strings, dates, since_1904
        self._done: list[tuple[int, Cells]] = []
        self._number = 0
        self._cells: Cells = []
        self._at, self._kind, self._style = -1, "", ""
        self._formula = self._open = False
        self._parts: list[str] = []
        self._columns: dict[str, int] = {}

    def read(self, pieces: Iterator[bytes]) -> Iterator[tuple[int, Cells]]:
        parser = _parser()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        for piece in pieces:
            parser.Parse(piece, False)
            yield from self._done
            self._done.clear()
        parser.Parse(b"", True)
        yield from self._done

    def _start(self, tag: str, words: dict[str, str]) -> None:
        if ":" in tag:
            tag = _bare(tag)
        if tag == "c":
            self._begin_cell(words)
        elif tag in ("v", "t"):
            self._open = True
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            told = words.get("r", "")
            self._number = int(told) if told else self._number + 1
            self._cells, self._at = [], -1

    def _begin_cell(self, words: dict[str, str]) -> None:
        letters = words.get("r", "").rstrip(_NUMBERS)
        if letters:
            at = self._columns.get(letters)
            self._at = self._column(letters) if at is None else at
        else:
            self._at += 1
        self._kind, self._style = words.get("t", "n"), words.get("s", "")
        self._formula = False

    def _column(self, letters: str) -> int:
        number = 0
        for letter in letters[:4].upper():
            number = number * 26 + ord(letter) - 64
        self._columns[letters] = number - 1
        return number - 1

    def _text(self, text: str) -> None:
        if self._open:
            self._parts.append(text)

    def _end(self, tag: str) -> None:
        if ":" in tag:
            tag = _bare(tag)
        if tag in ("v", "t"):
            self._open = False
        elif tag == "c":
            self._keep("".join(self._parts))
            self._parts.clear()
        elif tag == "row" and any(self._cells):
            self._done.append((self._number, self._cells))

    def _keep(self, text: str) -> None:
        if not (text or self._formula) or not 0 <= self._at < MOST_COLUMNS:
            return
        value = self._value(text)
        if self._formula:
            value = FORMULA + value
        missing = self._at + 1 - len(self._cells)
        if missing > 0:
            self._cells += [""] * missing
        self._cells[self._at] = value

    def _value(self, text: str) -> str:
        kind = self._kind
        if not text:
            return ""
        if kind == "s":
            return self._strings[int(text)]
        if kind == "n" or not kind:
            by_day = self._style in self._dates
            return of_day(text, self._since_1904) if by_day else of_number(text)
        if kind == "d":
            return text[:10]
        if kind == "b":
            return "có" if text == "1" else "không"
        if kind == "e":
            return BROKEN + text[:LONGEST]
        return plain(text)
