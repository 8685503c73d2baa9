"""Writers that overlap: nobody waits for a seal, nothing is lost, nothing is sealed twice.

On SQLite a second writer waits for the first, so there the slow one is asked to commit before.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from mangnon.audit import sealing
from mangnon.audit.actions import record
from mangnon.audit.canonical import leaves_of
from mangnon.audit.models import Entry, Seal
from mangnon.audit.sealing import keep_sealing, seal_waiting
from mangnon.audit.verifying import verify
from mangnon.audit.warrants import Warrant

# PostgreSQL tells the oldest open transaction of the whole server, of other tests' databases too.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]
PATIENCE = 20  # seconds


def closed(work: Callable[[], object]) -> object:
    """Do work in a thread, and close the connection that it opened there."""
    try:
        return work()
    finally:
        connection.close()


class Slow:
    """A writer on a connection of its own, who holds its entry open until told to commit."""

    def __init__(self, warrant: Warrant) -> None:
        self.number = 0
        self._written, self._go_on = Event(), Event()
        self._thread = Thread(target=closed, args=(lambda: self._act(warrant),))
        self._thread.start()
        assert self._written.wait(PATIENCE)

    def _act(self, warrant: Warrant) -> None:
        with transaction.atomic():
            self.number = record(warrant, "slow").pk
            self._written.set()
            assert self._go_on.wait(PATIENCE)

    def commit(self) -> None:
        self._go_on.set()
        self._thread.join(PATIENCE)


def sealed() -> list[int]:
    """Return the numbers of all sealed entries, in the order of the chain."""
    return [
        number
        for leaves in Seal.objects.order_by("number").values_list("leaves", flat=True)
        for number, _ in leaves_of(bytes(leaves))
    ]


def overlap() -> bool:
    """Tell whether two can write at the same time."""
    return connection.vendor == "postgresql"


def settled() -> int:
    return Seal.objects.order_by("-number").values_list("settled_id", flat=True)[0]


def test_an_entry_that_commits_late_goes_into_a_later_seal(act, warrant):
    slow = Slow(warrant)
    if not overlap():
        slow.commit()
    fast = act(1)
    assert slow.number < fast[0]
    seal_waiting()
    if overlap():
        assert sealed() == fast
        assert settled() < slow.number
        assert verify().fault is None
    slow.commit()
    seal_waiting()
    assert sorted(sealed()) == [slow.number, *fast]
    walk = verify()
    assert (walk.fault, walk.entries, walk.waiting) == (None, 2, 0)


def test_an_open_writer_of_a_higher_transaction_is_waited_for(act, warrant):
    """PostgreSQL's snapshot ends below a transaction that is open but began after the sealed."""
    with transaction.atomic():
        first = record(warrant, "first").pk
        slow = Slow(warrant) if overlap() else None
        last = record(warrant, "last").pk
    slow = slow or Slow(warrant)
    if not overlap():
        slow.commit()
    seal_waiting()
    rounds = [act(1)[0] for _ in range(3) if seal_waiting()]
    slow.commit()
    seal_waiting()
    assert sorted(sealed()) == sorted([first, slow.number, last, *rounds])
    assert verify().fault is None


def test_what_is_over_is_not_looked_at_again(act):
    for _ in range(4):
        act(2)
        seal_waiting()
    before_last = Seal.objects.get(number=3).last_id
    assert settled() >= before_last


def test_a_hole_of_an_undone_act_holds_nothing_up(act, warrant):
    with transaction.atomic():
        undone = record(warrant, "undone").pk
        transaction.set_rollback(True)
    for _ in range(3):
        act(1)
        seal_waiting()
    assert settled() >= undone
    assert verify().fault is None


def test_many_writers_beside_a_sealer_lose_nothing(act, warrant):
    stop = Event()
    sealer = Thread(target=closed, args=(lambda: keep_sealing(stop, every=0.02),))
    sealer.start()

    def write() -> list[int]:
        made = []
        for turn in range(40):
            with transaction.atomic():
                made.append(record(warrant, "busy", data={"turn": turn}).pk)
                if turn % 10 == 9:
                    made.pop()
                    transaction.set_rollback(True)
        return made

    with ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(closed, write) for _ in range(4)]
        made = [number for writer in writers for number in writer.result()]
    stop.set()
    sealer.join(PATIENCE)
    seal_waiting()
    assert (
        sorted(sealed())
        == sorted(made)
        == list(Entry.objects.order_by("id").values_list("id", flat=True))
    )
    assert len(made) == 4 * 36
    assert verify().fault is None


def test_several_sealers_at_once_seal_nothing_twice(act):
    numbers = []
    with ThreadPoolExecutor(3) as pool:
        for _ in range(5):
            numbers += act(3)
            for done in [pool.submit(closed, seal_waiting) for _ in range(3)]:
                done.result()
    seal_waiting()
    assert sealed() == numbers
    assert verify().fault is None


def test_as_many_as_fill_a_seal_are_sealed_before_their_time(act, monkeypatch):
    monkeypatch.setattr(sealing, "LOOK", 0.05)
    stop = Event()
    sealer = Thread(target=closed, args=(lambda: keep_sealing(stop, every=3600, size=3),))
    act(5)
    sealer.start()
    for _ in range(200):
        if Seal.objects.exists():
            break
        stop.wait(0.05)
    stop.set()
    sealer.join(PATIENCE)
    assert verify().waiting == 0
