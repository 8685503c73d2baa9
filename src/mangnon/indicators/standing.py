"""A small engine that stays: its statements are planned once, what they read is changed.

Planning a scan takes longer than counting one commune with it. A plan holds as long as nothing
in the engine's catalogue changes, so tables are handed over under names that stay.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from mangnon.indicators import engine

_PLANS = 128  # statements that are kept planned; then all are forgotten
_lock = threading.Lock()
_kept: "Standing | None" = None


class Feed:
    """A table that can be changed under the plans that read it; its columns stay."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand over the table of this moment, at each run of a statement."""
        return self.table.__arrow_c_stream__(requested_schema)


class Standing:
    """An engine as a count of a few places uses it, its statements kept planned."""

    def __init__(self) -> None:
        self._engine = engine.start_small()
        self._feeds: dict[str, Feed] = {}
        self._plans: dict[str, str] = {}

    def register(self, name: str, table: pa.Table) -> None:
        """Have statements read a table under a name, from their next run on."""
        feed = self._feeds.get(name)
        if feed is not None and feed.table.schema.equals(table.schema):
            feed.table = table
            return
        self._forget_plans()  # a plan reads columns as they were when it was made
        self._feeds[name] = Feed(table)
        self._engine.register(name, self._feeds[name])

    def unregister(self, name: str) -> None:
        """Let go of a table's rows."""
        self._feeds[name].table = self._feeds[name].table.slice(0, 0)

    def execute(self, sql: str) -> duckdb.DuckDBPyConnection:
        """Run a SELECT; it is planned on its first run."""
        if sql not in self._plans:
            if len(self._plans) >= _PLANS:
                self._forget_plans()
            name = f"plan_{len(self._plans)}"
            self._engine.execute(f"PREPARE {name} AS {sql}")
            self._plans[sql] = name
        return self._engine.execute(f"EXECUTE {self._plans[sql]}")

    def _forget_plans(self) -> None:
        for name in self._plans.values():
            self._engine.execute(f"DEALLOCATE {name}")
        self._plans.clear()


Cursor = duckdb.DuckDBPyConnection | Standing


@contextmanager
def standing() -> Iterator[Standing]:
    """Give the process's one standing engine, to one thread at a time.

    After an error it is not used again: what it had been told is not known.
    """
    global _kept
    with _lock:
        one, _kept = _kept or Standing(), None
        yield one
        _kept = one
