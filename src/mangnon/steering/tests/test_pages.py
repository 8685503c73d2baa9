"""The desk's pages, walked as an officer of the whole area would."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.duties.models import Assignment
from mangnon.legislation.models import Document
from mangnon.places.models import Office, OfficeChange
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.steering import actions
from mangnon.steering.models import Committee, Finding
from tests.support.desk import fill, signed_in
from tests.support.officers import living, officer

ROOM = "/desk/chi-dao/"


@pytest.fixture
def desk(db):
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield signed_in(officer("giang"))


def office(code, line, **other):
    told = {"place": living("area"), "name_en": code} | other
    return Office.objects.create(code=code, line=line, name_vi=f"Cơ quan {code}", **told)


def test_the_lines_of_a_day_stand_side_by_side(desk, django_assert_max_num_queries):
    board = office("ban", "party")
    old = office("so-cu", "state", valid_to=date(2014, 1, 1))
    new = office("so-moi", "state", valid_from=date(2014, 1, 1), parent=board)
    OfficeChange.objects.create(
        source=old, target=new, day=date(2014, 1, 1), kind="renamed", decision="5/QĐ-UBND"
    )
    desk.get(ROOM)  # the map of the day is read once a process
    with django_assert_max_num_queries(15):
        today = desk.get(ROOM).content.decode()
    assert "Cơ quan ban" in today and "Đổi tên: Cơ quan so-cu, 5/QĐ-UBND" in today
    then = desk.get(ROOM, {"ngay": "1/6/2013"}).content.decode()
    assert "/co-quan/so-cu/" in then.partition("<table")[0]
    assert "/co-quan/so-moi/" not in then.partition("<table")[0]
    soon = desk.get(ROOM, {"ngay": "31/12/2013"}).content.decode()
    assert "Đổi tên: " not in soon.partition("<table")[0]  # not before it happened
    assert desk.get(ROOM, {"ngay": "mai"}).status_code == 422
    page = desk.get(f"{ROOM}co-quan/so-cu/").content.decode()
    assert "Cơ quan so-moi" in page and "5/QĐ-UBND" in page
    assert desk.get(f"{ROOM}co-quan/khong-co/").status_code == 404


def test_a_committee_is_written_down_and_a_second_head_refused_on_the_form(desk):
    where = {"place": living("area").pk, "name": "Ban Chỉ đạo", "decision": "1/QĐ-UBND"}
    days = {"decided_on": "1/3/2015", "valid_from": "1/2/2015"}
    wrong = fill(desk, f"{ROOM}ban-chi-dao/them/", **where, **days)
    assert wrong.status_code == 422
    assert "muộn hơn ngày bắt đầu" in wrong.content.decode()
    assert not Committee.objects.exists()
    led = fill(desk, f"{ROOM}ban-chi-dao/them/", **where, **(days | {"valid_from": "5/3/2015"}))
    one = led["Location"]
    head = office("ban", "party")
    for post, status in (("Trưởng ban", 302), ("Phó ban", 422)):
        sent = fill(desk, f"{one}thanh-vien/", office=head.pk, post=post, role="head")
        assert sent.status_code == status
    assert "Trưởng ban" in desk.get(one).content.decode()


def test_a_finding_is_handed_down_and_shows_where_its_duty_stands(
    desk, django_assert_max_num_queries
):
    warrant = system_warrant("test")
    by, other = office("so", "state"), office("xa", "state", place=living("n1"))
    made = actions.inspect(
        by, living("n1"), subject="Kiểm tra", decision="2/QĐ", decided_on=date(2015, 5, 1),
        begun_on=date(2015, 5, 4), office=other, warrant=warrant,
    )  # fmt: skip
    found = actions.find(made, words="Chưa có danh sách", warrant=warrant)
    plan = Document.objects.create(code="kh", kind="Kế hoạch", title_vi="k", title_en="p")
    form = f"{ROOM}phat-hien/{found.uuid}/giao/"
    told = {"title": "Lập danh sách", "document": plan.pk, "step": "send"}
    late = fill(desk, form, due_on="1/1/2015", **told)
    assert late.status_code == 422
    assert "sớm hơn ngày nhận" in late.content.decode()
    assert Finding.objects.get().duty is None
    assert fill(desk, form, due_on="30/6/2015", **told).status_code == 302
    assert Assignment.objects.get().office == other
    desk.get(f"{ROOM}kiem-tra/{made.uuid}/")  # says once that it was handed down
    with django_assert_max_num_queries(15):
        page = desk.get(f"{ROOM}kiem-tra/{made.uuid}/").content.decode()
    assert "Đã giao, chờ tiếp nhận; hạn 30/06/2015" in page
    assert form not in page
    held = Assignment.objects.get()
    for where in (f"/desk/nhiem-vu/viec/{held.uuid}/", f"/desk/nhiem-vu/{held.handing.duty.code}/"):
        shown = desk.get(where).content.decode()
        assert "Từ phát hiện khi kiểm tra" in shown and "Chưa có danh sách" in shown
        assert f"{ROOM}kiem-tra/{made.uuid}/" in shown and "2/QĐ ngày 01/05/2015" in shown


def test_an_office_is_written_down_renamed_and_closed_at_the_desk(desk):
    told = {"line": "state", "name_vi": "Sở Y tế", "valid_from": "1/2/2015"}
    made = fill(desk, f"{ROOM}co-quan/them/", place=living("area").pk, **told)
    assert made.status_code == 302 and made["Location"] == f"{ROOM}co-quan/so-y-te/"
    wrong = fill(desk, f"{ROOM}co-quan/so-y-te/thay-doi/", kind="renamed", day="1/3/2015",
                 step="send")  # fmt: skip
    assert wrong.status_code == 422 and "hãy ghi tên mới" in wrong.content.decode()
    new = fill(desk, f"{ROOM}co-quan/so-y-te/thay-doi/", kind="renamed", day="1/3/2015",
               name_vi="Sở Y tế và Trẻ em", decision="7/QĐ-UBND", step="send")  # fmt: skip
    page = desk.get(new["Location"]).content.decode()
    assert "Sở Y tế và Trẻ em" in page and "7/QĐ-UBND" in page and "Ghi thay đổi" in page
    assert "Ghi thay đổi" not in desk.get(f"{ROOM}co-quan/so-y-te/").content.decode()
    end = fill(desk, f"{new['Location']}ket-thuc/", valid_to="1/4/2015", decision="8/QĐ",
               step="send")  # fmt: skip
    assert end.status_code == 302
    assert "8/QĐ" in desk.get(end["Location"]).content.decode()
