"""Threads that save at the same time share one recount: it costs hardly more than for one act.

While one recount runs, those who come leave their places; the next counts for all of them at
once, and each returns as soon as the recount that took its places is over.
"""

import threading
from collections.abc import Iterable

from mangnon.indicators.recount import recount_marked

_guard = threading.Condition()
_waiting: set[int] = set()  # places of the round that is to come
_coming = 1  # the number of that round
_running = False
_over = 0  # the number of the last round that is over


def recount_together(place_ids: Iterable[int]) -> None:
    """Have what is marked at places counted before this returns, here or by another thread.

    Call it after the commit: a recount that began before it would not see the change, and is
    not relied on. If a recount fails, its thread raises, and the marks stay for the sweeper.
    """
    with _guard:
        _waiting.update(place_ids)
        mine = _coming
        while _running and _over < mine:
            _guard.wait()
        if _over >= mine:
            return
        places = _begin()
    try:
        recount_marked(places)
    finally:
        _end(mine)


def _begin() -> list[int]:
    """Take what waits; the guard is held."""
    global _coming, _running
    places = sorted(_waiting)
    _waiting.clear()
    _coming += 1
    _running = True
    return places


def _end(number: int) -> None:
    global _running, _over
    with _guard:
        _running, _over = False, number
        _guard.notify_all()
