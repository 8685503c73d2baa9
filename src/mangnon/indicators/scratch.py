"""Folders for what is put on disk for a moment: spilled memory, columns on their way.

They hold facts of children, so they lie under the data folder, for its owner alone, and go with
the process: when it leaves, and where it could not leave in order, when the next one begins. A
lock that ends with the process tells which folders are nobody's.
"""

import atexit
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

_LOCK = "owner.lock"
_held: dict[Path, tuple[int, int]] = {}  # folder: the process that made it, its open lock


def claim(purpose: str, root: Path | None = None) -> Path:
    """Make a folder that goes with this process, ``root`` being the installation's own.

    Removes what dead processes left there under the same purpose.
    """
    root = Path(settings.DATA_DIR) / "scratch" if root is None else root
    root.mkdir(mode=0o700, exist_ok=True)
    sweep(purpose, root)
    # Locked before it bears its name: whoever sweeps meanwhile does not see it.
    made = Path(tempfile.mkdtemp(prefix=f".{purpose}-", dir=root))
    lock = os.open(made / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    folder = made.rename(root / made.name.removeprefix("."))
    _held[folder] = (os.getpid(), lock)
    return folder


def release(folder: Path) -> None:
    """Remove a folder of this process before its end."""
    maker, lock = _held.pop(folder)
    if maker == os.getpid():  # a forked process knows its parent's folders, they are not its own
        _remove(folder)
    os.close(lock)


def sweep(purpose: str, root: Path) -> None:
    """Remove folders of a purpose whose processes are gone."""
    for folder in root.glob(f"{purpose}-*"):
        if folder not in _held and folder.stat().st_uid == os.geteuid() and _is_left(folder):
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder, its lock last: cut short, it is still seen to be nobody's."""
    for inside in folder.glob("*"):  # none where it is gone already
        if inside.is_dir():
            shutil.rmtree(inside, ignore_errors=True)
        elif inside.name != _LOCK:
            inside.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether nobody holds its lock; a folder without one is not of our making."""
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


@atexit.register
def _leave() -> None:
    for folder in list(_held):
        release(folder)
