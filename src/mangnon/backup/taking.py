"""Making a copy: one moment of the database, then the files, locked as they are read."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from mangnon.audit.actions import record
from mangnon.audit.sealing import seal_waiting
from mangnon.audit.warrants import Warrant
from mangnon.backup import files, on_postgresql, on_sqlite
from mangnon.backup.errors import cannot, there_already
from mangnon.backup.locking import Locking
from mangnon.backup.manifest import Manifest, of_the_database
from mangnon.backup.members import finish, put

DATABASE, MANIFEST = "database", "manifest"
Progress = Callable[[str], object]


def make_backup(path: Path, passphrase: str, *, warrant: Warrant) -> Manifest:
    """Copy the whole installation into one locked file; the trail says so, in the copy too.

    The file is there when it is whole. Raises BackupRefused; then there is none.
    """
    warrant.demand("backup.make")
    if path.exists():
        raise there_already(path)
    with transaction.atomic():
        record(warrant, "backup.make")
    seal_waiting()
    beside = path.with_name(path.name + ".new")
    try:
        with _locked(beside, passphrase) as target:
            made = _on_sqlite(target) if connection.vendor == "sqlite" else _on_postgresql(target)
        beside.replace(path)
    except OSError as error:
        raise cannot(path, error) from None
    finally:
        beside.unlink(missing_ok=True)
    return made


@contextmanager
def _locked(path: Path, passphrase: str) -> Iterator[Locking]:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        target = Locking(file, passphrase)
        yield target
        finish(target)
        file.flush()
        os.fsync(file.fileno())


def _on_sqlite(target: Locking) -> Manifest:
    with on_sqlite.copied() as copy:
        put(target, DATABASE, files.pieces_of(copy))
        kept = _files(target)
        with on_sqlite.looking_at(copy):
            return _told(target, kept)


def _on_postgresql(target: Locking) -> Manifest:
    with on_postgresql.one_moment():
        for name, pieces in on_postgresql.every_table():
            put(target, name, pieces)
        return _told(target, _files(target))


def _files(target: Locking) -> int:
    """Copy the files after the database: whatever a row names lay there before the row."""
    count = 0
    for name, path in files.every_file():
        put(target, name, files.pieces_of(path))
        count += 1
    return count


def _told(target: Locking, kept: int) -> Manifest:
    made = of_the_database(kept)
    put(target, MANIFEST, [made.written])
    return made
