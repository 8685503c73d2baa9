"""The auditor reads the trail by subject, person and day, and never meets a child's name."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.audit.sealing import seal_waiting
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import register_child
from mangnon.register.particulars import Particulars
from tests.support.desk import signed_in
from tests.support.officers import living, officer
from tests.support.rosters import own_roster

TRAIL = reverse("trail")


@pytest.fixture(autouse=True)
def today(db):
    with own_roster(), clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


@pytest.fixture
def man():
    who = Particulars("Nguyễn Thị Mận", "f", date(2013, 3, 10))
    return register_child(who, place=living("n1"), warrant=system_warrant("test"))


@pytest.fixture
def read_by_an(man):
    an = signed_in(officer("an"))
    an.get(reverse("register:list"))
    an.post(reverse("register:file", args=[man.uuid]), {"purpose": "care", "words": "bí mật"})
    an.get(reverse("register:file", args=[man.uuid]))
    return an


@pytest.fixture
def auditor():
    return signed_in(officer("ha"))


def test_by_subject_every_page_that_showed_the_child(auditor, read_by_an, man):
    text = auditor.get(TRAIL, {"doi_tuong": str(man.uuid)}).content.decode()
    for act in ("Thêm một trẻ vào sổ", "Thấy tên trong danh sách", "Mở hồ sơ"):
        assert f"</b> · {act}</span>" in text
    assert "có ghi lý do, nội dung đã khóa" in text


def test_no_childs_name_and_no_typed_words_are_there(auditor, read_by_an, man):
    text = auditor.get(TRAIL).content.decode()
    assert "An Thị Mẫu" in text
    assert "Mận" not in text
    assert "bí mật" not in text


def test_by_person_kind_and_day(auditor, read_by_an):
    text = auditor.get(TRAIL, {"nguoi": "an thị", "loai": "reading"}).content.decode()
    assert "</b> · Mở hồ sơ</span>" in text
    assert "Thêm một trẻ vào sổ" not in text
    tomorrow = BEFORE + timedelta(days=1)
    text = auditor.get(TRAIL, {"tu": f"{tomorrow:%d/%m/%Y}"}).content.decode()
    assert "Không có dòng nào" in text
    assert auditor.get(TRAIL, {"den": f"{BEFORE:%d/%m/%Y}"}).content.decode().count("<time") > 2


def test_reading_the_trail_is_in_the_trail(auditor):
    auditor.get(TRAIL, {"nguoi": "hà v", "loai": "reading", "tu": "ngày 1 tháng 6 năm 2015"})
    entry = Entry.objects.get(act="audit.read")
    assert entry.actor.name == "Hà Văn Mẫu"
    found = {"nguoi": entry.actor.code, "loai": "reading", "tu": "2015-06-01"}
    assert entry.data["filters"] == found
    assert "người = Hà Văn Mẫu" in auditor.get(TRAIL).content.decode()


@pytest.mark.parametrize("field", ["nguoi", "doi_tuong"])
def test_a_name_typed_by_the_reader_is_not_kept_for_ever(auditor, man, field):
    auditor.get(TRAIL, {field: "Nguyễn Thị Mận"})
    assert Entry.objects.get(act="audit.read").data == {"filters": {field: True}}
    assert "Mận" not in auditor.get(TRAIL).content.decode()


def test_whose_file_was_asked_for_is_kept_and_no_name_of_several(auditor, man):
    officer("an")
    auditor.get(TRAIL, {"doi_tuong": f" {man.uuid} ", "nguoi": "Mẫu"})
    filters = Entry.objects.get(act="audit.read").data["filters"]
    assert filters == {"doi_tuong": str(man.uuid), "nguoi": True}


def test_page_by_page_with_no_number_of_a_row_in_the_address(auditor, read_by_an, monkeypatch):
    monkeypatch.setattr("mangnon.desk.trail.SIZE", 2)
    text = auditor.get(TRAIL).content.decode()
    address = text.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    older = auditor.get(address).content.decode()
    assert "<time" in older
    first = Entry.objects.latest("pk").pk
    assert f"sau={first - 1}" not in address
    assert "<time" in auditor.get(TRAIL, {"sau": "made-up"}).content.decode()


@pytest.mark.parametrize("who", ["an", "giang", "kien", "khach"])
def test_nobody_else_reads_it(who):
    assert signed_in(officer(who)).get(TRAIL).status_code == 404


def test_a_day_that_is_none_is_refused_with_a_sentence(auditor):
    answer = auditor.get(TRAIL, {"tu": "31/2/2015"})
    assert answer.status_code == 422
    assert "tháng 2 năm 2015" in answer.content.decode()


def test_by_field_of_work(auditor, read_by_an):
    text = auditor.get(TRAIL, {"linh_vuc": "register"}).content.decode()
    assert "</b> · Mở hồ sơ</span>" in text
    assert "</b> · Giao vai trò</span>" not in text
    text = auditor.get(TRAIL, {"linh_vuc": "people"}).content.decode()
    assert "</b> · Giao vai trò</span>" in text
    assert "</b> · Mở hồ sơ</span>" not in text


def test_the_last_seal_is_named_once_there_is_one(auditor, read_by_an):
    assert "mangnon audit verify" not in auditor.get(TRAIL).content.decode()
    seal_waiting()
    assert "niêm phong gần nhất: số 1, lập lúc" in auditor.get(TRAIL).content.decode()
