"""Threads that save at once share a recount; none returns before its places were counted."""

import threading
from collections.abc import Callable

import pytest

from mangnon.indicators import together


class Counted:
    """Stands in for the recount: notes what it was asked, and holds on until it is let go."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, places: list[int]) -> None:
        self.asked.append(places)
        self.begun.set()
        assert self.go.wait(10)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(together, "recount_marked", counted)
    return counted


def in_a_thread(place: int) -> threading.Thread:
    thread = threading.Thread(target=together.recount_together, args=[[place]])
    thread.start()
    return thread


def wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        threading.Event().wait(0.005)
    raise AssertionError("it did not come to hold within five seconds")


def test_who_comes_during_a_recount_shares_the_next(counted):
    first = in_a_thread(1)
    assert counted.begun.wait(10)
    others = [in_a_thread(place) for place in (2, 3, 4)]
    wait_until(lambda: together._waiting == {2, 3, 4})
    assert all(thread.is_alive() for thread in (first, *others))
    counted.go.set()
    for thread in (first, *others):
        thread.join(10)
        assert not thread.is_alive()
    assert counted.asked == [[1], [2, 3, 4]]


def test_the_same_place_again_is_counted_again(counted):
    """The recount under way may have read it before the second act."""
    first = in_a_thread(1)
    assert counted.begun.wait(10)
    second = in_a_thread(1)
    wait_until(lambda: together._waiting == {1})
    counted.go.set()
    for thread in (first, second):
        thread.join(10)
        assert not thread.is_alive()
    assert counted.asked == [[1], [1]]


def test_a_recount_that_fails_keeps_nobody_waiting(monkeypatch):
    def fail(places):
        raise ValueError(places)

    monkeypatch.setattr(together, "recount_marked", fail)
    for _ in range(2):
        with pytest.raises(ValueError, match="1"):
            together.recount_together([1])
