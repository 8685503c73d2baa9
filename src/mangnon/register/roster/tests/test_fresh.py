"""What is committed is seen at once, nothing else ever, and no late commit is missed."""

import os
import subprocess
import sys
import threading
import time
from datetime import date

import pytest
from django.db import connection, transaction

from mangnon.access.doors import demonstration_warrant
from mangnon.places.models import Place
from mangnon.register.actions import correct_identity, move_away
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.register.roster import live
from mangnon.register.roster.changes import changed_since, moment
from mangnon.register.roster.live import Roster
from mangnon.register.roster.reading import read_all
from mangnon.register.roster.tests.conftest import commune, enter, found

RENAMED = "Nguyễn Thị Mơ"
_ELSEWHERE = """
import django; django.setup()
from django.db import connections
from datetime import date
from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.register.actions import correct_identity
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
clock.pin(date(2024, 6, 15))
child = Child.objects.get()
who = Particulars("Nguyễn Thị Mơ", "f", child.birth_date)
correct_identity(child, who, warrant=demonstration_warrant())
"""


@pytest.fixture
def man(committed):
    return enter("Nguyễn Thị Mận", commune("101"))


def rename(child):
    who = Particulars(RENAMED, "f", child.birth_date)
    correct_identity(child, who, warrant=demonstration_warrant())


def in_thread(work, *args):
    """Run on a connection of its own, and close that."""

    def run():
        try:
            work(*args)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_the_same_process_sees_its_commit_at_once(committed, man):
    assert found(committed, "man") == [man.pk]
    rename(man)
    assert found(committed, "man") == []
    assert found(committed, "mo") == [man.pk]


def test_what_is_rolled_back_was_never_seen(committed, man):
    assert found(committed, "man") == [man.pk]
    with transaction.atomic():
        rename(man)
        committed.nudge()
        assert found(committed, "mo") == []
        transaction.set_rollback(True)
    assert found(committed, "mo") == []
    assert found(committed, "man") == [man.pk]


def test_a_first_reading_inside_a_transaction_takes_only_what_is_committed(committed, man):
    with transaction.atomic():
        rename(man)
        assert found(committed, "mo") == []
        transaction.set_rollback(True)
    assert found(committed, "man") == [man.pk]


@pytest.mark.alone
def test_another_process_is_seen_within_a_second(committed, man):
    assert found(committed, "man") == [man.pk]
    environment = {**os.environ, "MANGNON_DATABASE": address()}
    other = subprocess.Popen([sys.executable, "-c", _ELSEWHERE], env=environment)
    assert other.wait() == 0
    committed_at = time.monotonic()  # at the latest
    while not found(committed, "mo"):
        assert time.monotonic() - committed_at < 1
        time.sleep(0.02)


def address():
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    user = f"{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT']}"
    return f"postgresql://{user}/{settings['NAME']}"


def test_a_late_commit_of_a_lower_number_is_not_missed(committed, man):
    other = enter("Lê Văn Ổi", Place.objects.get(), sex="m")
    assert found(committed, "man") == [man.pk]
    changed, may_commit = threading.Event(), threading.Event()

    def late():
        with transaction.atomic():
            rename(Child.objects.get(pk=man.pk))
            changed.set()
            may_commit.wait(10)

    thread = in_thread(late)
    changed.wait(10)
    if connection.vendor == "postgresql":  # a higher number is committed, and read, before
        move_away(other, left_on=date(2020, 1, 1), warrant=demonstration_warrant())
        assert committed.search("oi", scope=None).hits[0].status == 1
        seqs = dict(Child.objects.values_list("pk", "change_seq"))
    may_commit.set()
    thread.join()
    if connection.vendor == "postgresql":
        assert Child.objects.get(pk=man.pk).change_seq < seqs[other.pk]
    assert found(committed, "mo") == [man.pk]
    assert found(committed, "man") == []


@pytest.mark.alone  # an open transaction of another test keeps the moment back
def test_changes_are_told_until_nothing_older_can_come(man):
    before = moment()
    assert len(changed_since(before.since, moment())[0]) == 0
    rename(man)
    ids, seqs = changed_since(before.since, moment())
    assert ids.tolist() == [man.pk]
    assert seqs.tolist() == [Child.objects.get().change_seq]


def test_a_database_put_in_the_place_of_another_is_read_anew(committed, man):
    assert found(committed, "man") == [man.pk]
    Child.objects.update(change_seq=0)
    committed._moment = live.Moment(committed._moment.since + 10**9, 0)
    committed.nudge()
    assert found(committed, "man") == [man.pk]
    assert committed._moment.since < 10**9


def test_many_changes_are_read_as_a_whole_and_readers_read_on(committed, man, monkeypatch):
    monkeypatch.setattr(live, "RELOAD_AT", 0)
    assert found(committed, "man") == [man.pk]
    rename(man)
    assert found(committed, "mo") == [man.pk]


@pytest.mark.alone
def test_no_reader_waits_for_a_long_look(committed, man, monkeypatch):
    assert found(committed, "man") == [man.pk]
    go_on = threading.Event()
    monkeypatch.setattr(live, "moment", lambda: go_on.wait(10) and moment())
    committed.nudge()
    began = time.monotonic()
    assert found(committed, "man") == [man.pk]
    assert time.monotonic() - began < 5
    go_on.set()


def test_a_roster_that_was_never_read_reads_when_it_is_told_to_start(committed, man):
    committed.start()
    assert found(committed, "man") == [man.pk]


def test_who_asks_for_a_few_does_not_wait_for_all(committed, man, monkeypatch):
    here, there = man.home_id, commune("102")
    other = enter("Nguyễn Thị Mận", there)
    gone = enter("Lê Văn Mận", there)
    move_away(gone, left_on=date(2024, 1, 1), warrant=demonstration_warrant())
    go_on = threading.Event()
    monkeypatch.setattr(live, "read_all", lambda words: go_on.wait(30) and read_all(words))
    try:
        assert found(committed, "man", {here}) == [man.pk]
        assert set(found(committed, "man", {there.pk})) == {other.pk, gone.pk}
        rename(man)  # and what is committed meanwhile is seen
        assert found(committed, "mo", {here}) == [man.pk]
        assert committed._state is None
    finally:
        go_on.set()
    assert set(found(committed, "nguyen")) == {man.pk, other.pk}


def test_a_scope_of_too_many_is_read_with_all_others(committed, man, monkeypatch):
    monkeypatch.setattr(live, "ASIDE", 0)
    assert found(committed, "man", {man.home_id}) == [man.pk]
    assert committed._state is not None


def test_nothing_of_a_name_is_in_a_representation(committed, man):
    state = committed.state()
    said = repr([committed, state.words, committed.search("man", scope=None)])
    assert "ận" not in said and "man" not in said.replace("mangnon", "")
    assert isinstance(committed, Roster)
