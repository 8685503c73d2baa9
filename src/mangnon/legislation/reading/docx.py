"""A Word file's words with the numbers that Word prints before them; in the limited process."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from mangnon.legislation.reading.child import Refused
from mangnon.legislation.reading.numbering import Numbering, numbering_of
from mangnon.legislation.reading.wordml import MARKUP, NUMBERED, W

MOST_INSIDE = 64 * 1024 * 1024  # bytes of all its parts, once unpacked
_BODY = "word/document.xml"
_PARTS = ("document", "footnotes", "endnotes", "header", "footer", *NUMBERED)
_WRITTEN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_BREAKS = (
    zipfile.BadZipFile, ValueError, KeyError, EOFError, SyntaxError, RuntimeError,
    NotImplementedError,
)  # fmt: skip


def read_docx(content: bytes) -> dict[str, Any]:
    """Read a Word file: its body, then notes, heads and feet, each paragraph a line."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        names = [one for one in packed.namelist() if _is_read(one)]
        if _BODY not in names:
            raise Refused("broken")
        if sum(packed.getinfo(one).file_size for one in names) > MOST_INSIDE:
            raise Refused("too_large")
        parts = {one: _tree(packed.read(one)) for one in names}
        numbering = numbering_of(*(parts.pop(f"word/{one}.xml", None) for one in NUMBERED))
        lines = [
            line
            for name in sorted(parts, key=lambda one: (one != _BODY, one))
            for line in _lines(parts[name], numbering)
        ]
    except _BREAKS:
        raise Refused("broken") from None
    return {"text": "\n".join(lines), "pages": 0, "pictures": 0}


def _is_read(name: str) -> bool:
    return name.startswith(tuple(f"word/{one}" for one in _PARTS)) and name.endswith(".xml")


def _tree(content: bytes) -> Element:
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise Refused("broken")  # Word writes neither; a bomb does
    return ElementTree.fromstring(content)  # noqa: S314


def _lines(root: Element, numbering: Numbering) -> Iterator[str]:
    """Give each paragraph as a line, and after it those that stand in a box inside it."""
    waiting = [one for one in _inside(root) if one.tag == f"{W}p"]
    waiting.reverse()
    while waiting:
        paragraph, said = waiting.pop(), list[str]()
        boxed = []
        for one in _inside(paragraph):
            if one.tag == f"{W}p":
                boxed.append(one)
            elif one.tag == f"{W}t":
                said.append(one.text or "")
            else:
                said.append(_WRITTEN.get(str(one.tag), ""))
        waiting += reversed(boxed)
        words, number = "".join(said), numbering.before(paragraph)
        yield number + words if words.strip() else words  # an empty one is counted, and not seen


def _inside(element: Element) -> Iterator[Element]:
    """Give what stands in an element, not what stands in a paragraph inside it.

    Of one thing drawn in two ways the first is read: the other says the same to older programs.
    """
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if one.tag == f"{MARKUP}Fallback" or one.tag == f"{W}tabs":
            continue
        yield one
        if one.tag != f"{W}p":
            waiting += reversed(one)
