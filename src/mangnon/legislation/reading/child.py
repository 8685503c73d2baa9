"""The process that opens a file from outside: little memory, little time, no way out.

    python -m mangnon.legislation.reading.child docx < file

It answers one line of JSON: ``{"text": …, "pages": n, "pictures": n}`` or ``{"fault": word}``.
"""

import json
import resource
import sys
from typing import Any

MEMORY = 768 * 1024 * 1024
CPU = 20  # seconds
MOST_PAGES = 2000
MOST_LETTERS = 8_000_000
MOST_INSIDE = 64 * 1024 * 1024  # bytes of a packed part, once unpacked
_CLOSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "shutil.")


class Refused(Exception):
    """The file is not one that can be read; the argument is the fault's word."""


def limit() -> None:
    """Give up memory, time, files, the network and other programs for good."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_CLOSED):
        raise PermissionError(event)


def read_docx(content: bytes) -> dict[str, Any]:
    """Read a Word file: its body, then notes, heads and feet, each paragraph a line."""
    import io
    import zipfile

    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        names = [one for one in packed.namelist() if _DOCX_PART(one)]
        if "word/document.xml" not in names:
            raise Refused("broken")
        if sum(packed.getinfo(one).file_size for one in names) > MOST_INSIDE:
            raise Refused("too_large")
        names.sort(key=lambda one: (one != "word/document.xml", one))
        lines = [line for one in names for line in _paragraphs(packed.read(one))]
    except (zipfile.BadZipFile, ValueError, KeyError, EOFError, SyntaxError, RuntimeError):
        raise Refused("broken") from None
    return {"text": "\n".join(lines), "pages": 0, "pictures": 0}


def _DOCX_PART(name: str) -> bool:  # noqa: N802
    parts = ("document", "footnotes", "endnotes", "header", "footer")
    return name.startswith(tuple(f"word/{one}" for one in parts)) and name.endswith(".xml")


def _paragraphs(content: bytes) -> list[str]:
    from xml.etree import ElementTree

    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise Refused("broken")  # Word writes neither; a bomb does
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    written = {f"{space}tab": "\t", f"{space}br": "\n", f"{space}noBreakHyphen": "-"}
    lines = []
    for paragraph in ElementTree.fromstring(content).iter(f"{space}p"):  # noqa: S314
        said = [
            (one.text or "") if one.tag == f"{space}t" else written.get(str(one.tag), "")
            for one in paragraph.iter()
        ]
        lines.append("".join(said))
    return lines


def read_pdf(content: bytes) -> dict[str, Any]:
    """Read a PDF page by page; a page without letters is counted as a picture."""
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if "assword" in str(error) else "broken") from None
    if len(opened) > MOST_PAGES:
        raise Refused("too_long")
    pages, pictures, letters = [], 0, 0
    for page in opened:
        said = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\x02", "-")
        letters += len(said)
        if letters > MOST_LETTERS:
            raise Refused("too_long")
        pictures += not said.strip()
        pages.append(said)
    return {"text": "\n".join(pages), "pages": len(pages), "pictures": pictures}


READERS = {"docx": read_docx, "pdf": read_pdf}


def main() -> None:
    """Read what comes in and answer."""
    content = sys.stdin.buffer.read()
    if sys.argv[1] == "pdf":
        import pypdfium2  # noqa: F401  (its library is loaded before the limits fall)
    limit()
    try:
        answer = READERS[sys.argv[1]](content)
        if len(answer["text"]) > MOST_LETTERS:
            raise Refused("too_long")
    except Refused as refused:
        answer = {"fault": str(refused)}
    except MemoryError:
        answer = {"fault": "too_large"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
