"""The embedded engine: one DuckDB in the process, a cursor for each count."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from django.conf import settings

from mangnon.indicators import scratch

_lock = threading.Lock()
_engine: duckdb.DuckDBPyConnection | None = None
_spill: Path | None = None


def _open() -> duckdb.DuckDBPyConnection:
    """Start the engine on first use, within the memory that the settings allow."""
    global _engine, _spill
    with _lock:
        if _engine is None:
            _spill = scratch.claim("engine")
            _engine = duckdb.connect(
                ":memory:",
                config={
                    "memory_limit": f"{settings.ENGINE_MEMORY_MB}MB",
                    "threads": settings.ENGINE_THREADS,
                    "temp_directory": str(_spill),
                    "preserve_insertion_order": False,
                    "autoinstall_known_extensions": False,
                    "autoload_known_extensions": False,
                },
            )
        return _engine


@contextmanager
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a cursor of its own: its temporary tables go with it."""
    one = _open().cursor()
    try:
        yield one
    finally:
        one.close()


def close() -> None:
    """Stop the engine and remove what it spilled; the next count starts it anew."""
    global _engine, _spill
    with _lock:
        if _engine is not None:
            _engine.close()
        if _spill is not None:
            scratch.release(_spill)
        _engine, _spill = None, None
