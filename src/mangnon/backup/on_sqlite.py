"""SQLite's whole database: copied while it is written to, brought back as one file."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import connection

from mangnon.backup import files
from mangnon.backup.errors import in_use

_PAGES = 2000  # copied at once; writers come between


def database() -> Path:
    """Return the file of the database."""
    return Path(str(connection.settings_dict["NAME"]))


@contextmanager
def copied() -> Iterator[Path]:
    """Copy the database as it stands into a file beside it, which goes with the block."""
    beside = database().with_name(database().name + ".copying")
    beside.unlink(missing_ok=True)
    files.write(beside, [])
    try:
        source, target = sqlite3.connect(database()), sqlite3.connect(beside)
        try:
            source.backup(target, pages=_PAGES)
            target.execute("PRAGMA journal_mode=DELETE")
        finally:
            target.close()
            source.close()
        yield beside
    finally:
        remove(beside)


@contextmanager
def looking_at(path: Path) -> Iterator[None]:
    """Have this process work on another file for a while."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def staged() -> Path:
    """Return where a database that is brought back waits until it has been checked."""
    return database().with_name(database().name + files.STAGE)


def stage(pieces: Iterable[bytes]) -> None:
    """Write the database of a copy beside the one that is there."""
    remove(staged())
    files.write(staged(), pieces)


def swap() -> None:
    """Put the staged database in place of the one that is there, whole."""
    settle(staged())
    if database().exists():
        _settle_what_is_there()
    for suffix in ("-wal", "-shm"):
        database().with_name(database().name + suffix).unlink(missing_ok=True)
    staged().replace(database())


def settle(path: Path) -> None:
    """Bring into the file itself what was written beside it; raises BackupRefused while in use."""
    opened = sqlite3.connect(path)
    try:
        busy, *_ = opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        busy = True
    finally:
        opened.close()
    if busy:
        raise in_use(path)


def _settle_what_is_there() -> None:
    """Leave the old file whole, should this be cut short; a spoilt one has nothing to lose."""
    with suppress(sqlite3.DatabaseError):
        settle(database())


def remove(path: Path) -> None:
    """Remove a database with what lies beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
