"""A report's way through the desk: typed, judged, sent, returned, corrected, approved, locked."""

import re

import pytest
from django.urls import reverse

from mangnon.aggregates.models import Figure, Report
from mangnon.aggregates.states import State
from mangnon.audit.models import Entry
from tests.support.desk import fill, questions


def at(name, place, *more):
    return reverse(f"aggregates:{name}", args=["nam", "2013-01-01", place.key, *more])


def text(answer):
    return answer.content.decode()


@pytest.fixture
def district(enter, districts):
    return enter("supervising_officer", districts[0])


def type_in(browser, place, part, whole, **headers):
    page = text(browser.get(at("report", place)))
    sent = dict(re.findall(r'name="(s\d+|row)" value="(\d+)"', page))
    mark = sent["row"]
    data = {**sent, f"n{mark}": part, f"d{mark}": whole}
    return browser.post(at("report", place), data, headers=headers)


def test_from_the_typed_number_to_the_restated_one(form, communes, officer, district, steering):
    here = communes[0]
    assert "Báo cáo số liệu chưa nộp" in text(officer.get(reverse("desk")))
    said = text(type_in(officer, here, "400", "340", **{"HX-Request": "true"}))
    assert "400 lớn hơn tổng số 340" in said and "Đã điền đủ 0 trên 1" in said
    refused = fill(officer, at("submit", here), words="")
    assert refused.status_code == 422 and "Chưa nộp được" in text(refused)
    assert type_in(officer, here, "12", "340").status_code == 302
    assert fill(officer, at("submit", here), words="").status_code == 302
    assert "chờ phê duyệt" in text(district.get(reverse("desk"))).lower()
    fill(district, at("answer", here, "return"), words="Thiếu thôn Đông")
    page = text(officer.get(at("report", here)))
    assert "Thiếu thôn Đông" in page and "Bị trả lại" in page
    type_in(officer, here, "14", "360")
    fill(officer, at("submit", here), words="")
    fill(district, at("answer", here, "approve"), words="")
    compared = text(steering.get(reverse("aggregates:compare", args=["nam", "2013-01-01"])))
    assert "14 / 360 = 3,9%" in compared
    assert officer.get(at("lock", here)).status_code == 404
    fill(steering, at("lock", here), words="")
    restated = fill(steering, at("restate", here, "T1"), numerator="15", words="Sót một trẻ")
    assert restated.status_code == 302
    page = text(officer.get(at("report", here)))
    assert "<del>14 / 360</del>" in page and "15 / 360" in page and "Sót một trẻ" in page


def test_all_that_is_approved_of_a_period_is_locked_at_once(
    form, communes, officer, district, steering, enter
):
    other = enter("child_officer", communes[1])
    for who, here in ((officer, communes[0]), (other, communes[1])):
        type_in(who, here, "12", "340")
        fill(who, at("submit", here), words="")
    fill(district, at("answer", communes[0], "approve"), words="")
    period = reverse("aggregates:period", args=["nam", "2013-01-01"])
    assert "Khóa các báo cáo đã phê duyệt" not in text(officer.get(period))
    assert "Khóa các báo cáo đã phê duyệt" in text(steering.get(period))
    page = text(steering.get(f"{period}khoa/"))
    assert "Số báo cáo sẽ khóa: 1." in page and "Nơi 20" in page
    assert fill(steering, f"{period}khoa/").status_code == 302
    states = dict(Report.objects.values_list("place__code", "state"))
    assert states == {"20": State.LOCKED, "21": State.SUBMITTED}
    assert "Đã khóa 1 báo cáo." in text(steering.get(period))
    assert "Khóa các báo cáo đã phê duyệt" not in text(steering.get(period))


def test_who_is_late_and_who_is_missing_is_named(form, communes, officer, steering, clocked):
    type_in(officer, communes[0], "12", "340")
    fill(officer, at("submit", communes[0]), words="")
    clocked("2014-01-20")
    address = reverse("aggregates:period", args=["nam", "2013-01-01"])
    page = text(steering.get(address))
    assert "1 trên 4 xã, phường đã nộp" in page and "3 nơi quá hạn chưa nộp" in page
    assert "quá hạn 10 ngày" in page and "Nơi 23" in page
    assert questions(steering, address) <= 15
    assert questions(steering, at("report", communes[0])) <= 15
    assert questions(steering, reverse("aggregates:all")) <= 15
    assert questions(steering, address + "doi-chieu/") <= 15


def test_another_commune_sees_and_types_nothing(form, communes, officer, steering):
    assert officer.get(at("report", communes[1])).status_code == 404
    assert officer.post(at("report", communes[1]), {"row": "1"}).status_code == 404
    page = text(steering.get(at("report", communes[0])))
    assert "<input id" not in page.split("<main")[1]
    sent = {"row": f"{form.items.get().pk}"}
    assert steering.post(at("report", communes[0]), sent).status_code == 404
    assert not Report.objects.exists()
    assert officer.get(at("answer", communes[0], "approve")).status_code == 404
    for start in ("2013-02-01", "2031-01-01", "gì", "2011-01-01"):
        wrong = reverse("aggregates:report", args=["nam", start, communes[0].key])
        assert officer.get(wrong).status_code == 404


def test_two_who_type_the_same_line_are_told(form, communes, officer):
    here, item = communes[0], form.items.get()
    type_in(officer, here, "12", "340")
    stale = {"row": item.pk, f"n{item.pk}": "13", f"d{item.pk}": "340", f"s{item.pk}": "0"}
    said = text(officer.post(at("report", here), stale, headers={"HX-Request": "true"}))
    assert "Người khác vừa ghi" in said and "12 / 340" in said
    assert Figure.objects.get().numerator == 12
    assert Entry.objects.filter(act="aggregates.fill").count() == 1
    assert Report.objects.get().state == State.DRAFT
