"""A database with every table, made once for each shape of the tables and copied for each run.

Some two hundred migrations take half a minute; a copy takes none. What is made is kept beside
other temporary files, under a name that changes with any migration of ours or of a library.
"""

import fcntl
import hashlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.support.postgresql import binaries

_KEPT = 12  # of older shapes
_LIBRARIES = ("django", "wagtail", "allauth", "axes", "taggit", "modelsearch")


def sqlite() -> Path:
    """Return a SQLite file in which every table stands."""
    with _folder() as folder:
        made = folder / "all.sqlite3"
        if not made.exists():
            making = folder / f"{secrets.token_hex(4)}.sqlite3"
            _migrate(f"sqlite:///{making}")
            making.rename(made)
        return made


def on_server(url: str) -> str:
    """Make a database with every table on a server; return its address. It is copied only while
    nobody is in it, so it is not the one through which databases are made."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE mangnon")
    made = urlsplit(url)._replace(path="/mangnon").geturl()
    fill_postgresql(made)
    return made


def fill_postgresql(url: str) -> None:
    """Make every table in an empty database; the next one is read from what was dumped of it."""
    where = binaries()
    if where is None or not (where / "pg_dump").exists():
        _migrate(url)
        return
    with _folder() as folder:
        dump = folder / "all.sql"
        if not dump.exists():
            _migrate(url)
            making = folder / f"{secrets.token_hex(4)}.sql"
            _run(where / "pg_dump", "--no-owner", "--no-privileges", "-f", making, url)
            making.rename(dump)
            return
    _run(where / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-1", "-f", dump, url)


def _run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def _migrate(url: str) -> None:
    """Run the migrations in a process of their own."""
    with tempfile.TemporaryDirectory(prefix="mangnon-making-") as home:
        subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
            env={
                **{k: v for k, v in os.environ.items() if not k.startswith("MANGNON_")},
                "MANGNON_MODE": "test",
                "MANGNON_DATA": home,
                "MANGNON_SECRET_KEY": secrets.token_urlsafe(50),
                "MANGNON_DATABASE": url,
                "DJANGO_SETTINGS_MODULE": "mangnon.settings",
            },
            check=True,
        )


@contextmanager
def _folder() -> Iterator[Path]:
    """Give the folder of today's shape; one process at a time, other shapes in their own time."""
    root = Path(tempfile.gettempdir()) / f"mangnon-templates-{os.geteuid()}"
    root.mkdir(mode=0o700, exist_ok=True)
    folder = root / _digest()
    with (root / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            older = sorted((one for one in root.iterdir() if one.is_dir()), key=_age)
            for one in older[: -_KEPT + 1]:
                shutil.rmtree(one, ignore_errors=True)
            folder.mkdir()
        os.utime(folder)
        yield folder


def _age(path: Path) -> float:
    return path.stat().st_mtime


def _digest() -> str:
    """Tell one shape of the tables from another: by every migration there is, and the settings."""
    ours = Path(__file__).resolve().parents[2] / "src" / "mangnon"
    digest = hashlib.sha256((ours / "settings" / "apps.py").read_bytes())
    for file in sorted(ours.glob("*/migrations/*")):
        if file.is_file():
            digest.update(file.name.encode() + file.read_bytes())
    for name in _LIBRARIES:
        found = find_spec(name)
        root = Path(found.origin).parent if found and found.origin else Path()
        for file in sorted(root.rglob("migrations/*.py")):
            digest.update(str(file.relative_to(root)).encode() + str(_size(file)).encode())
    return digest.hexdigest()[:16]


def _size(file: Path) -> int:
    return file.stat().st_size
