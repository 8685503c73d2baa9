"""Leave that is announced after a duty was handed down moves what is still open."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mangnon import clock
from mangnon.audit.errors import NoWarrant
from mangnon.duties.actions import announce_days, take
from mangnon.duties.actions.calendar import Announced
from mangnon.duties.calendar import workdays
from mangnon.duties.tests.conftest import HANDED, LEAVE_ANNOUNCED

TET_2014 = [
    *(
        Announced(date(2014, 1, 28) + timedelta(days=one), True, "Nghỉ Tết", "Tết leave")
        for one in range(9)
    ),
    Announced(date(2014, 1, 25), False, "Làm bù", "Worked in exchange"),
    Announced(date(2014, 2, 8), False, "Làm bù", "Worked in exchange"),
]


def announced(warrant):
    with clock.pinned(LEAVE_ANNOUNCED):
        return announce_days(TET_2014, announced_on=LEAVE_ANNOUNCED, warrant=warrant)


def test_the_leave_of_2014_moves_the_cascade_to_monday_27_january(to_communes, warrant):
    assert announced(warrant) == 4
    assert set(to_communes.assignments.values_list("due_on", flat=True)) == {date(2014, 1, 27)}


def test_what_is_settled_keeps_the_deadline_it_had(to_communes, warrant):
    held = to_communes.assignments.order_by("pk")[0]
    take(held, "withdraw", words="Không còn cần", warrant=warrant)
    assert announced(warrant) == 3
    held.refresh_from_db()
    assert held.due_on == date(2014, 1, 28)


def test_before_it_was_announced_the_statutory_days_stand(province, warrant):
    announced(warrant)
    then, later = workdays(HANDED, around=date(2014, 1, 30)), workdays(date(2014, 1, 2))
    assert then.holds(date(2014, 1, 28)) and not then.holds(date(2014, 1, 25))
    assert not later.holds(date(2014, 1, 28)) and later.holds(date(2014, 1, 25))


def test_the_lunar_and_the_fixed_days_are_off_without_anybody_entering_them():
    known = workdays(date(2026, 11, 26))
    off = [date(2026, 1, 1), date(2026, 2, 17), date(2026, 4, 27), date(2026, 9, 2)]
    assert not any(map(known.holds, off))
    assert known.holds(date(2026, 8, 31))  # moved by the government: only once it is announced


def test_the_calendar_is_for_who_holds_the_whole_area(to_communes, communes, warrant):
    with pytest.raises(NoWarrant):
        announced(replace(warrant, place_ids=frozenset({communes[0].pk})))
