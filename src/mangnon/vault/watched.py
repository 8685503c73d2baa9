"""The ring of a running process, read again whenever its key file was replaced."""

import logging
from pathlib import Path
from threading import Lock

from mangnon.vault.errors import KeyRingError
from mangnon.vault.keyring import KeyRing

logger = logging.getLogger(__name__)
_Mark = tuple[int, int, int]


class WatchedRing:
    """Looks at the key file at each use, which costs a few microseconds.

    A file that went away or was spoilt while the process runs does not stop it: the ring in
    hand stays, and the log says why.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._ring: KeyRing | None = None
        self._seen: _Mark | None = None

    def current(self) -> KeyRing:
        """Return the ring as the file holds it now; raises KeyRingError where none was read yet."""
        mark = self._mark()
        ring = self._ring
        if ring is not None and mark == self._seen:
            return ring
        with self._lock:
            return self._reload(mark)

    def _reload(self, mark: _Mark | None) -> KeyRing:
        try:
            self._ring = KeyRing.load(self._path)
        except KeyRingError as error:
            if self._ring is None:
                raise
            logger.error("%s", error)
        self._seen = mark
        return self._ring

    def _mark(self) -> _Mark | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size
