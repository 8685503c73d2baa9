"""An inspection finds; a finding becomes a duty, whole or not at all, and shows where it stands."""

from datetime import date

import pytest

from mangnon.audit.models import Entry
from mangnon.duties.actions import take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.errors import WrongDeadline, WrongReceiver
from mangnon.duties.models import Assignment, Duty
from mangnon.places.records import NotThere, WrongDays
from mangnon.steering import actions
from mangnon.steering.errors import Closed, Incomplete, WrongPlace
from mangnon.steering.models import Finding, Inspection
from mangnon.steering.tests.conftest import office

IN_TIME = Deadline(Kind.BY, date(2013, 12, 31))
TOLD = {"subject": "Kiểm tra", "decision": "12/QĐ", "decided_on": date(2013, 11, 1)}


@pytest.fixture
def finding(inspection, warrant) -> Finding:
    return actions.find(
        inspection, words="Chưa lập danh sách trẻ em có hoàn cảnh đặc biệt",
        recommendation="Lập danh sách đầy đủ", warrant=warrant,
    )  # fmt: skip


def hand(finding, plan, warrant, deadline=IN_TIME, **other):
    told = {"document": plan, "title": "Lập danh sách", "deadline": deadline} | other
    return actions.hand_finding(finding, warrant=warrant, **told)


def test_a_finding_becomes_a_duty_of_the_office_inspected(finding, plan, commune_office, warrant):
    duty = hand(finding, plan, warrant).duty
    held = Assignment.objects.get(handing__duty=duty)
    assert (held.office, held.due_on) == (commune_office, date(2013, 12, 31))
    assert duty.as_printed_vi == finding.words
    take(held, "accept", warrant=warrant)
    assert finding.inspection.findings.get().duty.handings.get().assignments.get().state == (
        "accepted"
    )
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert acts[-4:] == [
        "duties.put_duty", "duties.hand_down", "steering.hand_finding", "duties.accept",
    ]  # fmt: skip


def test_where_the_cascade_refuses_neither_duty_nor_finding_is_written(finding, plan, warrant):
    before = Entry.objects.count()
    with pytest.raises(WrongDeadline, match="sớm hơn ngày nhận"):
        hand(finding, plan, warrant, Deadline(Kind.BY, date(2013, 11, 1)))
    finding.refresh_from_db()
    assert finding.duty is None
    assert not Duty.objects.exists()
    assert Entry.objects.count() == before


def test_a_finding_becomes_one_duty(finding, plan, warrant):
    hand(finding, plan, warrant)
    with pytest.raises(Closed, match="đã thành nhiệm vụ"):
        hand(finding, plan, warrant)
    assert Duty.objects.count() == 1


def test_an_office_that_is_no_more_receives_nothing(finding, plan, district, warrant):
    closed = office("cu", district, valid_to=date(2013, 6, 1))
    with pytest.raises(WrongReceiver):
        hand(finding, plan, warrant, offices=[closed])
    assert not Duty.objects.exists()


def test_somebody_has_to_receive(department, commune, plan, warrant):
    made = actions.inspect(
        department, commune, begun_on=date(2013, 11, 12), warrant=warrant, **TOLD
    )
    found = actions.find(made, words="Chưa có kế hoạch", warrant=warrant)
    with pytest.raises(Incomplete, match="không nêu cơ quan nào"):
        hand(found, plan, warrant)


def test_an_abolished_place_is_not_inspected(department, commune, warrant):
    commune.valid_to = date(2013, 11, 10)
    commune.save()
    with pytest.raises(NotThere, match="chưa thành lập hoặc không còn"):
        actions.inspect(department, commune, begun_on=date(2013, 11, 12), warrant=warrant, **TOLD)
    assert not Inspection.objects.exists()


def test_an_office_of_another_place_is_not_the_one_inspected(department, board, commune, warrant):
    with pytest.raises(WrongPlace, match="không thuộc"):
        actions.inspect(
            department, commune, office=board, begun_on=date(2013, 11, 12), warrant=warrant, **TOLD
        )


def test_an_inspection_ends_after_it_begins_and_then_takes_nothing_more(inspection, warrant):
    with pytest.raises(WrongDays, match="sớm hơn ngày bắt đầu"):
        actions.close_inspection(
            inspection, ended_on=date(2013, 11, 1), conclusion="x", warrant=warrant
        )
    with pytest.raises(WrongDays, match="chưa tới"):
        actions.close_inspection(
            inspection, ended_on=date(2013, 12, 30), conclusion="x", warrant=warrant
        )
    actions.close_inspection(
        inspection, ended_on=date(2013, 11, 20), conclusion="Đạt yêu cầu", warrant=warrant
    )
    with pytest.raises(Closed, match="đã kết thúc"):
        actions.find(inspection, words="Thêm", warrant=warrant)
