"""Which snapshot read what: a small SQLite file beside the snapshots, shared by all processes.

It lives with the files, not in the database: a process that only reads the database may keep
snapshots all the same, and each host knows its own.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from mangnon.snapshots.tags import FRAME

_TABLES = """
    CREATE TABLE IF NOT EXISTS reads (
        tag TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (tag, path)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS reads_of_path ON reads (path);
    CREATE TABLE IF NOT EXISTS done (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
    CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_REMEMBERED = 5000  # changes carried out
_WAIT = 10  # seconds for another process


def home() -> Path:
    """Return the folder of the snapshots."""
    return Path(settings.SNAPSHOTS_DIR)


@contextmanager
def opened() -> Iterator[sqlite3.Connection]:
    """Open the index in a transaction that nobody else writes in."""
    folder = home()
    folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(folder / "index.sqlite3", timeout=_WAIT, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=OFF")  # what a crash takes is made again
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'reads'").fetchone():
            for statement in _TABLES.split(";")[:-1]:
                connection.execute(statement)
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()


def fact(index: sqlite3.Connection, name: str) -> str:
    """Return what is noted under a name; empty where nothing is."""
    found = index.execute("SELECT value FROM facts WHERE name = ?", [name]).fetchone()
    return str(found[0]) if found else ""


def note(index: sqlite3.Connection, name: str, value: str) -> None:
    """Note a fact."""
    index.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", [name, value])


def add(index: sqlite3.Connection, path: str, tags: Iterable[str]) -> None:
    """Note what the snapshot of a path reads."""
    index.executemany("INSERT OR IGNORE INTO reads VALUES (?, ?)", [(tag, path) for tag in tags])


def forget(index: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Forget what these snapshots read."""
    index.executemany("DELETE FROM reads WHERE path = ?", [(path,) for path in paths])


def readers(index: sqlite3.Connection, tags: Iterable[str]) -> list[str] | None:
    """Return the paths whose snapshots read what changed; None means every one."""
    found: set[str] = set()
    for tag in tags:
        if tag == FRAME:
            return None
        rows = index.execute("SELECT path FROM reads WHERE tag = ?", [tag]).fetchall()
        if ":" not in tag:  # a whole table: its rows and its lists
            span = [f"{tag}:", f"{tag};"]  # the next sign after a colon
            rows += index.execute("SELECT path FROM reads WHERE tag >= ? AND tag < ?", span)
        found.update(path for (path,) in rows)
    return sorted(found)


def undone(index: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    """Return the changes that were not carried out here."""
    asked = set(keys)
    marks = ",".join("?" * len(asked))
    done = index.execute(f"SELECT key FROM done WHERE key IN ({marks})", sorted(asked))
    return asked - {key for (key,) in done}


def mark_done(index: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Note that changes were carried out here."""
    index.executemany("INSERT OR IGNORE INTO done (key) VALUES (?)", [(key,) for key in keys])
    index.execute(
        "DELETE FROM done WHERE number <= (SELECT MAX(number) FROM done) - ?", [_REMEMBERED]
    )
