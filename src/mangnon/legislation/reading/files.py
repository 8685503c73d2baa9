"""Reading a file from outside: its text, or a sentence and nothing of it."""

import json
import subprocess
import sys
from dataclasses import dataclass

from mangnon.legislation.errors import UnreadableFile
from mangnon.text.folding import nfc
from mangnon.text.legacy import convert, detect

SECONDS = 30
MOST_BYTES = 40 * 1024 * 1024
_MOST_ANSWER = 64 * 1024 * 1024
_BEGINS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says; ``pictures`` of its ``pages`` hold no letters; ``encoding`` it came in."""

    words: str
    pages: int = 0
    pictures: int = 0
    encoding: str = ""


def read_file(name: str, content: bytes) -> Text:
    """Return the text of a Word file, a PDF or a plain text; raises UnreadableFile."""
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
    answer = _asked(name, kind, content)
    if answer.get("pages") and answer["pages"] == answer["pictures"]:
        raise UnreadableFile(name, "pictures", int(answer["pages"]))
    return _told(answer["text"], int(answer["pages"]), int(answer["pictures"]))


def pasted(words: str) -> Text:
    """Return a text that somebody pasted, in Unicode."""
    return _told(words)


def _told(words: str, pages: int = 0, pictures: int = 0) -> Text:
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return Text(nfc(convert(words)), pages, pictures, detect(words) or "")


def _asked(name: str, kind: str, content: bytes) -> dict[str, str]:
    """Ask the limited process; whatever goes wrong there is one sentence here."""
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "mangnon.legislation.reading.child", kind],
            input=content, capture_output=True, timeout=SECONDS, check=False, env=_plain_env(),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise UnreadableFile(name, "too_large") from None
    if done.returncode != 0 or len(done.stdout) > _MOST_ANSWER:
        raise UnreadableFile(name, "too_large" if done.returncode < 0 else "broken")
    answer: dict[str, str] = json.loads(done.stdout)
    if "fault" in answer:
        raise UnreadableFile(name, answer["fault"])
    return answer


def _plain_env() -> dict[str, str]:
    """Give it no secret: only where its modules are."""
    return {"PYTHONPATH": ":".join(one for one in sys.path if one), "LANG": "C.UTF-8"}
