"""Handing down: to whom a rule says, by when, and what is refused whole."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon import clock
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.duties.actions import hand_down, put_duty, take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.errors import WrongDeadline, WrongReceiver
from mangnon.duties.models import Assignment, Handing, Step
from mangnon.duties.tests.conftest import BEFORE_TET, HANDED

DISTRICTS, COMMUNES, OFFICES = Handing.Rule.DISTRICTS, Handing.Rule.COMMUNES, Handing.Rule.OFFICES


def test_every_commune_owes_it_once_with_its_entry(to_communes, communes):
    made = Assignment.objects.filter(handing=to_communes)
    assert sorted(one.place.code for one in made) == [one.code for one in communes]
    assert {one.state for one in made} == {"handed"}
    assert Step.objects.filter(act="hand_down").count() == 4
    entry = Entry.objects.filter(act="duties.hand_down").get()
    assert entry.data["assignments"] == 4


def test_before_the_30th_is_due_on_the_last_working_day_known_then(to_communes):
    assert set(to_communes.assignments.values_list("due_on", flat=True)) == {date(2014, 1, 28)}


def test_working_days_count_from_receipt(duty, province, districts, warrant):
    ten = hand_down(
        duty, within=province, rule=DISTRICTS, deadline=Deadline(Kind.WITHIN, days=10),
        received_on=date(2013, 12, 5), warrant=warrant,
    )  # fmt: skip
    assert set(ten.assignments.values_list("due_on", flat=True)) == {date(2013, 12, 19)}


def test_a_district_hands_it_further_to_its_own_communes(
    duty, province, districts, communes, warrant
):
    first = hand_down(duty, within=province, rule=DISTRICTS, deadline=BEFORE_TET, warrant=warrant)
    held = first.assignments.get(place=districts[0])
    further = hand_down(
        duty, within=districts[0], rule=COMMUNES, deadline=BEFORE_TET, held=held, warrant=warrant
    )
    assert {one.place for one in further.assignments.all()} == set(communes[:2])


@pytest.mark.parametrize(
    "deadline",
    [
        Deadline(Kind.BY, HANDED.replace(day=2)),
        Deadline(Kind.BEFORE, HANDED),
        Deadline(Kind.WITHIN, days=0),
        Deadline(Kind.WITHIN),
        Deadline(Kind.WITHIN, days=1_001),
        Deadline(Kind.BY),
        Deadline("soon", HANDED),
    ],
)
def test_a_deadline_nobody_can_keep_hands_nothing_down(deadline, duty, province, communes, warrant):
    with pytest.raises(WrongDeadline):
        hand_down(duty, within=province, rule=COMMUNES, deadline=deadline, warrant=warrant)
    assert not Assignment.objects.exists()


def test_a_place_of_the_past_receives_nothing(duty, communes, districts, warrant):
    districts[0].valid_to = date(2013, 12, 1)
    districts[0].save()
    from mangnon.places import generation

    generation.bump()
    with pytest.raises(WrongReceiver, match="chưa thành lập hoặc không còn"):
        hand_down(duty, within=districts[0], rule=COMMUNES, deadline=BEFORE_TET, warrant=warrant)


def test_where_no_place_is_of_that_kind_it_is_said(duty, communes, warrant):
    with pytest.raises(WrongReceiver, match="không có nơi nào"):
        hand_down(duty, within=communes[0], rule=COMMUNES, deadline=BEFORE_TET, warrant=warrant)


def test_a_closed_office_is_named(duty, board, province, warrant):
    board.valid_to = date(2013, 12, 1)
    board.save()
    with pytest.raises(WrongReceiver, match="Ban Tuyên giáo chưa thành lập hoặc không còn"):
        hand_down(
            duty, within=province, rule=OFFICES, offices=[board], deadline=BEFORE_TET,
            warrant=warrant,
        )  # fmt: skip
    with clock.pinned(date(2014, 1, 1)), pytest.raises(WrongReceiver):
        put_duty("x", document=duty.document, lead=board, title_vi="x", warrant=warrant)


def test_a_duty_does_not_come_back_to_who_gave_it(duty, board, province, warrant):
    first = hand_down(
        duty, within=province, rule=OFFICES, offices=[board], deadline=BEFORE_TET, warrant=warrant
    )
    held = first.assignments.get()
    with pytest.raises(WrongReceiver, match="không giao ngược lại được"):
        hand_down(
            duty, within=province, rule=OFFICES, offices=[board], deadline=BEFORE_TET, held=held,
            warrant=warrant,
        )  # fmt: skip


def test_an_office_elsewhere_receives_nothing(duty, board, districts, warrant):
    with pytest.raises(WrongReceiver, match="không thuộc"):
        hand_down(
            duty, within=districts[0], rule=OFFICES, offices=[board], deadline=BEFORE_TET,
            warrant=warrant,
        )  # fmt: skip


@pytest.mark.parametrize("rule", [COMMUNES, OFFICES])
def test_offices_are_named_where_it_goes_to_offices_alone(rule, duty, board, province, warrant):
    offices = [] if rule == OFFICES else [board]
    with pytest.raises(WrongReceiver, match="không chọn cả hai"):
        hand_down(
            duty, within=province, rule=rule, offices=offices, deadline=BEFORE_TET,
            warrant=warrant,
        )  # fmt: skip


def test_what_is_closed_or_held_elsewhere_is_not_handed_further(
    duty, province, districts, communes, warrant
):
    first = hand_down(duty, within=province, rule=DISTRICTS, deadline=BEFORE_TET, warrant=warrant)
    held = first.assignments.get(place=districts[0])
    take(held, "withdraw", words="Không còn cần", warrant=warrant)
    other = first.assignments.get(place=districts[1])
    for one in (held, other):
        with pytest.raises(WrongReceiver, match="không giao xuống"):
            hand_down(
                duty, within=districts[0], rule=COMMUNES, deadline=BEFORE_TET, held=one,
                warrant=warrant,
            )  # fmt: skip


def test_a_duty_begins_with_who_leads_it(duty, districts, communes, warrant):
    here = replace(warrant, place_ids=frozenset({districts[0].pk}))
    with pytest.raises(NoWarrant):
        hand_down(duty, within=districts[0], rule=COMMUNES, deadline=BEFORE_TET, warrant=here)
