"""The process that opens files from outside: each in a fork of its own that has little memory,
little time and no way out, and that is gone when it has answered.

It reads ``docx 1234`` and as many bytes, and answers a line with a length and so many bytes of
JSON: ``{"text": …, "pages": n, "pictures": n}`` or ``{"fault": word}``; then the next.
"""

import contextlib
import ctypes
import json
import os
import resource
import select
import signal
import sys
import time
from typing import Any

MEMORY = 768 * 1024 * 1024
CPU = 20  # seconds
SECONDS = 30  # by the clock
MOST_LETTERS = 8_000_000
MOST_ANSWER = 64 * 1024 * 1024
_DUMPABLE = 4  # PR_SET_DUMPABLE: neither traced nor seen under /proc by another of its user
_CLOSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "shutil.")


class Refused(Exception):
    """The file is not one that can be read; the argument is the fault's word."""


def limit() -> None:
    """Give up memory, time, writing of files, the network and other programs for good."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_CLOSED):
        raise PermissionError(event)


def read(kind: str, content: bytes) -> dict[str, Any]:
    """Read a file in this process; whatever is wrong with it is a fault's word."""
    try:
        answer = _reader(kind)(content)
        if len(answer["text"]) > MOST_LETTERS:
            raise Refused("too_long")
    except Refused as refused:
        return {"fault": str(refused)}
    except MemoryError:
        return {"fault": "too_large"}
    return answer


def _reader(kind: str) -> Any:
    """Load what reads a kind: with its libraries, before the limits fall."""
    if kind == "pdf":
        from mangnon.legislation.reading.pdf import read_pdf

        return read_pdf
    from mangnon.legislation.reading.docx import read_docx

    return read_docx


def apart(kind: str, content: bytes) -> bytes:
    """Read a file in a fork that is limited; one that dies or dawdles is a fault."""
    _reader(kind)
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        for way in (0, 1):  # whom it would answer is not for it to reach
            os.dup2(os.open(os.devnull, os.O_RDWR), way)
        limit()
        with os.fdopen(theirs, "wb") as out:
            out.write(json.dumps(read(kind, content)).encode())
        os._exit(0)
    os.close(theirs)
    answer = _heard(ours)
    os.close(ours)
    ended = None if answer is None else _ended(child)
    if ended is None:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if answer is None or ended is None or os.WIFSIGNALED(ended):
        return b'{"fault": "too_large"}'
    return answer if ended == 0 else b'{"fault": "broken"}'


def _ended(child: int) -> int | None:
    """Return how a fork that has answered ended; None where it does not end in a second."""
    until = time.monotonic() + 1
    while time.monotonic() < until:
        gone, ended = os.waitpid(child, os.WNOHANG)
        if gone:
            return ended
        time.sleep(0.001)
    return None


def _heard(pipe: int) -> bytes | None:
    """Return all that comes through a pipe; None where it is too much or takes too long."""
    until, heard = time.monotonic() + SECONDS, bytearray()
    while len(heard) <= MOST_ANSWER:
        if not select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
            return None
        more = os.read(pipe, 1 << 20)
        if not more:
            return bytes(heard)
        heard += more
    return None


def _hide() -> None:
    """Keep what this process holds open from its forks, where the system can (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)


def main() -> None:
    """Answer until nothing more is asked."""
    _hide()
    asked, answering = sys.stdin.buffer, sys.stdout.buffer
    while line := asked.readline():
        kind, size = line.split()
        answer = apart(kind.decode(), asked.read(int(size)))
        answering.write(b"%d\n" % len(answer) + answer)
        answering.flush()


if __name__ == "__main__":
    sys.modules["mangnon.legislation.reading.child"] = sys.modules["__main__"]
    main()
