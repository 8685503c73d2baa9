"""The files beside a spreadsheet: in a folder, or in a zip that is looked into without trust."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path, PurePosixPath
from queue import SimpleQueue

from mangnon.attachments import errors
from mangnon.attachments.judging import MOST_BYTES, packed_plainly
from mangnon.legislation.actions.originals import Looked, looked_into
from mangnon.legislation.reading.files import Reading
from mangnon.text.folding import nfc
from mangnon.text.sentence import DomainError

MOST_FILES, MOST_SWOLLEN = 20_000, 2 * 1024**3
_BREAKS = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_AT_ONCE = min(4, (os.cpu_count() or 1) + 1)
Content = Callable[[], bytes]


class Beside:
    """Files by their last name, however it is composed and capitalised."""

    def __init__(self, files: Mapping[str, Content] | None = None) -> None:
        self._files = {_plain(name): read for name, read in (files or {}).items()}

    @classmethod
    def folder(cls, place: Path) -> "Beside":
        """Return what lies in a folder and below; a link out of it is not followed."""
        found = {
            name: (Path(top) / name).read_bytes
            for top, _folders, names in os.walk(place)
            for name in names
            if not (Path(top) / name).is_symlink()
        }
        return cls(found)

    @classmethod
    def packed(cls, content: bytes) -> "Beside":
        """Return what lies in a zip; raises WrongFile where it swells or is none."""
        try:
            archive = zipfile.ZipFile(BytesIO(content))
            parts = [one for one in archive.infolist() if not one.is_dir()]
        except _BREAKS:
            raise errors.damaged("zip") from None
        swollen = sum(one.file_size for one in parts) > MOST_SWOLLEN
        if len(parts) > MOST_FILES or swollen or not packed_plainly(parts):
            raise errors.dangerous("zip")
        return cls({
            PurePosixPath(part.filename).name: _unpacking(archive, part) for part in parts
        })  # fmt: skip

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._files

    def read(self, name: str) -> bytes:
        """Return a file; raises WrongFile where it does not open or is too large."""
        try:
            content = self._files[_plain(name)]()
        except _BREAKS:
            raise errors.damaged(name) from None
        if len(content) > MOST_BYTES:
            raise errors.too_large(name, MOST_BYTES // 1024**2)
        return content


def digest_of(content: bytes) -> str:
    """Return by what a file is known again."""
    return hashlib.sha256(content).hexdigest()


def looked_into_all(
    names: Iterable[str], beside: Beside, known: Callable[[str, bytes], bool]
) -> dict[str, Looked | DomainError | None]:
    """Look into files, several at a time; None for one that is ``known`` and needs no reading."""

    def look(name: str) -> Looked | DomainError | None:
        reading = idle.get()
        try:
            content = beside.read(name)
            return None if known(name, content) else looked_into(name, content, reading)
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
