"""The meeting by which an invented commune proves that it passed a duty on."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.duties.tests.conftest import (  # noqa: F401
    _database,
    board,
    communes,
    districts,
    duty,
    province,
    to_communes,
    today,
    warrant,
)
from mangnon.meetings.coverage import coverage
from mangnon.meetings.models import Proof
from mangnon.simulation.chance import stream
from mangnon.simulation.writing_meetings import hold_meeting

REPORTED = date(2014, 1, 20)


@pytest.mark.parametrize("attended", [1, 25, 140])
def test_a_commune_that_met_is_reached_with_those_who_came(
    attended, duty, to_communes, communes, warrant  # noqa: F811
):  # fmt: skip
    held = to_communes.assignments.select_related("handing__duty", "place").get(place=communes[0])
    with clock.pinned(REPORTED):
        hold_meeting(held, attended, stream(1, "meetings"), warrant=warrant)
    proof = Proof.objects.select_related("meeting").get()
    assert proof.meeting.concluded_on == REPORTED
    assert held.received_on <= proof.plan_issued_on <= REPORTED
    found = coverage(duty)
    assert [one.unit.id for one in found.reached] == [communes[0].pk]
    assert found.people == {communes[0].pk: attended}
