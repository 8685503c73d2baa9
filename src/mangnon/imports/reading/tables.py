"""The tables of a file, whatever it is; whoever breaks while it is read, breaks with a sentence."""

import csv
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.parsers import expat

from mangnon.imports import errors
from mangnon.imports.cells import Cells
from mangnon.imports.reading.commas import decoded, rows
from mangnon.imports.reading.files import Kind
from mangnon.imports.reading.workbook import Swollen, Workbook

MOST_TABLES = 6  # of a workbook, among which the one with the headings is looked for
_BREAKS = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, csv.Error, ValueError, LookupError, EOFError,
    NotImplementedError, RuntimeError, ArithmeticError, OSError, struct.error, lzma.LZMAError,
)  # fmt: skip


class Table(NamedTuple):
    """One table of a file; ``rows`` reads it from its beginning, each time anew."""

    name: str
    size: int
    rows: Callable[[], Iterator[tuple[int, Cells]]]


def tables(kind: str, content: bytes) -> list[Table]:
    """Return the tables of a file; raises WrongFile, also while their rows are read."""
    if kind == Kind.CSV:
        text = decoded(content)
        return [Table("", text.count("\n"), lambda: _guarded(rows(text)))]
    try:
        book = Workbook(content)
        names = list(book.tables)[:MOST_TABLES]
        return [
            Table(name, book.size(name), lambda name=name: _guarded(Workbook(content).rows(name)))  # type: ignore[misc]
            for name in names
        ]
    except Swollen:
        raise errors.dangerous() from None
    except _BREAKS:
        raise errors.damaged() from None


def _guarded(found: Iterator[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
    try:
        yield from found
    except Swollen:
        raise errors.dangerous() from None
    except _BREAKS:
        raise errors.damaged() from None
