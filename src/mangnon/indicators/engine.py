"""The embedded engine: one DuckDB in the process, a cursor for each count; a small one for few."""

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


def _opened() -> duckdb.DuckDBPyConnection:
    """Start the engine on first use, within the memory that the settings allow."""
    global _engine, _spill
    with _lock:
        if _engine is None:
            _spill = scratch.claim("engine")
            _engine = _start(_spill, settings.ENGINE_MEMORY_MB, settings.ENGINE_THREADS)
        return _engine


def start_small() -> duckdb.DuckDBPyConnection:
    """Start an engine for a few places, of whoever asks: it never spills.

    It has one thread. For a few hundred rows a second one doubles the processor's time and
    saves none of the clock's.
    """
    return _start(None, settings.ENGINE_MEMORY_MB, 1)


def _start(spill: Path | None, memory_mb: int, threads: int) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(
        ":memory:",
        config={
            "memory_limit": f"{memory_mb}MB",
            "threads": threads,
            "temp_directory": "" if spill is None else str(spill),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )


@contextmanager
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a cursor of its own: its temporary tables go with it."""
    one = _opened().cursor()
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
