"""Reading a file from outside: its text, or a sentence and nothing of it."""

import json
import subprocess
import sys
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Self

import mangnon
from mangnon.legislation.errors import UnreadableFile
from mangnon.text.folding import nfc
from mangnon.text.legacy import convert, detect

SECONDS = 45  # more than a file is given where it is read
MOST_BYTES = 40 * 1024 * 1024
_CHILD = Path(__file__).with_name("child.py")  # run by itself: half the time to begin
_BEGINS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says; ``pictures`` of its ``pages`` hold no letters; ``encoding`` it came in."""

    words: str
    pages: int = 0
    pictures: int = 0
    encoding: str = ""


def read_file(name: str, content: bytes, reading: "Reading | None" = None) -> Text:
    """Return the text of a Word file, a PDF or a plain text; raises UnreadableFile.

    Whoever reads many gives the process that reads them.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFile(name, "too_large")
    kind = name.rpartition(".")[2].lower()
    if kind == "txt":
        try:
            return pasted(content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise UnreadableFile(name, "broken") from None
    if kind not in _BEGINS:
        raise UnreadableFile(name, "kind")
    if not content.lstrip()[:8].startswith(_BEGINS[kind]):
        raise UnreadableFile(name, "broken")
    with nullcontext(reading) if reading else Reading() as asked:
        answer = asked.ask(name, kind, content)
    if answer.get("pages") and answer["pages"] == answer["pictures"]:
        raise UnreadableFile(name, "pictures", int(answer["pages"]))
    return _told(answer["text"], int(answer["pages"]), int(answer["pictures"]))


def pasted(words: str) -> Text:
    """Return a text that somebody pasted, in Unicode."""
    return _told(words)


def _told(words: str, pages: int = 0, pictures: int = 0) -> Text:
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return Text(nfc(convert(words)), pages, pictures, detect(words) or "")


class Reading:
    """The limited process, as long as there are files to read; one asks it at a time."""

    def __init__(self) -> None:
        self._process = _begun()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._process)

    def ask(self, name: str, kind: str, content: bytes) -> dict[str, str]:
        """Return what a file says; raises UnreadableFile, whatever goes wrong there."""
        if self._process.poll() is not None:  # it went between two files: no file is at fault
            self._process = _begun()
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None and answers is not None
        clock = Timer(SECONDS, self._process.kill)  # it keeps time itself; this is for when not
        clock.start()
        try:
            asked.write(b"%s %d\n" % (kind.encode(), len(content)) + content)
            asked.flush()
            answer: dict[str, str] = json.loads(answers.read(int(answers.readline())))
        except (OSError, ValueError):  # it is gone: the next file is another one's
            _end(self._process)
            self._process = _begun()
            raise UnreadableFile(name, "broken") from None
        finally:
            clock.cancel()
        if "fault" in answer:
            raise UnreadableFile(name, answer["fault"])
        return answer


def _begun() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-S", str(_CHILD)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=_plain_env(),
    )  # fmt: skip


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(BrokenPipeError), process:  # leaving it closes its pipes and waits for it
        pass


def _plain_env() -> dict[str, str]:
    """Give it no secret: only where its modules are."""
    paths = [str(Path(mangnon.__file__).parents[1]), *(one for one in sys.path if one)]
    return {"PYTHONPATH": ":".join(paths), "LANG": "C.UTF-8"}
