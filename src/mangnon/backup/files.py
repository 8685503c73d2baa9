"""The folders that are copied with the database, because nothing can make them again."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from mangnon.backup.errors import BackupRefused, cut_short
from mangnon.backup.members import PIECE
from mangnon.text.sentence import Sentence

STAGE, BEFORE = ".restoring", ".before-restore"


def folders() -> dict[str, Path]:
    """Return each folder by the name it has in a copy."""
    return {"attachments": Path(settings.ATTACHMENTS_ROOT), "media": Path(settings.MEDIA_ROOT)}


def every_file() -> Iterator[tuple[str, Path]]:
    """Yield the files of all folders, named as in a copy."""
    for name, root in folders().items():
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.is_symlink() and path.suffix != ".new":
                yield f"files/{name}/{path.relative_to(root).as_posix()}", path


def pieces_of(path: Path) -> Iterator[bytes]:
    """Read a file; one that was taken away meanwhile is empty."""
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except FileNotFoundError:
        return


def stage(name: str, pieces: Iterable[bytes]) -> None:
    """Write a file of a copy beside the folder where it will lie."""
    _, folder, below = name.split("/", 2)
    root = folders().get(folder)
    if root is None or ".." in Path(below).parts or Path(below).is_absolute():
        raise BackupRefused(
            Sentence(
                vi=f"Bản sao lưu có tệp lạ «{name}». Không khôi phục gì.",
                en=f"The backup holds a strange file “{name}”. Nothing was restored.",
            )
        )
    write(_beside(root, STAGE) / below, pieces)


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that its owner alone reads, flushed to the disk."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def begin() -> None:
    """Clear what an earlier restore staged; raises BackupRefused where one was cut short."""
    for root in folders().values():
        if _beside(root, BEFORE).exists():
            raise cut_short(_beside(root, BEFORE), root)
    unstage()


@contextmanager
def looking_at_staged() -> Iterator[None]:
    """Have what is erased again taken out of the staged attachments, not of those in use."""
    usual = settings.ATTACHMENTS_ROOT
    settings.ATTACHMENTS_ROOT = _beside(Path(usual), STAGE)
    try:
        yield
    finally:
        settings.ATTACHMENTS_ROOT = usual


def swap() -> None:
    """Put the staged folders in place; what lay there waits aside for ``put_back`` or ``tidy``."""
    for root in folders().values():
        staged, before = _beside(root, STAGE), _beside(root, BEFORE)
        for folder in (root, staged):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        root.rename(before)
        staged.rename(root)


def put_back() -> None:
    """Put what ``swap`` laid aside back in its place, as far as it went."""
    for root in folders().values():
        staged, before = _beside(root, STAGE), _beside(root, BEFORE)
        if before.exists():
            if root.exists():
                root.rename(staged)
            before.rename(root)


def unstage() -> None:
    """Remove what was staged."""
    for root in folders().values():
        shutil.rmtree(_beside(root, STAGE), ignore_errors=True)


def tidy() -> None:
    """Remove what lay there before, and the pages drawn of it: the restore is through."""
    for root in folders().values():
        shutil.rmtree(_beside(root, BEFORE), ignore_errors=True)
    shutil.rmtree(Path(settings.SNAPSHOTS_DIR) / "pages", ignore_errors=True)


def _beside(root: Path, mark: str) -> Path:
    return root.with_name(root.name + mark)
