"""Reading a comma-separated file: in UTF-8, UTF-16 or the alphabets of before; , ; or tabs."""

import csv
from collections.abc import Iterator
from io import StringIO

from mangnon.imports.cells import MOST_COLUMNS, Cells, plain

_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = (";", "\t", ",")


def decoded(content: bytes) -> str:
    """Return the text of a file; one in no Unicode is read letter by letter, for its font."""
    for mark, encoding in _MARKED.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def rows(text: str) -> Iterator[tuple[int, Cells]]:
    """Yield the rows that hold something, with their numbers as a spreadsheet counts them."""
    head = text[:8192].splitlines()[:20]
    separator = max(_SEPARATORS, key=lambda one: sum(line.count(one) for line in head))
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    for number, cells in enumerate(reader, start=1):
        kept = [plain(cell) for cell in cells[:MOST_COLUMNS]]
        if any(kept):
            yield number, kept
