"""The pages: my reminders, what I receive, and the link out of a letter."""

import re
import time

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from mangnon import clock
from mangnon.access import actions as access
from mangnon.audit.models import Entry
from mangnon.duties.actions import take
from mangnon.duties.models import Assignment
from mangnon.notices import tokens
from mangnon.notices.actions import make
from mangnon.notices.models import Notice, Stop
from mangnon.notices.tests.conftest import ONE_AFTER, SEVEN_BEFORE
from tests.support.desk import signed_in

LIST, CHOOSE = "/desk/nhac-viec/", "/desk/nhac-viec/tuy-chon/"


@pytest.fixture(autouse=True)
def _made(an, warrant):
    with clock.pinned(SEVEN_BEFORE):
        make(warrant=warrant)
        yield


@pytest.fixture
def browser(an):
    return signed_in(an)


def shown(browser, where=LIST):
    answer = browser.get(where)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_what_until_when_and_why(browser):
    page = shown(browser)
    assert "Quán triệt chỉ thị đến cơ sở" in page
    assert "Nơi 20 · Hạn 28/01/2014, còn 7 ngày làm việc" in page
    assert "Bạn nhận vì bạn làm nhiệm vụ được giao cho Nơi 20." in page


def test_who_stands_in_for_a_commune_without_people_is_told_so(person, districts, warrant):
    dung = person("dung", "supervising_officer", districts[0])
    make(warrant=warrant)
    page = shown(signed_in(dung))
    assert "Bạn nhận vì bạn phụ trách Nơi 10, và Nơi 21 chưa có người nhận nhiệm vụ." in page


def test_one_is_read_and_the_card_goes(browser):
    assert "Lời nhắc chưa đọc" in shown(browser, "/desk/")
    browser.post(LIST, {"notice": str(Notice.objects.get().uuid)})
    assert "chưa đọc" not in shown(browser)
    assert "Lời nhắc chưa đọc" not in shown(browser, "/desk/")
    assert Entry.objects.filter(act="notices.read").count() == 1


def test_all_are_read_at_once_and_nonsense_reads_none(browser):
    browser.post(LIST, {"notice": "x"})
    assert Notice.objects.filter(read_at__isnull=True).count() == 1
    browser.post(LIST, {"notice": "all"})
    assert not Notice.objects.filter(read_at__isnull=True).exists()


def test_nobody_reads_anothers(an, person, communes):
    other = signed_in(person("binh", "child_officer", communes[1]))
    assert "Quán triệt" not in shown(other)
    other.post(LIST, {"notice": str(Notice.objects.get().uuid)})
    assert Notice.objects.filter(read_at__isnull=True).count() == 1


def test_of_a_place_that_she_left_she_sees_nothing(an, communes, browser, warrant):
    access.end_role(an.holdings.get(), warrant=warrant)
    access.give_role(an, "child_officer", communes[3], valid_from=SEVEN_BEFORE, warrant=warrant)
    assert "Quán triệt" not in shown(browser)


def test_what_is_done_says_so_and_is_no_card(browser, communes, warrant):
    held = Assignment.objects.get(place=communes[0])
    take(held, "accept", warrant=warrant)
    take(held, "report", words="Xong.", warrant=warrant)
    assert "Đã báo cáo, chờ công nhận" in shown(browser)
    assert "Lời nhắc chưa đọc" not in shown(browser, "/desk/")


def test_a_kind_is_stopped_and_resumed_at_the_desk(an, browser, warrant):
    assert "Thôi nhận" in shown(browser, CHOOSE)
    browser.post(CHOOSE, {"stop": "late"})
    assert "đã thôi nhận" in shown(browser, CHOOSE)
    with clock.pinned(ONE_AFTER):
        assert make(warrant=warrant).notices == 0
    browser.post(CHOOSE, {"resume": "late"})
    assert not Stop.objects.exists()
    acts = Entry.objects.filter(act__startswith="notices.", actor=an.actor).order_by("pk")
    assert [one.act for one in acts] == ["notices.stop", "notices.resume"]


def test_an_unknown_kind_is_told(browser):
    answer = browser.post(CHOOSE, {"stop": "everything"}, follow=True)
    assert "Không có loại lời nhắc này" in answer.content.decode()
    assert not Stop.objects.exists()


def test_where_letters_go_is_said(browser, settings, an):
    assert "chưa nối với máy chủ thư" in shown(browser, CHOOSE)
    settings.MAIL_WORKS = True
    assert "an@example.vn" in shown(browser, CHOOSE)
    an.email = ""
    an.save(update_fields=["email"])
    assert "chưa có địa chỉ thư điện tử" in shown(browser, CHOOSE)


def link(an, kind):
    return tokens.stop_link(an, kind).removeprefix("http://127.0.0.1:8000")


def test_the_link_stops_without_signing_in_but_not_by_being_opened(an):
    stranger = Client(enforce_csrf_checks=True)
    asked = stranger.get(link(an, "soon"))
    assert asked.status_code == 200 and "Nhiệm vụ sắp đến hạn" in asked.content.decode()
    assert not Stop.objects.exists()
    done = stranger.post(link(an, "soon"))
    assert "không nhận các lời nhắc này nữa" in done.content.decode()
    assert list(Stop.objects.values_list("user", "kind")) == [(an.pk, "soon")]
    assert Entry.objects.get(act="notices.stop").reason == "letter"
    stranger.post(link(an, "soon"))
    assert Stop.objects.count() == 1


def test_a_mail_programs_own_button_stops_every_kind(an):
    answer = Client(enforce_csrf_checks=True).post(
        link(an, tokens.ALL), {"List-Unsubscribe": "One-Click"}
    )
    assert answer.status_code == 200
    assert set(Stop.objects.values_list("kind", flat=True)) == {"soon", "late", "escalated"}


def test_a_link_that_was_changed_stops_nothing(an):
    good = link(an, "soon")
    other = signing.dumps([str(an.uuid), "soon"], salt="another")
    unknown = signing.dumps([str(an.uuid), "x"], salt="mangnon.notices.stop")
    for bad in (good[:-3] + "/", *(reverse("notices:stop", args=[t]) for t in (other, unknown))):
        answer = Client().post(bad)
        assert answer.status_code == 404
        assert re.search("Đường dẫn này không còn dùng được", answer.content.decode())
    assert not Stop.objects.exists()


def test_a_link_of_long_ago_or_of_somebody_gone_stops_nothing(an, monkeypatch):
    old = link(an, "soon")
    later = time.time() + tokens.GOOD_FOR.total_seconds() + 60
    monkeypatch.setattr(signing.time, "time", lambda: later)
    assert "một năm" in Client().post(old).content.decode()
    monkeypatch.undo()
    an.is_active = False
    an.save(update_fields=["is_active"])
    assert Client().post(old).status_code == 404
    assert not Stop.objects.exists()
