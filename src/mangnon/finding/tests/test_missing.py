"""What nobody found is added up without anybody; what could name somebody is not kept."""

from datetime import date

import pytest
from django.db import DatabaseError
from django.template.loader import get_template

from mangnon import clock
from mangnon.finding import actions, missing
from mangnon.finding.actions import Heard
from mangnon.finding.models import Missed
from mangnon.finding.queries import sought_in_vain

DAY = date(2026, 1, 15)


@pytest.fixture(autouse=True)
def heard():
    """Begin and end with nothing heard."""
    missing._held.take()
    with clock.pinned(DAY):
        yield
    missing._held.take()


@pytest.mark.parametrize(
    "typed",
    ["0912 345 678", "cccd 030012345678", "lan@example.vn", "con gái tôi bị bạn ở lớp đánh", "@"],
)
def test_what_could_name_somebody_is_not_kept(typed):
    missing.note(typed, "vi")
    assert not missing._held.counts


@pytest.mark.parametrize("typed", ["trợ cấp", "42/2022/NĐ-CP", "tiêm chủng 2026"])
def test_a_search_is_kept_by_its_folded_words(typed):
    missing.note(typed, "vi")
    missing.note(typed.upper(), "vi")
    assert list(missing._held.counts.values()) == [2]


def test_no_more_is_held_than_readers_ask():
    for number in range(missing.MOST + 50):
        missing.note(f"từ {number}", "vi")
    assert len(missing._held.counts) == missing.MOST


def test_what_cannot_be_written_now_waits(monkeypatch):
    def refused(_):
        raise DatabaseError

    missing.note("trợ cấp", "vi")
    monkeypatch.setattr(actions, "add_missed", refused)
    missing.write()
    assert list(missing._held.counts) == [Heard(DAY, "tro cap", "vi")]


def test_nothing_is_written_before_it_is_time(db):
    missing.note("trợ cấp", "vi")
    missing.write_if_due()
    assert not Missed.objects.exists()


def test_the_report_adds_up_what_processes_heard(db):
    for day, times in ((date(2026, 1, 2), 3), (DAY, 2), (date(2025, 1, 1), 9)):
        actions.add_missed({Heard(day, "tro cap", "vi"): times})
    (one,) = sought_in_vain(date(2026, 1, 1))
    assert (one.words, one.times, one.first, one.last) == ("tro cap", 5, date(2026, 1, 2), DAY)
    shown = get_template("finding/sought_in_vain.html")
    assert shown is not None
    assert actions.forget_missed(date(2026, 1, 1)) == 1
