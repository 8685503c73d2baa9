"""At a merger what is to come moves to the heir with its seats; what took place stays."""

from datetime import date

from mangnon import clock
from mangnon.duties.tests.test_merging import MERGER, merge
from mangnon.meetings.actions import put_meeting, record_attendance
from mangnon.meetings.details import Came
from mangnon.meetings.tests.conftest import details, held
from mangnon.places.actions import succeed

COMING = date(2014, 2, 20)


def test_a_meeting_to_come_moves_and_one_that_was_does_not(communes, districts, warrant):
    was = held(communes[0], date(2013, 12, 20), warrant=warrant)
    coming = put_meeting(details(communes[0], COMING), warrant=warrant)
    above = put_meeting(details(districts[0], COMING), warrant=warrant)
    seats = [Came(place=communes[0], invited=5), Came(place=communes[1], invited=4)]
    record_attendance(above, seats, warrant=warrant)
    (heir,) = merge(communes[:2], [[1.0], [1.0]], districts[0])
    with clock.pinned(MERGER):
        succeed(MERGER, warrant=warrant)
    for one in (was, coming):
        one.refresh_from_db()
    assert (was.place, coming.place) == (communes[0], heir)
    assert list(above.attendance.values_list("place", "invited")) == [(heir.pk, 9)]
    assert was.attendance.get().place == communes[0]
