"""Whoever steals the disk learns no name: database, WAL, dump, logs, temporary files, exports.

A busy day is lived with canary names (``tests/support/busy_day.py``: more acts are added there);
every medium (``MEDIA``: more are added here) is then searched in every dress a name may wear. In
each medium a canary that is planted in clear is found first. The key file is not on the disk.
"""

import base64
import gzip
import os
import shutil
import subprocess
import sys
import threading
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pyarrow as pa
import pytest
from django.conf import settings
from django.db import connection

from mangnon.vault import KeyRing
from tests.support.canaries import CANARIES, found_in, found_under
from tests.support.postgresql import Server, binaries, start

ROOT = Path(__file__).resolve().parents[2]
PLANTED = CANARIES["planted"]
EMPTY: dict[str, str] = {}


@dataclass
class Disk:
    """An installation's disk; ``media`` by name. ``keys`` lies elsewhere."""

    home: Path
    environment: dict[str, str]
    server: Server | None
    exits: list[int] = field(default_factory=list)

    @property
    def media(self) -> dict[str, list[Path]]:
        """Give the folders and files of each medium."""
        found = {name: [self.home / name] for name in MEDIA}
        if self.server is not None:
            found["cluster"] = [self.home.with_name("stolen-server")]
        return found

    def live(self, *words: str) -> None:
        """Run the busy day in a process of its own; its words go to the logs."""
        with (self.home / "logs" / f"day{len(self.exits)}.log").open("wb") as log:
            done = subprocess.run(
                [sys.executable, "-m", "tests.support.busy_day", *words],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log, check=False,
            )  # fmt: skip
        self.exits.append(done.returncode)

    def mangnon(self, *words: str) -> bytes:
        """Run a command; its output is kept as an export."""
        code = "from mangnon.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code, *words], cwd=ROOT, env=self.environment,
            capture_output=True, check=True,
        )  # fmt: skip
        (self.home / "exports" / f"{words[0]}.txt").write_bytes(done.stdout + done.stderr)
        return done.stdout

    def dump(self) -> None:
        """Back the database up, as text and compressed."""
        backups = self.home / "backups"
        if self.server is None:
            import sqlite3

            with (
                sqlite3.connect(self.home / "data" / "mangnon.sqlite3") as database,
                sqlite3.connect(":memory:") as copy,
            ):
                database.backup(copy)
                # The index of the search has no rows to write out; its file is searched as it is.
                virtual = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
                for (name,) in copy.execute(virtual).fetchall():
                    copy.execute(f'DROP TABLE "{name}"')
                (backups / "dump.sql").write_text("\n".join(copy.iterdump()))
            return
        where = binaries()
        tool = "pg_dump" if where is None else str(where / "pg_dump")
        for form, name in (("p", "dump.sql"), ("c", "dump.custom")):
            subprocess.run(
                [tool, "-F", form, "-f", str(backups / name), self.environment["MANGNON_DATABASE"]],
                check=True,
            )


# data: the database's files, its write-ahead log and journal, drafts, caches, media, scratch.
MEDIA = ("data", "temporary", "seen", "logs", "exports", "backups")


def _watch(disk: Disk, over: threading.Event) -> None:
    """Keep what was there for a moment only: temporary files, journals, spilled tables."""
    seen: set[tuple[str, int, int]] = set()
    passing = [disk.home / "temporary", disk.home / "data"]
    while not over.wait(0.05):
        for path in (one for folder in passing for one in folder.rglob("*")):
            try:
                now = path.stat()
                mark = (str(path), now.st_size, now.st_mtime_ns)
                if path.is_file() and mark not in seen and not path.name.startswith("mangnon.sql"):
                    seen.add(mark)
                    shutil.copyfile(path, disk.home / "seen" / f"{len(seen)}-{path.name}")
            except OSError:  # gone again already
                continue


@pytest.fixture(scope="module")
def disk() -> Iterator[Disk]:
    """A disk after a busy day, a crash, and a second day."""
    home = Path(settings.DATA_DIR) / "stolen"
    for name in MEDIA:
        (home / name).mkdir(parents=True)
    keys = Path(settings.DATA_DIR) / "stolen-keys"
    KeyRing.generate(keys)
    environment = {
        **os.environ,
        "MANGNON_DATA": str(home / "data"),
        "MANGNON_KEY_FILE": str(keys),
        "TMPDIR": str(home / "temporary"),
    }
    server = start(home.with_name("stolen-server")) if connection.vendor == "postgresql" else None
    url = server.url if server else f"sqlite:///{home / 'data' / 'mangnon.sqlite3'}"
    one = Disk(home, {**environment, "MANGNON_DATABASE": url}, server)
    over = threading.Event()
    watching = threading.Thread(target=_watch, args=(one, over))
    watching.start()
    try:
        one.mangnon("migrate")
        one.live()
        assert one.exits == [0], (home / "logs" / "day0.log").read_text("utf-8")[-3000:]
        one.live("crash")
        one.mangnon("scorecard")
        one.mangnon("keys", "check")
        one.dump()
        yield one
    finally:
        over.set()
        watching.join()
        if server is not None:
            server.stop()


def test_the_day_was_lived_to_its_end_and_then_crashed(disk):
    told = (disk.home / "logs" / "day0.log").read_text("utf-8")
    assert disk.exits == [0, -9], told[-3000:]
    assert "a child twice" in told  # errors were really written to the log
    dump = (disk.home / "backups" / "dump.sql").read_text("utf-8")
    assert dump.count("register_child") > 0


def test_nothing_on_the_disk_names_anybody(disk):
    found = {
        f"{medium}: {path}": sorted(what - {"planted"})
        for medium, folders in disk.media.items()
        for path, what in found_under(*folders).items()
        if what != {"planted"}
    }
    assert found == EMPTY


@pytest.mark.parametrize("medium", [*MEDIA, "cluster"])
def test_what_is_planted_in_a_medium_is_found_there(disk, medium):
    if medium not in disk.media:  # SQLite has no cluster: its files are data
        assert disk.server is None
        return
    folder = disk.media[medium][0]
    planted = folder / "planted"
    planted.write_bytes(b"\0" * 4096 + f"họ tên: {PLANTED}".encode() + b"\0" * 4096)
    try:
        assert str(planted) in found_under(folder)
    finally:
        planted.unlink()


def _zipped(text: bytes, where: Path) -> bytes:
    with zipfile.ZipFile(where, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.xml", text)
    return where.read_bytes()


def _zstd(text: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(text)
    return bytes(sink.getvalue())


DRESSES = {
    "utf-8": lambda text, _: text.encode(),
    "utf-16le": lambda text, _: text.encode("utf-16-le"),
    "utf-16be": lambda text, _: text.encode("utf-16-be"),
    "decomposed": lambda text, _: unicodedata.normalize("NFD", text).encode(),
    "upper": lambda text, _: text.upper().encode(),
    "folded": lambda _, __: b"gianguyech",
    "folded upper": lambda _, __: b"GIANGUYECH",
    "base64": lambda text, _: base64.b64encode(text.encode()),
    "base64, one on": lambda text, _: base64.b64encode(b"x" + text.encode()),
    "base64, two on": lambda text, _: base64.b64encode(b"xy" + text.encode()),
    "hex": lambda text, _: text.encode().hex().encode(),
    "url": lambda text, _: quote(text).encode(),
    "gzip": lambda text, _: gzip.compress(text.encode()),
    "zip": lambda text, where: _zipped(text.encode(), where / "a.zip"),
    "zip in gzip": lambda text, where: gzip.compress(_zipped(text.encode(), where / "b.zip")),
    "zstd": lambda text, _: _zstd(text.encode()),
}


@pytest.mark.parametrize("dress", DRESSES)
def test_a_name_is_found_in_every_dress(dress, tmp_path):
    data = b"\x01" * 999 + DRESSES[dress](PLANTED, tmp_path) + b"\x02" * 999
    assert found_in(data) == {"planted"}


def test_a_name_kept_in_clear_in_the_database_would_be_found(disk):
    """Break the promise once, in the database itself, and see this proof fail."""
    spoil = (
        "import django; django.setup()\n"
        "from mangnon.places.models import Place\n"
        f"Place.objects.create(code='zz', valid_from='2026-01-01', kind='village', style='thon',"
        f" name_vi={PLANTED!r}, name_en='-', sort_key='-')\n"
    )
    if disk.server is not None:
        spoil += "from django.db import connection\nconnection.cursor().execute('CHECKPOINT')\n"
    subprocess.run([sys.executable, "-c", spoil], env=disk.environment, cwd=ROOT, check=True)
    try:
        media = disk.media["cluster" if disk.server else "data"]
        assert "planted" in set().union(*found_under(*media).values())
    finally:
        heal = spoil.partition("Place.objects")[0] + "Place.objects.filter(code='zz').delete()\n"
        subprocess.run([sys.executable, "-c", heal], env=disk.environment, cwd=ROOT, check=True)
