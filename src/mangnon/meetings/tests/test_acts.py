"""A meeting's course, and what is refused of it: a sentence, and nothing half-done."""

from dataclasses import replace
from datetime import date, time

import pytest

from mangnon import clock
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.duties.actions import take
from mangnon.meetings.actions import (
    add_document,
    add_speaker,
    cancel,
    conclude,
    prove,
    put_meeting,
    record_attendance,
    take_back,
)
from mangnon.meetings.details import Came, Plan, Point, Voice
from mangnon.meetings.errors import (
    MeetingError,
    Outdated,
    WrongNumber,
    WrongPlace,
    WrongProof,
    WrongState,
    WrongTime,
)
from mangnon.meetings.models import Attendance, Meeting, Proof
from mangnon.meetings.tests.conftest import HANDED, PLAN, details, held, proved
from mangnon.places.models import Office

DAY = date(2013, 12, 20)


def test_a_meeting_goes_from_its_programme_to_its_proof(to_communes, communes, board, warrant):
    here = communes[0]
    told = details(
        here, programme=[Point("Khai mạc", time(8)), Point("Quán triệt chỉ thị")],
        speakers=[Voice("Bí thư Đảng ủy", about_vi="Chỉ thị")], office=board, capacity=120,
    )  # fmt: skip
    meeting = put_meeting(told, warrant=warrant)
    add_speaker(meeting, Voice("Phó trưởng ban", office=board), warrant=warrant)
    add_document(meeting, to_communes.duty.document, warrant=warrant)
    with clock.pinned(DAY):
        rows = [Came(place=here, invited=100, attended=90, bases=7), Came(office=board, attended=2)]
        assert record_attendance(meeting, rows, warrant=warrant) == 92
        conclude(meeting, "Mỗi chi bộ có kế hoạch riêng.", warrant=warrant)
        proof = prove(meeting, to_communes.assignments.get(place=here), PLAN, warrant=warrant)
    meeting.refresh_from_db()
    assert [one.order for one in meeting.items.all()] == [1, 2]
    assert [one.post_vi for one in meeting.speakers.all()] == ["Bí thư Đảng ủy", "Phó trưởng ban"]
    assert (meeting.concluded_on, meeting.version) == (DAY, 5)
    assert (proof.place, proof.plan_number) == (here, "05-KH/ĐU")
    acts = Entry.objects.filter(act__startswith="meetings.").order_by("pk")
    assert list(acts.values_list("act", flat=True)) == [
        *("meetings.announce", "meetings.add_speaker", "meetings.add_document"),
        *("meetings.record_attendance", "meetings.conclude", "meetings.prove"),
    ]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"last_day": date(2013, 12, 19)}, WrongTime),
        ({"starts": time(11, 30), "ends": time(8)}, WrongTime),
        ({"starts": time(8), "ends": time(8)}, WrongTime),
        ({"starts": None}, WrongTime),
        ({"capacity": 0}, WrongNumber),
        ({"day": date(2011, 1, 1)}, WrongPlace),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(words, error, communes, warrant):
    told = replace(details(communes[0]), **words)
    with pytest.raises(error):
        put_meeting(told, warrant=warrant)
    assert not Meeting.objects.exists()


def test_an_office_that_is_closed_or_of_elsewhere_holds_nothing(communes, districts, warrant):
    named = {"line": "state", "name_en": "Office"}
    gone = Office.objects.create(
        code="a", name_vi="Phòng cũ", place=districts[0], valid_to=HANDED, **named
    )
    far = Office.objects.create(code="b", name_vi="Phòng bên", place=districts[1], **named)
    for office, said in ((gone, "không còn"), (far, "không thuộc")):
        with pytest.raises(WrongPlace, match=said):
            put_meeting(details(communes[0], office=office), warrant=warrant)


def test_more_than_the_hall_holds_or_than_were_invited_cannot_have_come(
    communes, districts, warrant
):
    meeting = put_meeting(details(districts[0], HANDED, capacity=100), warrant=warrant)
    first, second, elsewhere = communes[:3]
    fine = [Came(place=first, invited=60, attended=60)]
    record_attendance(meeting, fine, warrant=warrant)
    wrong = {
        "nhiều hơn 10": [Came(place=second, invited=10, attended=11)],
        "chỉ có 100": [Came(place=second, attended=100)],
        "không thuộc": [Came(place=elsewhere, attended=1)],
        "từ 0 đến": [Came(place=second, attended=-1)],
        "một trong hai": [Came(attended=1)],
    }
    for said, row in wrong.items():
        with pytest.raises(MeetingError, match=said):
            record_attendance(meeting, [Came(place=first, attended=1), *row], warrant=warrant)
    assert Attendance.objects.get().attended == 60  # nothing half-done
    with pytest.raises(WrongNumber, match="chỉ có 50"):
        put_meeting(details(districts[0], HANDED, capacity=50), meeting=meeting, warrant=warrant)
    record_attendance(meeting, [Came(place=first)], warrant=warrant)
    assert not Attendance.objects.exists()


def test_nobody_came_and_nothing_was_concluded_before_the_day(communes, warrant):
    meeting = put_meeting(details(communes[0], last_day=date(2013, 12, 21)), warrant=warrant)
    record_attendance(meeting, [Came(place=communes[0], invited=9)], warrant=warrant)
    with pytest.raises(WrongState):
        record_attendance(meeting, [Came(place=communes[0], attended=9)], warrant=warrant)
    with clock.pinned(DAY), pytest.raises(WrongState, match="21/12/2013"):
        conclude(meeting, "Xong", warrant=warrant)


def test_a_meeting_proves_its_own_places_duty_alone(to_communes, communes, warrant):
    here, there = communes[:2]
    mine, other = (to_communes.assignments.get(place=one) for one in (here, there))
    meeting = held(here, DAY, warrant=warrant)
    refused = {
        "không làm minh chứng": (other, PLAN),
        "Chưa có kế hoạch": (mine, Plan(number="05-KH/ĐU")),
        "chưa đến": (mine, replace(PLAN, issued_on=date(2013, 12, 21))),
    }
    with clock.pinned(DAY):
        for said, (owed, plan) in refused.items():
            with pytest.raises(WrongProof, match=said):
                prove(meeting, owed, plan, warrant=warrant)
        proof = prove(meeting, mine, PLAN, warrant=warrant)
        with pytest.raises(WrongProof, match="đã là minh chứng"):
            prove(meeting, mine, PLAN, warrant=warrant)
        with pytest.raises(WrongState, match="gỡ minh chứng"):
            put_meeting(details(here, HANDED), meeting=meeting, warrant=warrant)
        take_back(proof, warrant=warrant)
    assert not Proof.objects.exists()


def test_what_is_not_concluded_or_no_longer_owed_is_not_proved(to_communes, communes, warrant):
    owed = to_communes.assignments.get(place=communes[0])
    planned = put_meeting(details(communes[0], HANDED), warrant=warrant)
    with pytest.raises(WrongState, match="chưa ghi kết luận"):
        prove(planned, owed, replace(PLAN, issued_on=HANDED), warrant=warrant)
    early = held(communes[0], date(2013, 12, 1), warrant=warrant)
    with clock.pinned(DAY), pytest.raises(WrongProof, match="trước ngày nhận"):
        prove(early, owed, PLAN, warrant=warrant)
    take(owed, "withdraw", words="Thôi", warrant=warrant)
    meeting = held(communes[0], DAY, warrant=warrant)
    with clock.pinned(DAY), pytest.raises(WrongProof, match="Đã thu hồi"):
        prove(meeting, owed, PLAN, warrant=warrant)


def test_a_duty_of_an_office_is_proved_by_that_offices_meeting(
    duty, province, board, to_communes, warrant
):
    from mangnon.duties.actions import hand_down
    from mangnon.duties.tests.conftest import BEFORE_TET

    given = hand_down(
        duty, within=province, rule="offices", offices=[board], deadline=BEFORE_TET, warrant=warrant
    )
    meeting = held(province, DAY, warrant=warrant)
    with clock.pinned(DAY), pytest.raises(WrongProof, match="Ban Tuyên giáo"):
        prove(meeting, given.assignments.get(), PLAN, warrant=warrant)


def test_what_was_called_off_is_written_no_more(communes, warrant):
    meeting = put_meeting(details(communes[0]), warrant=warrant)
    cancel(meeting, warrant=warrant)
    with clock.pinned(DAY), pytest.raises(WrongState, match="đã hủy"):
        conclude(meeting, "Xong", warrant=warrant)
    with pytest.raises(WrongState, match="không hủy được"):
        cancel(held(communes[0], DAY, warrant=warrant), warrant=warrant)


def test_of_two_who_change_a_meeting_the_second_is_told(communes, warrant):
    meeting = put_meeting(details(communes[0]), warrant=warrant)
    put_meeting(details(communes[0], hall="A"), meeting=meeting, seen=1, warrant=warrant)
    with pytest.raises(Outdated):
        put_meeting(details(communes[0], hall="B"), meeting=meeting, seen=1, warrant=warrant)


def test_each_act_asks_for_the_right_at_the_meetings_place(to_communes, communes, warrant):
    proof = proved(to_communes, communes[0], DAY, warrant=warrant)
    meeting = proof.meeting
    elsewhere = replace(warrant, place_ids=frozenset({communes[1].pk}))
    for act in (
        lambda: put_meeting(details(communes[0]), warrant=elsewhere),
        lambda: put_meeting(details(communes[1]), meeting=meeting, warrant=elsewhere),
        lambda: record_attendance(meeting, [], warrant=elsewhere),
        lambda: conclude(meeting, "Xong", warrant=elsewhere),
        lambda: cancel(meeting, warrant=elsewhere),
        lambda: add_speaker(meeting, Voice("Bí thư"), warrant=elsewhere),
        lambda: add_document(meeting, to_communes.duty.document, warrant=elsewhere),
        lambda: take_back(proof, warrant=elsewhere),
    ):
        with pytest.raises(NoWarrant):
            act()
