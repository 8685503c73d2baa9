# ruff: noqa: F811
"""The cast: the province of duties, with a duty that is handed to its districts and communes."""

from datetime import date, time

import pytest

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions import hand_down
from mangnon.duties.models import Handing
from mangnon.duties.tests.conftest import (  # noqa: F401  (the cast is theirs)
    BEFORE_TET,
    HANDED,
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
from mangnon.meetings.actions import conclude, prove, put_meeting, record_attendance
from mangnon.meetings.details import Came, Details, Plan
from mangnon.meetings.models import Meeting, Proof
from mangnon.places.models import Place

PLAN = Plan(number="05-KH/ĐU", issued_on=date(2013, 12, 5))


def details(place: Place, day: date = date(2013, 12, 20), **words: object) -> Details:
    given = {
        "kind": Meeting.Kind.CONFERENCE, "title_vi": f"Hội nghị ở {place.name_vi}",
        "starts": time(8), "ends": time(11, 30),
    } | words  # fmt: skip
    return Details(place=place, day=day, **given)


def held(place: Place, day: date, came: int = 80, *, warrant: Warrant, **words: int) -> Meeting:
    """A meeting that took place: so many came, so many bases were reached."""
    meeting = put_meeting(details(place, day), warrant=warrant)
    with clock.pinned(day):
        rows = [Came(place=place, invited=came + 5, attended=came, **words)]
        record_attendance(meeting, rows, warrant=warrant)
        return conclude(meeting, "Đã quán triệt đến cơ sở.", warrant=warrant)


def proved(
    handing: Handing, place: Place, day: date, came: int = 80, *, warrant: Warrant, **words: int
) -> Proof:
    """A meeting that took place and proves what its place owes."""
    meeting = held(place, day, came, warrant=warrant, **words)
    with clock.pinned(day):
        owed = handing.assignments.get(first_place=place)
        return prove(meeting, owed, PLAN, warrant=warrant)


@pytest.fixture
def to_districts(duty, province, districts, warrant) -> Handing:
    return hand_down(
        duty, within=province, rule=Handing.Rule.DISTRICTS, deadline=BEFORE_TET, warrant=warrant
    )
