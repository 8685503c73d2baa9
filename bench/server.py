"""A PostgreSQL of the run's own with the memory of a real one: the tests' server is too small."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.postgresql import binaries, start

# What the manual advises for a server with some 8 GB to itself; nothing begins in the middle
# of a round, and nobody waits for a disk.
_SETTINGS = (
    "shared_buffers=2GB",
    "effective_cache_size=6GB",
    "work_mem=256MB",
    "maintenance_work_mem=1GB",
    "max_wal_size=8GB",
    "random_page_cost=1.1",
    "max_parallel_workers_per_gather=2",
    "jit=off",
    "autovacuum=off",
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
)


@contextmanager
def server(home: Path) -> Iterator[str]:
    """Give the address of an empty database; the server ends with the run."""
    folder = home / "postgresql"
    running = start(folder)
    try:
        _widen(folder, urlsplit(running.url).port or 5432)
        yield running.url
    finally:
        running.stop()


def _widen(folder: Path, port: int) -> None:
    """Restart an installed server with more memory; one out of a wheel stays as it is."""
    where = binaries()
    if where is None:
        return
    options = ("listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=''")
    subprocess.run(
        [where / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o",
         " ".join(f"-c {one}" for one in (*options, *_SETTINGS)), "restart"],
        user=folder.owner(),
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
