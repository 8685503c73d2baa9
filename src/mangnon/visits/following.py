"""Following nginx's log: every line is counted once, whatever is rotated, restarted or killed.

How far a file was read is kept in the same transaction as what was counted in it. A file is known
by its first line (``logs.py``), so it may be renamed, compressed or copied between two looks. All
files of the log are looked at each time: nginx still writes to the old one for a moment after
it was renamed.
"""

import gzip
import logging
import zlib
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from typing import IO

from django.db import DatabaseError, connection

from mangnon import clock
from mangnon.text.sentence import Sentence
from mangnon.visits import logs, store
from mangnon.visits.errors import NotFollowed
from mangnon.visits.nginx import Unreadable, view_of

EVERY = 5.0  # seconds between two looks
_KEPT = timedelta(days=60)  # for which a file that is gone is still known
# A file that is just being compressed, or gone meanwhile: the next look finds what became of it.
_LATER = (FileNotFoundError, EOFError, zlib.error, gzip.BadGzipFile)
_log = logging.getLogger(__name__)


class Follower:
    """One log; remembers which of its files are as they were when they were last read."""

    def __init__(self, log: Path) -> None:
        self._log = log.absolute()
        self._seen: dict[tuple[Path, str], logs.Shape] = {}
        self._heads: set[str] = set()
        if not self._log.is_file():
            raise NotFollowed(
                Sentence(
                    f"Không có tệp {self._log}. Hãy ghi sau --log tệp mà nginx đang ghi.",
                    f"There is no file {self._log}. Write after --log the file that nginx writes.",
                )
            )

    def look(self) -> int:
        """Count what is new in every file of the log; return how many views there were."""
        views, heads = 0, set[str]()
        for path in logs.files(self._log):
            try:
                with logs.opened(path) as file:
                    head = logs.head_of(file)
                    if head is not None:
                        heads.add(head)
                        views += self._read(file, head, path)
            except PermissionError:
                raise NotFollowed(_closed(path)) from None
            except _LATER as error:
                _log.info("%s: %s", path, error)
        if heads - self._heads:  # at the start, and when a new file was begun
            store.forget_files(str(self._log), still_there=heads, before=clock.today() - _KEPT)
        self._heads = heads
        return views

    def _read(self, file: IO[bytes], head: str, path: Path) -> int:
        """Count what is new in a file; return the views."""
        shape = logs.shape_of(file)
        if self._seen.get((path, head)) == shape:
            return 0
        views = 0
        known = store.begin_file(str(self._log), head)
        for piece in logs.pieces(file, known.read_to):
            counts = _counted(piece.lines, path)
            if not store.keep(known, piece.end, counts):
                return views  # somebody else is ahead; what he leaves is read at the next look
            views += counts.total()
        self._seen[path, head] = shape
        return views


def _counted(lines: Iterable[bytes], path: Path) -> Counter[tuple[date, str]]:
    """Count the views in lines; say how many are not in our format."""
    counts: Counter[tuple[date, str]] = Counter()
    strange = 0
    for line in lines:
        try:
            view = view_of(line)
        except Unreadable:
            strange += 1
        else:
            counts.update([view] if view else [])
    if strange:
        _log.warning(
            "%s: %s dòng không theo mẫu của mangnon visits nginx, không đếm được / lines that are "
            "not in the format of mangnon visits nginx and were not counted",
            *(path, strange),
        )
    return counts


def _closed(path: Path) -> Sentence:
    return Sentence(
        f"Không được đọc {path}. Hãy cho tài khoản chạy lệnh này đọc tệp (ví dụ: nhóm adm).",
        f"{path} may not be read. Let the account that runs this read it (for example, group adm).",
    )


def keep_following(follower: Follower, stop: Event, every: float = EVERY) -> None:
    """Look every so many seconds, until told to stop; a database that is away is asked again."""
    while True:
        try:
            follower.look()
        except DatabaseError as error:
            _log.warning("Chưa ghi được lượt xem / The views could not be written: %s", error)
            connection.close()
        if stop.wait(every):
            return
