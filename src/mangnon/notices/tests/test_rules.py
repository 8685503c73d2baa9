"""When a rule speaks, by hand-counted days; without a database."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mangnon.clock.workdays import Special, Workdays
from mangnon.notices.kinds import Kind
from mangnon.notices.reminding import Round
from mangnon.notices.rules import Point, points

RECEIVED, DUE = date(2013, 12, 3), date(2014, 1, 27)  # the Monday before Tết
TET = [Special(date(2014, 1, 28) + timedelta(days=one), True) for one in range(9)]
SATURDAYS = [Special(date(2014, 1, 25), False), Special(date(2014, 2, 8), False)]
CALENDAR = Workdays.known_on(RECEIVED, [*TET, *SATURDAYS])


def on(day: date, state: str = "accepted", received: date = RECEIVED) -> list[Point]:
    return list(points(state, DUE, received, day, CALENDAR, 5))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2014, 1, 16), None),
        (date(2014, 1, 17), date(2014, 1, 17)),  # Saturday the 25th is worked: 25 24 23 22 21 20 17
        (date(2014, 1, 24), date(2014, 1, 17)),  # whoever looks later finds the same point
        (date(2014, 1, 25), date(2014, 1, 25)),
        (DUE, date(2014, 1, 25)),
    ],
)
def test_seven_and_one_working_day_before(day, expected):
    assert [one.day for one in on(day)] == ([expected] if expected else [])
    assert {one.kind for one in on(day)} <= {Kind.SOON}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2014, 1, 28), None),  # Tết: nobody works, nothing is late by a working day
        (date(2014, 2, 5), None),
        (date(2014, 2, 6), date(2014, 2, 6)),
        (date(2014, 2, 11), date(2014, 2, 6)),  # 6 7 8 10 11: the fifth
        (date(2014, 2, 12), date(2014, 2, 12)),
        (date(2014, 2, 19), date(2014, 2, 19)),
    ],
)
def test_the_day_after_then_every_five_working_days(day, expected):
    late = [one.day for one in on(day) if one.kind == Kind.LATE]
    assert late == ([expected] if expected else [])


@pytest.mark.parametrize(("day", "told"), [(date(2014, 2, 10), False), (date(2014, 2, 11), True)])
def test_who_handed_it_down_hears_of_it_after_five_working_days(day, told):
    assert (Point(Kind.ESCALATED, date(2014, 2, 11)) in on(day)) is told


@pytest.mark.parametrize("state", ["reported", "done", "withdrawn", "joined"])
def test_nobody_is_reminded_of_what_is_done(state):
    assert not on(date(2014, 1, 25), state) and not on(date(2014, 3, 3), state)


def test_who_waits_for_another_office_is_left_in_peace():
    assert on(date(2014, 3, 3), "waiting") == []


def test_what_was_sent_back_is_missed_above_and_not_below():
    assert {one.kind for one in on(date(2014, 3, 3), "returned")} == {Kind.ESCALATED}


def test_a_short_deadline_is_not_announced_before_it_came():
    assert on(date(2014, 1, 24), received=date(2014, 1, 22)) == []
    assert on(date(2014, 1, 25), received=date(2014, 1, 22)) != []


HANOI, LONDON = ZoneInfo("Asia/Ho_Chi_Minh"), ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("moment", "is_time"),
    [
        (datetime(2026, 1, 15, 6, 59, 59, tzinfo=HANOI), False),
        (datetime(2026, 1, 15, 7, 0, tzinfo=HANOI), True),
        (datetime(2026, 1, 14, 23, 59, tzinfo=LONDON), False),  # 06:59 of the 15th in Hà Nội
        (datetime(2026, 1, 15, 0, 0, tzinfo=LONDON), True),
        (datetime(2026, 1, 15, 16, 59, tzinfo=LONDON), True),
        (datetime(2026, 1, 15, 17, 0, tzinfo=LONDON), False),  # past midnight there
    ],
)
def test_the_hour_is_that_of_viet_nam(moment, is_time, settings):
    settings.REMIND_FROM_HOUR = 7
    assert Round().is_time(moment) is is_time


def test_once_a_day_and_again_on_the_next(settings):
    settings.REMIND_FROM_HOUR = 7
    turn, morning = Round(), datetime(2026, 1, 15, 7, 0, tzinfo=HANOI)
    looks = [turn.is_time(morning + timedelta(hours=one)) for one in range(0, 49, 8)]
    assert looks == [True, False, False, True, False, False, True]
