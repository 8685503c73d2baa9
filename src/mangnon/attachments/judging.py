"""Looking into a file before it is kept: its size, what it is, whether its name says so.

A picture is written anew, without what else it tells; an office file is a plain archive without a
program; a PDF carries no script. What is refused is refused whole.
"""

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from mangnon.attachments import errors
from mangnon.attachments.cleaning import cleaned
from mangnon.attachments.kinds import ENDINGS, PICTURES, Kind
from mangnon.text.folding import nfc

MOST_BYTES = 20 * 1024 * 1024
_MOST_POINTS = 50_000_000
_MOST_PARTS, _MOST_SWOLLEN = 5_000, 200 * 1024 * 1024
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LONGEST_NAME = 120
_OPENS, _ENDS = re.compile(rb"\bstream\r?\n"), re.compile(rb"\bendstream\b")
_WRITTEN_OUT = re.compile(rb"#([0-9A-Fa-f]{2})")  # a letter of a name, as its number
_SCRIPTS = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|XFA)\b")
_PIL_KINDS = {"JPEG": Kind.JPEG, "MPO": Kind.JPEG, "PNG": Kind.PNG, "WEBP": Kind.WEBP}
_MAIN_PARTS = {"word/document.xml": Kind.DOCX, "xl/workbook.xml": Kind.XLSX}


class Judged(NamedTuple):
    """A file as it is kept."""

    name: str
    kind: Kind
    content: bytes


def judged(name: str, content: bytes) -> Judged:
    """Return the file as it is kept; raises WrongFile with what is wrong and what to do."""
    name = plain_name(name)
    if not content:
        raise errors.empty(name)
    if len(content) > MOST_BYTES:
        raise errors.too_large(name, MOST_BYTES // 1024**2)
    kind = _kind(name, content)
    if not name.lower().endswith(ENDINGS[kind]):
        raise errors.another_kind(name, str(kind.label))
    return Judged(name, kind, _rewritten(name, content) if kind in PICTURES else content)


def packed_plainly(parts: Iterable[zipfile.ZipInfo]) -> bool:
    """Tell whether an archive's parts can be unpacked piece by piece.

    Others (bzip2, LZMA) give all that they hold at once, however little is asked for.
    """
    return all(part.compress_type in _PACKED for part in parts)


def plain_name(name: str) -> str:
    """Return the last part of a name, in composed letters, printable, of bounded length."""
    last = PurePosixPath(nfc(name).replace("\\", "/")).name
    clean = " ".join("".join(c if c.isprintable() else " " for c in last).split())
    stem, ending = PurePosixPath(clean).stem, PurePosixPath(clean).suffix[:10]
    return f"{stem[: _LONGEST_NAME - len(ending)]}{ending}" or "tep"


def _kind(name: str, content: bytes) -> Kind:
    if content.startswith(b"%PDF-"):
        return _document(name, content)
    if content.startswith(b"PK\x03\x04"):
        return _office(name, content)
    return _picture(name, content)


def _document(name: str, content: bytes) -> Kind:
    if b"%%EOF" not in content[-2048:]:
        raise errors.damaged(name)
    if _SCRIPTS.search(_names_of(content)):
        raise errors.dangerous(name)
    return Kind.PDF


def _names_of(content: bytes) -> bytes:
    """Return a PDF without its streams, in which anything may stand, its names spelt in letters.

    One pass: what opens a stream and never ends it is looked at whole.
    """
    kept, at = [], 0
    while (opened := _OPENS.search(content, at)) and (ended := _ENDS.search(content, opened.end())):
        kept.append(content[at : opened.start()])
        at = ended.end()
    kept.append(content[at:])
    return _WRITTEN_OUT.sub(lambda found: bytes([int(found[1], 16)]), b" ".join(kept))


def _office(name: str, content: bytes) -> Kind:
    """Look into an archive by its table alone: nothing of it is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise errors.damaged(name) from None
    names = {part.filename for part in parts}
    swollen = sum(part.file_size for part in parts)
    macros = any(one.lower().endswith("vbaproject.bin") for one in names)
    if macros or len(parts) > _MOST_PARTS or swollen > _MOST_SWOLLEN or not packed_plainly(parts):
        raise errors.dangerous(name)
    kinds = [kind for part, kind in _MAIN_PARTS.items() if part in names]
    if len(kinds) != 1 or "[Content_Types].xml" not in names:
        raise errors.unknown_kind(name)
    return kinds[0]


def _picture(name: str, content: bytes) -> Kind:
    try:
        with Image.open(BytesIO(content), formats=["JPEG", "PNG", "WEBP"]) as found:
            width, height = found.size
            kind = _PIL_KINDS[found.format or ""]
    except Image.DecompressionBombError:
        raise errors.dangerous(name) from None
    except (UnidentifiedImageError, KeyError, OSError, ValueError):
        raise errors.unknown_kind(name) from None
    if width * height > _MOST_POINTS:
        raise errors.dangerous(name)
    return kind


def _rewritten(name: str, content: bytes) -> bytes:
    try:
        return cleaned(BytesIO(content))
    except (OSError, ValueError, SyntaxError):
        raise errors.damaged(name) from None
