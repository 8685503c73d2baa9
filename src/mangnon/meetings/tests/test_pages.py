"""The pages of meetings: an officer's way on a phone, who sees what, and the calendar."""

import re
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse

from mangnon import clock
from mangnon.access.actions import end_role
from mangnon.access.doors import system_warrant
from mangnon.attachments.tests.conftest import picture
from mangnon.duties.actions import hand_down, put_duty
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.models import Assignment, Handing
from mangnon.legislation.models import Document
from mangnon.meetings.actions import conclude, prove, put_meeting, record_attendance
from mangnon.meetings.details import Came, Details, Plan
from mangnon.meetings.models import Meeting, Proof
from mangnon.places.models import Office
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import fill, questions, send, signed_in
from tests.support.officers import living, officer

LATER = date(2015, 6, 20)
NUMBERS = {"invited": "90", "attended": "80", "bases": "7"}


@pytest.fixture(autouse=True)
def _area(db, settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


@pytest.fixture
def handing() -> Handing:
    warrant, area = system_warrant("test"), living("area")
    board = Office.objects.create(
        code="btg", line="party", name_vi="Ban Tuyên giáo", name_en="Board", place=area
    )
    directive = Document.objects.create(
        code="ct", number="20-CT/TW", kind="directive", title_vi="Chỉ thị", title_en="Directive"
    )
    duty = put_duty(
        "qt", document=directive, lead=board, title_vi="Quán triệt đến cơ sở", title_en="Bring it",
        original_not_held=True, warrant=warrant,
    )  # fmt: skip
    return hand_down(
        duty, within=area, rule=Handing.Rule.COMMUNES, deadline=Deadline(Kind.BY, LATER),
        warrant=warrant,
    )  # fmt: skip


def page(who: str, name: str, *args: object) -> str:
    answer = signed_in(officer(who)).get(reverse(f"meetings:{name}", args=args))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def giang_sees(held: Assignment) -> str:
    answer = signed_in(officer("giang")).get(reverse("duties:assignment", args=[held.uuid]))
    return answer.content.decode()


def meeting_at(code: str, **words: object) -> Meeting:
    told = {"kind": "conference", "title_vi": f"Hội nghị {code}", "day": BEFORE} | words
    return put_meeting(Details(place=living(code), **told), warrant=system_warrant("test"))


def test_an_officer_writes_a_meeting_and_proves_the_duty_with_it(handing):
    an = signed_in(officer("an"))
    led_to = fill(
        an, reverse("meetings:announce"), title="Hội nghị quán triệt", starts="8h",
        ends="11h30", programme="8:00 Khai mạc\nQuán triệt chỉ thị",
    )  # fmt: skip
    assert led_to.status_code == 302, led_to.content.decode()
    one = Meeting.objects.get()
    here = living("n1").pk
    fill(an, reverse("meetings:attendance", args=[one.uuid]),
         **{f"{what}_n{here}": n for what, n in NUMBERS.items()})  # fmt: skip
    fill(an, reverse("meetings:conclude", args=[one.uuid]), words="Mỗi chi bộ có kế hoạch.")
    plan = BytesIO(picture())
    plan.name = "ke-hoach.jpg"
    named = fill(an, reverse("meetings:prove", args=[one.uuid]), number="05-KH/ĐU",
                 issued_on="01/06/2015", file=plan)  # fmt: skip
    assert named.status_code == 302
    text = page("an", "meeting", one.uuid)
    for words in ("8:00", "Quán triệt chỉ thị", "Mỗi chi bộ", "05-KH/ĐU", "Quán triệt đến cơ sở"):
        assert words in text
    file = an.get(reverse("meetings:plan", args=[one.uuid, Proof.objects.get().uuid]))
    assert file["Content-Type"] == "image/jpeg"
    proved = Proof.objects.get().assignment
    for who, where in (
        ("an", reverse("duties:assignment", args=[proved.uuid])),
        ("giang", reverse("duties:duty", args=[handing.duty.code])),
    ):
        browser = signed_in(officer(who))
        shown = browser.get(where).content.decode()
        assert "Hội nghị làm minh chứng" in shown and "Kế hoạch 05-KH/ĐU ngày 01/06/2015" in shown
        assert reverse("meetings:meeting", args=[one.uuid]) in shown
        assert questions(browser, where) <= 15, where
    elsewhere = handing.assignments.get(place=living("n2"))
    shown = giang_sees(elsewhere)
    assert "Hội nghị làm minh chứng" not in shown
    cover = page("giang", "coverage_of", handing.duty.code)
    assert "1 trong 7 xã đã được quán triệt" in cover
    assert "đúng hạn" in cover and "<svg" in cover


def test_what_cannot_be_is_said_on_the_form_and_kept_as_typed():
    one = meeting_at("n1", capacity=50)
    here = living("n1").pk
    answer = fill(
        signed_in(officer("an")), reverse("meetings:attendance", args=[one.uuid]),
        **{f"attended_n{here}": "60"},
    )  # fmt: skip
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "chỉ có 50 chỗ" in text and 'value="60"' in text
    assert not one.attendance.exists()


def test_a_district_counts_its_communes_one_by_one():
    one = meeting_at("north")
    text = page("dung", "attendance", one.uuid)
    assert [name for name in ("Xã n1", "Xã n2", "Xã n3") if name not in text] == []
    assert "Xã s1" not in text


def test_who_was_invited_sees_the_meeting_and_not_its_files():
    one = meeting_at("north")
    record_attendance(one, [Came(place=living("n1"), invited=3)], warrant=system_warrant("test"))
    files = BytesIO(picture())
    files.name = "anh.jpg"
    fill(signed_in(officer("dung")), reverse("meetings:add_files", args=[one.uuid]), files=files)
    kept = one.files.get()
    assert "anh.jpg" in page("dung", "meeting", one.uuid)
    assert "anh.jpg" not in page("an", "meeting", one.uuid)
    where = reverse("meetings:file", args=[one.uuid, kept.uuid])
    assert signed_in(officer("dung")).get(where).status_code == 200
    assert signed_in(officer("an")).get(where).status_code == 404
    binh = signed_in(officer("binh"))
    assert binh.get(reverse("meetings:meeting", args=[one.uuid])).status_code == 404


def test_of_two_who_change_a_meeting_the_second_chooses():
    one = meeting_at("n1", hall="Nhà văn hóa")
    where = reverse("meetings:change", args=[one.uuid])
    an, en = signed_in(officer("an")), signed_in(officer("en"))
    seen = an.get(where)
    fill(en, where, hall="Hội trường A")
    answer = send(an, where, seen, hall="Hội trường B")
    assert answer.status_code == 422
    assert "Hội trường A" in answer.content.decode() and "Hội trường B" in answer.content.decode()


def test_the_list_holds_what_comes_what_waits_and_what_was():
    meeting_at("n1", title_vi="Sắp họp", day=LATER)
    meeting_at("n1", title_vi="Chưa kết luận", day=date(2015, 5, 1))
    meeting_at("n2", title_vi="Của xã khác", day=LATER)
    text = page("an", "list")
    assert text.index("Chưa kết luận</a>") < text.index("Sắp họp</a>")
    assert "Của xã khác" not in text
    home = signed_in(officer("an")).get(reverse("desk")).content.decode()
    assert "Hội nghị chưa ghi kết luận" in home


def test_a_calendar_needs_no_sign_in_and_says_no_more_than_when_and_where():
    one = meeting_at("n1", hall="Hội trường; lầu 2, phải", day=BEFORE)
    conclude(one, "Kết luận riêng", warrant=system_warrant("test"))
    an = signed_in(officer("an"))
    an.post(reverse("meetings:calendar"), {"do": "renew"})
    shown = an.get(reverse("meetings:calendar")).content.decode()
    where = re.search(r"https?://testserver(/desk/hoi-nghi/lich/[^<]+\.ics)", shown)[1]
    answer = Client().get(where)
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar") and not answer.cookies
    assert "SUMMARY:Hội nghị n1" in text and r"LOCATION:Hội trường\; lầu 2\, phải" in text
    assert "Kết luận riêng" not in text
    an.post(reverse("meetings:calendar"), {"do": "renew"})
    assert Client().get(where).status_code == 404  # the old address
    new = an.get(reverse("meetings:calendar")).content.decode()
    where = re.search(r"https?://testserver(/desk/hoi-nghi/lich/[^<]+\.ics)", new)[1]
    assert Client().get(where.replace(".ics", "x.ics")).status_code == 404  # forged
    end_role(officer("an").holdings.get(), warrant=system_warrant("test"))
    assert Client().get(where).status_code == 404  # she sees no meetings any more


def test_no_page_asks_the_database_more_than_fifteen_times(handing):
    for code in ("n1", "n2", "n3", "s1"):
        meeting_at(code)
    one, warrant = meeting_at("n1", capacity=90), system_warrant("test")
    record_attendance(one, [Came(place=living("n1"), attended=80)], warrant=warrant)
    conclude(one, "Xong", warrant=warrant)
    plan = Plan(number="05-KH/ĐU", issued_on=BEFORE)
    prove(one, handing.assignments.get(first_place=living("n1")), plan, warrant=warrant)
    an, giang = signed_in(officer("an")), signed_in(officer("giang"))
    for name in ("list", "coverage", "calendar", "announce"):
        assert questions(giang, reverse(f"meetings:{name}")) <= 15, name
    assert questions(giang, reverse("meetings:coverage_of", args=[handing.duty.code])) <= 15
    for name in ("meeting", "attendance", "change", "prove"):
        assert questions(an, reverse(f"meetings:{name}", args=[one.uuid])) <= 15, name
