"""A deadline is the working day that a person counts by hand, through leave announced later.

Counted by hand from the labour code's days off and the leave of Tết 2014 (28 January to 5 February,
25 January and 8 February worked in exchange, announced in mid-December 2013), through the desk's
forms; midnight is Vietnam's.
"""

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from mangnon import clock
from mangnon.clock import days
from mangnon.duties.actions import take
from mangnon.duties.models import Assignment
from mangnon.duties.states import OPEN
from mangnon.duties.tests.conftest import (  # noqa: F401
    LEAVE_ANNOUNCED,
    _database,
    board,
    communes,
    districts,
    duty,
    province,
    today,
    warrant,
)
from mangnon.duties.views.tests.conftest import enter, steering  # noqa: F401
from tests.support.desk import fill

TET = [date(2014, 1, 28) + timedelta(days=n) for n in range(9)]
WORKED = [date(2014, 1, 25), date(2014, 2, 8)]
# Handed down on Tuesday 3 December 2013: what is set, the day by the calendar known then (the law
# gives 29 January to 4 February), the day by the calendar of mid-December. Each counted by hand.
BY_HAND = {
    "before 30 January: Tuesday the 28th, then Monday the 27th": (
        {"kind": "before", "day": "30/1/2014"}, date(2014, 1, 28), date(2014, 1, 27)
    ),
    "by Saturday the 25th: Monday the 27th, then that very Saturday, which is worked": (
        {"kind": "by", "day": "25/1/2014"}, date(2014, 1, 27), date(2014, 1, 25)
    ),
    "by Wednesday the 29th: Wednesday 5 February, then Thursday the 6th": (
        {"kind": "by", "day": "29/1/2014"}, date(2014, 2, 5), date(2014, 2, 6)
    ),
    # From 4 to 31 December 20 working days; from 2 to 24 January 17 more; the 27th is the 38th.
    "within 38: Monday the 27th, then Saturday the 25th is the 38th": (
        {"kind": "within", "days": "38"}, date(2014, 1, 27), date(2014, 1, 25)
    ),
    "within 40: the 28th is the 39th, then Wednesday 5 February; then Thursday the 6th": (
        {"kind": "within", "days": "40"}, date(2014, 2, 5), date(2014, 2, 6)
    ),
}  # fmt: skip


def announce(administrator):
    with clock.pinned(LEAVE_ANNOUNCED):
        for day in TET + WORKED:
            sent = fill(
                administrator, reverse("duties:announce"), day=f"{day:%d/%m/%Y}",
                is_off="off" if day in TET else "worked", name_vi="Tết Giáp Ngọ",
                announced_on=f"{LEAVE_ANNOUNCED:%d/%m/%Y}",
            )  # fmt: skip
            assert sent.status_code == 302


@contextmanager
def as_the_clock_strikes(moment, monkeypatch):
    """Let the machine's own clock stand at a moment, without any pinned day."""

    class Struck(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    token = days._context_day.set(None)
    monkeypatch.setattr(days, "datetime", Struck)
    try:
        assert not clock.is_pinned()
        yield
    finally:
        monkeypatch.undo()
        days._context_day.reset(token)


@pytest.mark.parametrize("case", BY_HAND)
def test_leave_announced_after_a_duty_was_handed_down(
    case, duty, province, communes, steering, enter  # noqa: F811
):  # fmt: skip
    told, then, later = BY_HAND[case]
    sent = fill(steering, reverse("duties:hand", args=[duty.code]), rule="communes", **told)
    assert sent.status_code == 302, sent.content.decode()
    assert set(Assignment.objects.values_list("due_on", flat=True)) == {then}
    announce(enter("administrator", province))
    assert set(Assignment.objects.values_list("due_on", flat=True)) == {later}


def test_who_reported_on_the_last_day_stays_in_time_and_the_others_are_late_the_next_morning(
    duty, province, communes, steering, enter, warrant, monkeypatch  # noqa: F811
):  # fmt: skip
    told = {"rule": "communes", "kind": "before", "day": "30/1/2014"}
    fill(steering, reverse("duties:hand", args=[duty.code]), **told)
    announce(enter("administrator", province))
    late = reverse("duties:late")
    for moment, owing in (
        (datetime(2014, 1, 27, 16, 59, 59, tzinfo=UTC), 0),  # 23:59:59 in Vietnam
        (datetime(2014, 1, 27, 17, 0, 0, tzinfo=UTC), 3),  # 00:00:00 of the 28th
    ):
        with as_the_clock_strikes(moment, monkeypatch):
            if not owing:
                held = Assignment.objects.order_by("pk")[0]
                for act in ("accept", "report"):
                    take(held, act, words="Đã làm xong", warrant=warrant)
            page = steering.get(late).content.decode()
            said = f"{owing} nơi còn nhiệm vụ quá hạn" if owing else "Không nơi nào quá hạn"
            assert said in page
    assert Assignment.objects.filter(state__in=OPEN, reported_on=date(2014, 1, 27)).count() == 1


def test_a_pause_adds_the_working_days_that_it_took(
    duty, province, communes, board, steering, enter, warrant  # noqa: F811
):  # fmt: skip
    told = {"rule": "communes", "kind": "by", "day": "20/1/2014"}
    fill(steering, reverse("duties:hand", args=[duty.code]), **told)
    announce(enter("administrator", province))
    held = Assignment.objects.order_by("pk")[0]
    take(held, "accept", warrant=warrant)
    with clock.pinned(date(2014, 1, 10)):  # a Friday
        take(held, "pause", words="Chờ kinh phí", waits_for=board, warrant=warrant)
    with clock.pinned(date(2014, 1, 17)):  # the next Friday: five working days later
        held = take(held, "resume", warrant=warrant)
    # Monday 20 January and five more: 21, 22, 23, 24, and Saturday 25, which is worked.
    assert held.due_on == date(2014, 1, 25)
