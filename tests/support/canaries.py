"""Invented names that stand nowhere else, and a search for them in whatever dress they wear."""

import base64
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa

from mangnon.text.folding import fold

# One of each kind that a file holds; no word of them is in any list of names, places or code.
CANARIES = {
    "name": "Ngoẵnguy",
    "second name": "Khuỵnhoét",
    "name in bulk": "Xuềnhuạc",
    "name of the simulation": "Thuỗngạch",
    "guardian": "Vượngoáy",
    "address": "Đườnghoẹt",
    "narrative": "Chuyệnphuẫn",
    "reason": "Nguyệchoắng",
    "slip": "Quẹttrượm",
    "brought": "Nhoẹtkhuểnh",
    "unfinished": "Dởduệnh",
    "telephone": "0987316452",
    "document": "030219887314",
    "evidence": "417GẫyNhoẹn",
    "issuer": "Ủykhoẳng",
    "password": "Mậtkhuỵnh",
    "planted": "Giãnguyệch",
}
_DEEPEST = 3  # archives inside archives
_MOST = 256 << 20  # bytes that one archive may unfold to


def needles(word: str) -> tuple[set[bytes], set[bytes]]:
    """Give every way in which a word may lie on a disk: where case is all one, and where not."""
    anyhow: set[bytes] = set()
    exact: set[bytes] = set()
    for text in _dresses(word):
        utf8 = text.encode()
        anyhow |= {
            utf8,
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            utf8.hex().encode(),
            quote(text).encode(),
            text.encode("ascii", "backslashreplace"),
            text.encode("ascii", "xmlcharrefreplace"),
        }
        exact |= {_base64(utf8, offset) for offset in range(3)}
    return {one.lower() for one in anyhow}, exact


def _dresses(word: str) -> set[str]:
    plain = fold(word)
    composed = {word, word.lower(), word.upper(), plain, plain.upper(), plain.capitalize()}
    return composed | {unicodedata.normalize("NFD", one) for one in composed}


def _base64(text: bytes, offset: int) -> bytes:
    """Give the characters that a text leaves in base64 whatever stands before and after it."""
    coded = base64.b64encode(b"\0" * offset + text)
    first = -(-offset * 8 // 6)
    return coded[first : (offset + len(text)) * 8 // 6]


_NEEDLES = {kind: needles(word) for kind, word in CANARIES.items()}


def found_in(data: bytes, *, depth: int = 0) -> set[str]:
    """Return the kinds of canary that lie in some bytes, in any dress; archives are opened."""
    lower = data.lower()
    found = {
        kind
        for kind, (anyhow, exact) in _NEEDLES.items()
        if any(one in lower for one in anyhow) or any(one in data for one in exact)
    }
    if depth < _DEEPEST:
        for inside in _opened(data):
            found |= found_in(inside, depth=depth + 1)
    return found


def found_under(*places: Path) -> dict[str, set[str]]:
    """Return what lies in each file under some folders, names of files included; nothing: {}."""
    found = {}
    for place in places:
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            known = found_in(path.name.encode()) | (_inside(path) if path.is_file() else set())
            if known:
                found[str(path)] = known
    return found


_searched: dict[tuple[str, int, int], set[str]] = {}


def _inside(path: Path) -> set[str]:
    """Search a file, once while it is the same."""
    now = path.stat()
    mark = (str(path), now.st_mtime_ns, now.st_size)
    if mark not in _searched:
        _searched[mark] = found_in(path.read_bytes())
    return _searched[mark]


def _opened(data: bytes) -> Iterator[bytes]:
    """Unfold whatever in the bytes begins like gzip, zlib, zip or zstd."""
    if b"PK\x03\x04" in data:
        yield from _unzipped(data)
    view = memoryview(data)
    for magic, opener in _OPENERS:
        start = data.find(magic)
        while start >= 0:
            unfolded = opener(view[start:])
            if unfolded:
                yield unfolded
            start = data.find(magic, start + 1)


def _unzipped(data: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, zlib.error):
        return


def _inflated(data: memoryview) -> bytes:
    """Unfold zlib or gzip, whichever the head says."""
    try:
        return zlib.decompressobj(wbits=47).decompress(data, _MOST)
    except zlib.error:
        return b""


def _unzstd(data: memoryview) -> bytes:
    try:
        with pa.CompressedInputStream(pa.BufferReader(data), "zstd") as stream:
            return bytes(stream.read(_MOST))
    except (OSError, pa.ArrowException):
        return b""


_OPENERS = (
    (b"\x1f\x8b\x08", _inflated),
    (b"\x78\x01", _inflated),
    (b"\x78\x9c", _inflated),
    (b"\x78\xda", _inflated),
    (b"\x28\xb5\x2f\xfd", _unzstd),
)
