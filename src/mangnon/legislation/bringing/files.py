"""The files beside a spreadsheet: in a folder, or in a zip that is looked into without trust."""

import os
import zipfile
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from queue import SimpleQueue
from typing import NamedTuple

from mangnon.attachments import errors
from mangnon.attachments.judging import MOST_BYTES, packed_plainly
from mangnon.legislation.actions.originals import Looked, digest_of, looked_into
from mangnon.legislation.reading.files import Reading, Text
from mangnon.text.folding import nfc
from mangnon.text.sentence import DomainError

MOST_FILES, MOST_SWOLLEN = 20_000, 2 * 1024**3
_BREAKS = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError,
    ValueError,
)  # fmt: skip
_AT_ONCE = min(4, (os.cpu_count() or 1) + 1)
Content = Callable[[], bytes]


class Beside:
    """Files by their last name, however it is composed and capitalised."""

    def __init__(self, files: Iterable[tuple[str, Content]] = ()) -> None:
        self._files: dict[str, list[tuple[str, Content]]] = {}
        for path, read in files:
            self._files.setdefault(_plain(PurePosixPath(path).name), []).append((path, read))

    @classmethod
    def folder(cls, place: Path) -> "Beside":
        """Return what lies in a folder and below; a link out of it is not followed."""
        return cls(
            (one.relative_to(place).as_posix(), one.read_bytes)
            for top, _folders, names in os.walk(place)
            for name in names
            if not (one := Path(top) / name).is_symlink()
        )

    @classmethod
    def packed(cls, content: bytes | Path) -> "Beside":
        """Return what lies in a zip; raises WrongFile where it swells or is none."""
        try:
            archive = zipfile.ZipFile(BytesIO(content) if isinstance(content, bytes) else content)
            parts = [one for one in archive.infolist() if not one.is_dir()]
        except _BREAKS:
            raise errors.damaged("zip") from None
        swollen = sum(one.file_size for one in parts) > MOST_SWOLLEN
        if len(parts) > MOST_FILES or swollen or not packed_plainly(parts):
            raise errors.dangerous("zip")
        return cls((part.filename, _unpacking(archive, part)) for part in parts)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._files

    def namesakes(self, name: str) -> list[str]:
        """Return the paths of files of one name, where there are several."""
        found = self._files.get(_plain(name), [])
        return [path for path, _read in found] if len(found) > 1 else []

    def read(self, name: str) -> bytes:
        """Return a file; raises WrongFile where it does not open or is too large."""
        try:
            content = self._files[_plain(name)][0][1]()
        except _BREAKS:
            raise errors.damaged(name) from None
        if len(content) > MOST_BYTES:
            raise errors.too_large(name, MOST_BYTES // 1024**2)
        return content


class Seen(NamedTuple):
    """What is held of a file until it is written: not its content, and its words packed small."""

    looked: Looked
    packed: bytes

    @classmethod
    def of(cls, looked: Looked) -> "Seen":
        """Pack the words of a file that was looked into."""
        if looked.text is None:
            return cls(looked, b"")
        words = zlib.compress(looked.text.words.encode(), 1)
        return cls(looked._replace(text=replace(looked.text, words="")), words)

    @property
    def text(self) -> Text | None:
        """Return its text; None for a scan."""
        text = self.looked.text
        return text and replace(text, words=zlib.decompress(self.packed).decode())


def looked_into_all(
    names: Iterable[str], beside: Beside, known: Callable[[str, str], bool]
) -> dict[str, Seen | DomainError | None]:
    """Look into files, several at a time; None for one that is ``known`` by name and digest.

    No content is held longer than it is looked into: whoever writes it reads it again.
    """

    def look(name: str) -> Seen | DomainError | None:
        reading = idle.get()
        try:
            content = beside.read(name)
            if known(name, digest_of(content)):
                return None
            return Seen.of(looked_into(name, content, reading))
        except DomainError as error:
            return error
        finally:
            idle.put(reading)

    listed, idle = list(names), SimpleQueue[Reading]()
    with ExitStack() as ended, ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        for _ in range(min(_AT_ONCE, len(listed))):
            idle.put(ended.enter_context(Reading()))
        return dict(zip(listed, pool.map(look, listed), strict=True))


def _unpacking(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Content:
    def read() -> bytes:
        if part.file_size > MOST_BYTES:
            raise errors.too_large(part.filename, MOST_BYTES // 1024**2)
        with archive.open(part) as file:
            return file.read(MOST_BYTES + 1)

    return read


def _plain(name: str) -> str:
    return nfc(name).casefold().strip()
