"""Noting what a page reads while it is drawn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from mangnon.snapshots.tags import every, row

_MOST_ROWS = 200  # of one table; a page that shows more depends on its list


class Recorder:
    """The dependencies of one page."""

    def __init__(self) -> None:
        self._named: set[str] = set()
        self._lists: set[str] = set()
        self._rows: dict[str, set[object]] = defaultdict(set)
        self._waiting: dict[str, int] = {}
        self._instead: tuple[str, ...] | None = None
        self.unread = 0  # statements that named no known table

    def note(self, *tags: str) -> None:
        """Note tags that code names itself."""
        self._named.update(tags)

    def note_query(self, lists: Iterable[str], rows: Mapping[str, int]) -> None:
        """Note the labels that a query reads; a row that did not come may come later."""
        self._settle()
        if not lists and not rows:
            self.unread += 1
        if self._instead is not None:
            self._named.update(self._instead)
        else:
            self._lists.update(lists)
            self._waiting = dict(rows)

    def note_row(self, label: str, key: object) -> None:
        """Note a row that came."""
        if label in self._waiting:
            self._waiting[label] -= 1
        held = self._rows[label]
        held.add(key)
        if len(held) > _MOST_ROWS:
            self._lists.add(label)

    def tags(self) -> frozenset[str]:
        """Return all that the page depends on; a table's list stands for its rows."""
        self._settle()
        rows = {
            row(label, key)
            for label, keys in self._rows.items()
            if label not in self._lists
            for key in keys
        }
        return frozenset(self._named | rows | {every(label) for label in self._lists})

    def _settle(self) -> None:
        """Whatever was asked for and did not come makes the page depend on the list."""
        self._lists.update(label for label, missing in self._waiting.items() if missing > 0)
        self._waiting = {}

    @contextmanager
    def instead(self, tags: tuple[str, ...]) -> Iterator[None]:
        """Note these tags for every list read within."""
        before, self._instead = self._instead, tags
        try:
            yield
        finally:
            self._instead = before


_current: ContextVar[Recorder | None] = ContextVar("snapshot_recorder", default=None)


def current() -> Recorder | None:
    """Return who records, or None where nobody does."""
    return _current.get()


@contextmanager
def recording() -> Iterator[Recorder]:
    """Record what is read within."""
    recorder = Recorder()
    token = _current.set(recorder)
    try:
        yield recorder
    finally:
        _current.reset(token)


def reads(*tags: str) -> None:
    """Say that the page being drawn depends on these tags."""
    recorder = _current.get()
    if recorder is not None:
        recorder.note(*tags)


@contextmanager
def listing(*tags: str) -> Iterator[None]:
    """Say that the lists read within change only when these tags do; whoever says so announces
    them, with ``snapshots.actions.changed``."""
    recorder = _current.get()
    if recorder is None:
        yield
        return
    with recorder.instead(tags):
        yield
