"""Databases of a bench run: made once from the seed, kept outside the checkout, copied for a run.

They are kept in the folder that MANGNON_BENCH_CACHE names, else in the system's temporary folder.
"""

import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.children import ROOT, run_step, say
from bench.province import FIRST, SEED, TODAY, Size
from bench.server import server
from mangnon.vault import KeyRing


def cache() -> Path:
    """Give the folder that is kept between runs."""
    named = os.environ.get("MANGNON_BENCH_CACHE")
    made = Path(named) if named else Path(tempfile.gettempdir()) / "mangnon-bench"
    made.mkdir(parents=True, exist_ok=True)
    return made


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder with a key ring and a secret of its own; it goes when the run is over."""
    made = Path(tempfile.mkdtemp(prefix="run-", dir=cache()))
    KeyRing.generate(made / "keys")
    (made / "secret").write_text(secrets.token_urlsafe(50), encoding="utf-8")
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def on_sqlite(size: Size, home: Path, name: str = "bench") -> str:
    """Give the address of a SQLite file of the run's own, filled."""
    kept = cache() / f"{_named(size)}.sqlite3"
    if not kept.exists():
        making = home / "making.sqlite3"
        _fill(home, f"sqlite:///{making}", size)
        shutil.move(making, kept)
    mine = home / f"{name}.sqlite3"
    shutil.copyfile(kept, mine)
    return f"sqlite:///{mine}"


@contextmanager
def on_postgresql(size: Size, home: Path) -> Iterator[str]:
    """Give the address of a database of a server of the run's own, filled."""
    with server(home) as address:
        _fill(home, address, size)
        yield address


def _fill(home: Path, database: str, size: Size) -> None:
    say(f"writing {size.children:,} children, {size.measurements:,} weighings")
    run_step(
        "bench.fill_step",
        home=str(home),
        database=database,
        children=size.children,
        measurements=size.measurements,
    )


def _named(size: Size) -> str:
    """Name a province by its seed and size, and by the code that makes and holds it."""
    made_by = [
        *(ROOT / "bench" / "province").glob("*.py"),
        *(ROOT / "src" / "mangnon").glob("*/migrations/*.py"),
        ROOT / "bench" / "pack.py",
    ]
    print_of = hashlib.sha256(b"".join(one.read_bytes() for one in sorted(made_by))).hexdigest()
    return f"seed-{SEED}-{size.children}-{size.measurements}-{print_of[:12]}"


def environment(home: Path, database: str) -> dict[str, str]:
    """Give what a process of the run finds set: ``database``, the province's last day."""
    return {
        "MANGNON_MODE": "test",
        "MANGNON_DATA": str(home),
        "MANGNON_KEY_FILE": str(home / "keys"),
        "MANGNON_SECRET_KEY_FILE": str(home / "secret"),
        "MANGNON_DATABASE": database,
        "MANGNON_TODAY": TODAY.isoformat(),
        "MANGNON_FIRST_YEAR": str(FIRST.year),
        "DJANGO_SETTINGS_MODULE": "mangnon.settings",
    }


def start_django(home: Path, database: str) -> None:
    """Start Django in this process on ``database``, standing on the province's last day."""
    os.environ.update(environment(home, database))
    import django

    django.setup()
