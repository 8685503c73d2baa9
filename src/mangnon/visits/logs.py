"""The files of a log: the one being written, and what rotation made of earlier ones."""

import gzip
import hashlib
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, NamedTuple, cast

_LONGEST = 65_536  # bytes of a line; nginx writes none of that length
PIECE = 1 << 20  # bytes that are read, and counted in one transaction


class Piece(NamedTuple):
    """Whole lines of a file, and the byte after the last of them."""

    lines: list[bytes]
    end: int


class Shape(NamedTuple):
    """What of a file changes when it is written to."""

    inode: int
    size: int
    written_at: int


def files(log: Path) -> list[Path]:
    """Return the log and its rotated files beside it, compressed ones too."""
    beside = (path for path in log.parent.iterdir() if path.name.startswith(log.name))
    return sorted(path for path in beside if path.is_file())


def opened(path: Path) -> AbstractContextManager[IO[bytes]]:
    """Open a file of the log, once: a moment later its name may be another file's."""
    if path.suffix == ".gz":
        return cast(AbstractContextManager[IO[bytes]], gzip.open(path, "rb"))
    return path.open("rb")


def head_of(file: IO[bytes]) -> str | None:
    """Return what a file is known by: the digest of its first line; None before it has one."""
    file.seek(0)
    first = file.readline(_LONGEST)
    return hashlib.sha256(first).hexdigest() if first.endswith(b"\n") else None


def shape_of(file: IO[bytes]) -> Shape:
    """Return the shape of an open file."""
    about = os.fstat(file.fileno())
    return Shape(about.st_ino, about.st_size, about.st_mtime_ns)


def pieces(file: IO[bytes], start: int) -> Iterator[Piece]:
    """Yield whole lines from a byte on; a line that is still being written waits."""
    file.seek(start)
    rest = b""
    while read := file.read(PIECE):
        block = rest + read
        whole = block.rfind(b"\n") + 1
        # As much as a piece without an end is no line of ours: it is passed over.
        end = whole if len(block) - whole < PIECE else len(block)
        rest = block[end:]
        start += end
        if end:
            yield Piece(block[:whole].splitlines(), start)
