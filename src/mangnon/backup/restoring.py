"""Bringing a copy back: read whole first, staged, checked, and only then put in place."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError, connection, transaction

from mangnon.access.doors import operator_warrant
from mangnon.audit.actions import record
from mangnon.audit.keys import ring
from mangnon.audit.models import Entry
from mangnon.audit.verifying import verify
from mangnon.audit.warrants import Warrant
from mangnon.backup import files, on_postgresql, on_sqlite
from mangnon.backup.errors import (
    cannot,
    filled,
    keys_missing,
    no_erasure_list,
    not_migrated,
    not_ours,
    not_the_same,
    other_database,
    other_program,
)
from mangnon.backup.locking import Unlocking
from mangnon.backup.manifest import (
    Manifest,
    applied,
    differences,
    of_the_database,
    of_the_program,
    read_manifest,
    replaced,
)
from mangnon.backup.members import members
from mangnon.backup.taking import DATABASE, MANIFEST
from mangnon.retention import listed
from mangnon.retention.actions import erase_again


def restore(
    path: Path, passphrase: str, *, by: str, over: bool = False, without_list: bool = False
) -> tuple[Manifest, int]:
    """Bring a copy back into this installation, named person's word; return what it said of itself.

    The second number: how many children were erased again. Everything is checked where nobody
    reads it yet: rows of every table, the figures, the trail. Raises BackupRefused with a
    sentence; then this installation is as it was.
    """
    told = _read_whole(path, passphrase)
    _fits(told)
    if not over and (entries := _entries()):
        raise filled(entries)
    if not without_list and not listed.is_there():
        raise no_erasure_list(listed.path())
    files.begin()
    try:
        with _all_or_nothing():
            bring = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
            erased = bring(path, passphrase, told, by)
    except OSError as error:
        raise cannot(path, error) from None
    files.tidy()
    return told, erased


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """Put the folders back as they were, should anything go wrong until the end."""
    try:
        yield
    except BaseException:
        files.put_back()
        raise
    finally:
        files.unstage()


@contextmanager
def _opened(path: Path, passphrase: str) -> Iterator[Unlocking]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise cannot(path, error) from None
    with file:
        yield Unlocking(path, file, passphrase)


def _read_whole(path: Path, passphrase: str) -> Manifest:
    """Open every byte before anything is written: what was cut or altered ends here."""
    told = None
    with _opened(path, passphrase) as source:
        for name, pieces in members(source):
            if name == MANIFEST:
                told = read_manifest(b"".join(pieces))
    if told is None:
        raise not_ours(path)
    return told


def _fits(told: Manifest) -> None:
    """Refuse a copy of another kind of database, of another version, or without its keys."""
    if told.vendor != connection.vendor:
        raise other_database(told.vendor, connection.vendor)
    known = set(of_the_program())
    if other := (set(told.migrations) - known - replaced()) | (known - set(told.migrations)):
        raise other_program(len(other))
    if missing := sorted(set(told.keys) - ring().key_ids):
        raise keys_missing(missing)


def _entries() -> int:
    """Count the trail of what is here; a database without tables has none."""
    try:
        with transaction.atomic():
            return Entry.objects.count()
    except DatabaseError:
        return 0


def _on_sqlite(path: Path, passphrase: str, told: Manifest, by: str) -> int:
    try:
        with _opened(path, passphrase) as source:
            for name, pieces in members(source):
                if name == DATABASE:
                    on_sqlite.stage(pieces)
                elif name != MANIFEST:
                    files.stage(name, pieces)
        with on_sqlite.looking_at(on_sqlite.staged()), files.looking_at_staged():
            _is_the_same(told)
            erased = _afterwards(told, by)
        connection.close()
        files.swap()
        on_sqlite.swap()
    finally:
        on_sqlite.remove(on_sqlite.staged())
    return erased


def _on_postgresql(path: Path, passphrase: str, told: Manifest, by: str) -> int:
    if not (here := set(applied())):
        raise not_migrated()
    if here != set(told.migrations):
        raise other_program(len(here ^ set(told.migrations)))
    with transaction.atomic(), _opened(path, passphrase) as source:
        on_postgresql.empty()
        for name, pieces in members(source):
            if name.startswith("files/"):
                files.stage(name, pieces)
            elif name != MANIFEST:
                on_postgresql.bring_back(name, pieces)
        on_postgresql.stand()
        _is_the_same(told)
        erased = _afterwards(told, by)
        files.swap()
    return erased


def _is_the_same(told: Manifest) -> None:
    """Compare every table and figure with what the copy says, and walk the trail."""
    for what in differences(told, of_the_database()):
        raise not_the_same(what)
    walk = verify()
    if walk.fault is not None:
        raise not_the_same(str(walk.fault.sentence))


def _afterwards(told: Manifest, by: str) -> int:
    """Erase again who was erased since, and note who brought the copy back."""
    warrant = _warrant_of(by)
    with transaction.atomic():
        erased = erase_again(warrant=warrant)
        data = {"made_at": told.made_at, "erased_again": erased}
        record(warrant, "backup.restore", data=data)
    return erased


def _warrant_of(by: str) -> Warrant:
    """Return leave for whom the trail of the copy may not know yet."""
    return operator_warrant(by, "mangnon restore")
