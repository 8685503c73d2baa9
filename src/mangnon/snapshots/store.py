"""The snapshots as files: one for each address, as it is and compressed, for all who serve them.

``pages/`` is what a web server may hand out; ``heads/`` holds the headers of each,
``index.sqlite3`` what each read. A file appears whole and is deleted, never changed.
"""

import gzip
import hashlib
import json
import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mangnon.snapshots import index
from mangnon.snapshots.index import home, opened

_LEVEL = 6
Headers = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Turn:
    """Between two moments at which everything is deleted: code, day and turn of the frame."""

    token: str
    edition: str
    day: str


def pages() -> Path:
    """Return the folder that a web server may hand out."""
    return home() / "pages"


def head_of(path: str) -> Path:
    """Return where the headers of a snapshot are kept."""
    return home() / "heads" / f"{path}.json"


def turn() -> Turn:
    """Return the turn that it is."""
    with opened() as found:
        return Turn(*(index.fact(found, name) for name in ("turn", "edition", "day")))


def keep(path: str, body: bytes, headers: Headers, tags: Iterable[str]) -> None:
    """Keep a snapshot under its path below ``pages/``; first what it reads is noted."""
    with opened() as found:
        index.add(found, path, tags)
    stamp = _stamp(body)
    _write(head_of(path), json.dumps(headers).encode(), stamp)
    target = pages() / path
    _write(target.with_name(f"{target.name}.gz"), gzip.compress(body, _LEVEL, mtime=0), stamp)
    _write(target, body, stamp)


def _stamp(body: bytes) -> int:
    """Return the time that a file bears: drawn from its content, so that an unchanged page has
    the same ETag after it was made again, here and behind a web server that makes it of the
    file's time and length."""
    return int.from_bytes(hashlib.sha256(body).digest()[:4], "big") // 2 + 1


def _write(target: Path, body: bytes, stamp: int) -> None:
    """Write a file whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    making = target.with_name(f".{uuid.uuid4().hex}.new")
    try:
        making.write_bytes(body)
        os.utime(making, (stamp, stamp))
        making.replace(target)
    finally:
        making.unlink(missing_ok=True)


def drop(tags: Iterable[str], *, note: Iterable[str] = ()) -> None:
    """Delete every snapshot that read one of the tags; note which changes this carries out."""
    with opened() as found:
        paths = index.readers(found, tags)
        if paths is None:
            _turn(found, day=index.fact(found, "day"), edition=index.fact(found, "edition"))
        else:
            remove(paths)
            index.forget(found, paths)
        index.mark_done(found, note)


def remove(paths: Iterable[str]) -> None:
    """Delete the files of snapshots."""
    for path in paths:
        target = pages() / path
        target.unlink(missing_ok=True)
        target.with_name(f"{target.name}.gz").unlink(missing_ok=True)
        head_of(path).unlink(missing_ok=True)


def begin(*, day: str, edition: str) -> None:
    """Delete everything where the day or the program is another than that of the snapshots."""
    with opened() as found:
        if (index.fact(found, "day"), index.fact(found, "edition")) != (day, edition):
            _turn(found, day=day, edition=edition)


def _turn(found: sqlite3.Connection, *, day: str, edition: str) -> None:
    """Put all snapshots away at once, then delete them."""
    trash = home() / f"trash-{uuid.uuid4().hex}"
    trash.mkdir()
    for folder in ("pages", "heads"):
        if (home() / folder).exists():
            (home() / folder).rename(trash / folder)
        (home() / folder).mkdir()
    found.execute("DELETE FROM reads")
    for name, value in (("turn", uuid.uuid4().hex), ("day", day), ("edition", edition)):
        index.note(found, name, value)
    shutil.rmtree(trash, ignore_errors=True)
