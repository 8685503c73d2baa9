"""The roster of this process: read at the first question, and never older than a moment.

Readers share a state that nobody changes. A thread of its own, on a connection of its own,
reads what is committed and puts the next state in its place.
"""

import threading
import time
from collections.abc import Collection
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
from django.db import connection, transaction

from mangnon.register.roster.changes import Moment, changed_since, moment
from mangnon.register.roster.filters import Filters
from mangnon.register.roster.finding import Found, find
from mangnon.register.roster.pages import Cursor, Page, Sort, turn_page, whole
from mangnon.register.roster.query import understood
from mangnon.register.roster.ragged import Index
from mangnon.register.roster.reading import read_all, read_places, read_some
from mangnon.register.roster.rows import Status
from mangnon.register.roster.state import State
from mangnon.register.roster.vocabulary import Vocabulary

FRESH = 0.3  # seconds for which a state stands without a look at what changed
PATIENCE = 0.3  # seconds that a reader waits for such a look, and for
OWN_PATIENCE = 3.0  # one that shows what this process itself committed
ASIDE = 60_000  # children of a scope that is read by itself while all are read the first time
ASIDE_PLACES = 400  # and its places
RELOAD_AT = 50_000  # changed children; above that all is read again, while readers read on


class Roster:
    """Everybody in the register. Safe to use from many threads.

    ``uncommitted`` reads all for every question, on the asker's own connection and in its
    transaction: for tests that never commit.
    """

    def __init__(self, *, uncommitted: bool = False) -> None:
        self._uncommitted = uncommitted
        self._state: State | None = None
        self._moment = Moment(0, 0)
        self._looked_at = 0.0
        self._committed = 0  # acts of this process that were committed, and those seen
        self._seen = 0
        self._lock = threading.Lock()  # held for an instant, never while reading
        self._waiting: Future[None] | None = None
        self._reloading = False
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="roster")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="roster-aside")

    def search(
        self,
        text: str,
        *,
        scope: Collection[int] | None,
        limit: int = 20,
        statuses: Collection[Status] = tuple(Status),
    ) -> Found:
        """Find children whose names hold every word typed, in any order, whole or in part.

        ``scope`` holds the ids of the places the reader may see, None for all. See
        ``query.understood`` for years and guardians. Marks typed decide only the order.
        """
        state = self._state_for(scope)
        return find(state, understood(text), scope=scope, limit=limit, statuses=statuses)

    def page(
        self,
        scope: Collection[int] | None,
        filters: Filters,
        *,
        sort: Sort = "name",
        after: Cursor | None = None,
        size: int = 50,
    ) -> Page:
        """Give one page of a list; see ``pages.turn_page``."""
        state = self._state_for(scope)
        return turn_page(state, filters, scope=scope, sort=sort, after=after, size=size)

    def whole(
        self, scope: Collection[int] | None, filters: Filters, *, sort: Sort = "name"
    ) -> Index:
        """Give the ids of a whole list in its order, for an export."""
        return whole(self._state_for(scope), filters, scope=scope, sort=sort)

    def state(self) -> State:
        """Give a state that is fresh: what this process committed is in it.

        Waits for the first reading; afterwards only for a short look, and not while all is
        reread.
        """
        if self._uncommitted:
            self._reload()
        elif self._is_due():
            look = self._asked_for()
            if self._state is None:
                look.result()
            elif not self._reloading:
                _wait(look, OWN_PATIENCE if self._committed > self._seen else PATIENCE)
        if self._state is None:
            raise RuntimeError("the roster was read and is not there")
        return self._state

    def start(self) -> None:
        """Begin reading, without waiting for it; called when a web process starts."""
        self._asked_for()

    def nudge(self) -> None:
        """Say that this process committed a change; the next reader sees it."""
        self._committed += 1

    def close(self) -> None:
        """End the thread and its connection."""
        for one in (self._reader, self._aside):
            one.submit(connection.close)
            one.shutdown()

    def _state_for(self, scope: Collection[int] | None) -> State:
        """Give a state that holds a scope; nobody waits for all who asks for a few.

        The small scope of a first question is read by itself, on a connection of its own, as
        what is committed at this moment.
        """
        first = self._state is None and not self._uncommitted
        if first and scope is not None and 0 < len(scope) <= ASIDE_PLACES:
            self.start()
            some = self._aside.submit(_only, list(scope)).result()
            if some is not None:
                return some
        return self.state()

    def _is_due(self) -> bool:
        old = time.monotonic() - self._looked_at > FRESH
        return self._state is None or old or self._committed > self._seen

    def _asked_for(self) -> "Future[None]":
        """Give the look that is to begin next; one that runs may be too early for the asker."""
        with self._lock:
            if self._waiting is None:
                self._waiting = self._reader.submit(self._begin)
            return self._waiting

    def _begin(self) -> None:
        with self._lock:
            self._waiting = None
        connection.close_if_unusable_or_obsolete()
        self._look()

    def _look(self) -> None:
        """Bring the state up to what the database holds now."""
        began, committed = time.monotonic(), self._committed
        now = moment()
        replaced = now.before < self._moment.since
        if self._state is None or replaced or not self._followed(self._state, now):
            self._reload()
        self._moment, self._looked_at, self._seen = now, began, committed

    def _followed(self, state: State, now: Moment) -> bool:
        """Read what changed; False where that is so much that all should be read."""
        ids, seqs = changed_since(self._moment.since, now)
        new = ids[state.seq_of(ids) != seqs] if len(ids) else ids
        if len(new) > RELOAD_AT:
            return False
        if len(new):
            rows = read_some(state.words, new.tolist())
            self._state = state.changed(rows, np.setdiff1d(new, rows.id))
        return True

    def _reload(self) -> None:
        self._reloading = True
        try:
            words = Vocabulary()
            self._state = State.of(read_all(words), words)
        finally:
            self._reloading = False


def _only(places: list[int]) -> State | None:
    """Read the state of some places alone; None where they hold too many."""
    words = Vocabulary()
    try:
        rows = read_places(words, places, ASIDE)
    finally:
        connection.close()
    return None if rows is None else State.of(rows, words)


def _wait(look: "Future[None]", seconds: float) -> None:
    """Wait for a look, but not for long: then what stands is good enough."""
    try:
        look.result(seconds)
    except TimeoutError:
        return


_current = Roster()


def roster() -> Roster:
    """Return the roster of this process."""
    return _current


def replace(new: Roster) -> Roster:
    """Put another roster in this one's place, and give back the old; for tests."""
    global _current
    old, _current = _current, new
    return old


def nudge_on_commit() -> None:
    """Have the readers of this process see what the transaction under way changes."""
    transaction.on_commit(lambda: roster().nudge(), robust=True)
