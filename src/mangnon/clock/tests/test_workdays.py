"""Working days counted by hand: Tết 2014 and 2025, and what holds for any calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.clock.workdays import NoWorkingDay, Special, Workdays

# Tết 2014: off from 28 January to 5 February, Saturdays 25 January and 8 February worked.
TET_2014 = [
    *(
        Special(date(2014, 1, 28) + timedelta(days=one), True, date(2013, 12, 16))
        for one in range(9)
    ),
    Special(date(2014, 1, 25), False, date(2013, 12, 16)),
    Special(date(2014, 2, 8), False, date(2013, 12, 16)),
]
KNOWN = Workdays.known_on(date(2014, 1, 1), TET_2014)
BEFORE = Workdays.known_on(date(2013, 12, 3), TET_2014)


def test_what_is_due_before_30_january_2014_is_due_on_monday_27():
    assert KNOWN.last_before(date(2014, 1, 30)) == date(2014, 1, 27)


def test_before_the_leave_was_announced_nobody_knew():
    assert BEFORE.last_before(date(2014, 1, 30)) == date(2014, 1, 29)
    assert not BEFORE.holds(date(2014, 1, 25))


def test_a_saturday_worked_in_exchange_counts():
    # Friday 24, Saturday 25, Monday 27; then the leave until Wednesday 5; Thursday 6 February.
    assert [KNOWN.after(date(2014, 1, 23), number) for number in range(1, 5)] == [
        date(2014, 1, 24), date(2014, 1, 25), date(2014, 1, 27), date(2014, 2, 6),
    ]  # fmt: skip


def test_the_day_of_the_event_is_not_counted():
    assert KNOWN.after(date(2014, 1, 27), 1) == date(2014, 2, 6)
    assert KNOWN.after(date(2014, 1, 27), 0) == date(2014, 1, 27)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2014, 1, 27), date(2014, 2, 5), 0),
        (date(2014, 1, 24), date(2014, 2, 10), 6),  # 25, 27 January; 6, 7, 8, 10 February
        (date(2014, 2, 10), date(2014, 1, 24), -6),
        (date(2013, 12, 31), date(2014, 1, 31), 20),
    ],
)
def test_days_between_are_counted_without_the_first(first, last, days):
    assert KNOWN.between(first, last) == days


def test_a_deadline_on_a_day_off_moves_to_the_next_working_day():
    assert KNOWN.on_or_after(date(2014, 2, 1)) == date(2014, 2, 6)
    assert KNOWN.on_or_after(date(2014, 2, 8)) == date(2014, 2, 8)


def test_a_calendar_without_working_days_is_named():
    year = [date(2014, 1, 1) + timedelta(days=one) for one in range(8_000)]
    with pytest.raises(NoWorkingDay, match="2014-01-01"):
        Workdays(frozenset(year)).after(date(2014, 1, 1), 1)


def test_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="-1"):
        KNOWN.after(date(2014, 1, 1), -1)


DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))
CALENDARS = st.builds(Workdays, st.frozensets(DAYS, max_size=40), st.frozensets(DAYS, max_size=10))


@given(CALENDARS, DAYS, st.integers(0, 300))
def test_counting_back_gives_what_was_counted_forward(calendar, day, number):
    later = calendar.after(day, number)
    assert calendar.between(day, later) == number
    assert number == 0 or calendar.holds(later)


@given(CALENDARS, DAYS)
def test_between_the_last_before_and_a_day_nothing_is_worked(calendar, day):
    last = calendar.last_before(day)
    assert calendar.holds(last)
    assert calendar.between(last, day - timedelta(days=1)) == 0
