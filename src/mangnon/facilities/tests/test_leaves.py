"""Leaves: every one is recorded, the long ones count."""

from datetime import date

import pytest

from mangnon.audit.models import Entry
from mangnon.facilities.actions import go_on_leave, hire, leave_post
from mangnon.facilities.errors import WrongDay, WrongState
from mangnon.facilities.models import Leave
from mangnon.facilities.tests.conftest import forget, marked
from tests.support.datasets import rows_of

HIRED, NEW_YEARS_EVE = date(2016, 1, 1), date(2018, 12, 31)


@pytest.fixture
def post(station, midwife, warrant):
    return hire(station, staff_number="7", title=midwife, hired_on=HIRED, warrant=warrant)


@pytest.fixture
def away(post, warrant):
    """Send her on leave from a day to a day."""
    return lambda first, back=None: go_on_leave(
        post, away_from=first, away_to=back, warrant=warrant
    )


def lives():
    return list(Leave.objects.order_by("valid_from").values_list("valid_from", "valid_to"))


def qualified(an_son, *years):
    rows = rows_of("stations", [an_son], years)
    return [row["qualified"] for row in sorted(rows, key=lambda row: row["year"])]


@pytest.mark.parametrize(
    ("first", "back", "counts"),
    [
        (date(2018, 12, 1), date(2019, 5, 31), True),  # a day short of six months
        (date(2018, 12, 1), date(2019, 6, 1), False),  # six months, as a mother's
        (date(2018, 8, 31), date(2019, 2, 28), False),  # to the last day of a short month
        (date(2018, 8, 31), date(2019, 2, 27), True),
        (date(2018, 12, 1), None, False),  # nobody knows until when
        (date(2018, 1, 1), NEW_YEARS_EVE, True),  # back on that very day
        (date(2019, 1, 1), date(2020, 1, 1), True),  # not yet away
    ],
)
def test_a_leave_counts_from_six_months_on(an_son, away, first, back, counts):
    away(first, back)
    assert lives() == [(first, back)]
    assert qualified(an_son, 2018) == [counts]


def test_a_second_leave_leaves_the_first(an_son, away):
    first = (date(2016, 10, 1), date(2017, 6, 1))
    second = (date(2018, 10, 1), date(2019, 6, 1))
    away(*first)
    away(*second)
    assert lives() == [first, second]
    assert qualified(an_son, 2016, 2017, 2018, 2019) == [False, True, False, True]


def test_a_leave_of_the_same_days_corrects_the_first(an_son, away):
    away(date(2018, 12, 1))
    forget()
    away(date(2018, 12, 10), date(2019, 2, 1))
    assert lives() == [(date(2018, 12, 10), date(2019, 2, 1))]
    assert marked("stations") == {"101": date(2018, 12, 1)}
    assert qualified(an_son, 2018) == [True]


def test_the_entry_keeps_what_was_corrected(away):
    away(date(2018, 12, 1))
    away(date(2018, 12, 10), date(2019, 2, 1))
    entry = Entry.objects.filter(act="facilities.go_on_leave").order_by("pk").last()
    assert entry.data["instead_of"] == [["2018-12-01", "None"]]


def test_a_return_on_the_day_of_the_next_leave_corrects_nothing(away):
    away(date(2017, 1, 1), date(2017, 3, 1))
    away(date(2017, 3, 1), date(2017, 4, 1))
    assert len(lives()) == 2


@pytest.mark.parametrize(
    ("first", "back"),
    [
        (date(2015, 1, 1), None),
        (date(2018, 1, 1), date(2017, 12, 31)),
        (date(2018, 1, 1), date(2018, 1, 1)),
    ],
)
def test_an_impossible_leave_is_refused(away, first, back):
    with pytest.raises(WrongDay):
        away(first, back)
    assert lives() == []


def test_who_has_left_the_post_takes_no_leave(post, away, warrant):
    leave_post(post, left_on=NEW_YEARS_EVE, warrant=warrant)
    with pytest.raises(WrongState):
        away(date(2018, 1, 1))
