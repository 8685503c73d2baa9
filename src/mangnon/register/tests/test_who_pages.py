"""Who can see this child, and why; who did; and the auditor's pages, which name no child."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from mangnon.access import actions as access
from mangnon.access.doors import leave
from mangnon.access.rights import BY_ACT
from mangnon.register import views
from mangnon.register.actions import move_child
from mangnon.register.showing.seers import what_word
from mangnon.register.tests.pages import client_of, person, signed_in
from mangnon.register.tests.test_file_pages import open_file, reveal

REASON = "Theo công văn 12 của tỉnh"


@pytest.fixture
def an(an_son):
    return signed_in("an", "child_officer", an_son)


def who_sees(client, child):
    return client.get(reverse("register:who", args=[child.uuid]))


def test_the_officer_is_named_with_her_role_and_place(an, man, binh_minh):
    signed_in("binh", "child_officer", binh_minh)
    text = who_sees(an, man).content.decode()
    assert "An Thị Mẫu" in text
    assert "Người làm công tác bảo vệ trẻ em cấp xã" in text
    assert "không thời hạn" in text
    assert "Bình Văn Mẫu" not in text
    assert "Mận" not in text


def test_a_borrowed_right_is_named_with_its_reason_and_end(an, man, an_son):
    lender = person("ha", "administrator", an_son)
    warrant = leave(lender, "access.borrow").warrant(REASON)
    access.borrow(lender, "register.read", an_son, reason=REASON, hours=2, warrant=warrant)
    text = who_sees(an, man).content.decode()
    assert "Hà Văn Mẫu" in text
    assert REASON in text
    assert "Quyền tạm thời" in text


def test_who_read_it_is_shown_with_what_and_why(an, man):
    open_file(an, man, purpose="care")
    reveal(an, man, "document")
    text = who_sees(an, man).content.decode()
    assert "Hiện số giấy tờ" in text
    assert "Theo dõi sức khỏe, cân đo" in text


def test_every_reading_is_told_in_words():
    pages = [
        page for page in Path(views.__file__).parent.rglob("*.py") if page.parent.name != "tests"
    ]
    named = {
        code for page in pages for code in re.findall(r'"(register\.[a-z_]+)"', page.read_text())
    }
    readings = named - set(BY_ACT)
    assert "register.due" in readings
    assert [code for code in sorted(readings) if what_word(code) == code] == []


def test_who_borrowed_only_reading_is_not_shown_who_read(an, man, an_son):
    open_file(an, man)
    lender = person("ha", "administrator", an_son)
    warrant = leave(lender, "access.borrow").warrant(REASON)
    access.borrow(lender, "register.read", an_son, reason=REASON, hours=2, warrant=warrant)
    assert "Ai đã xem" not in who_sees(client_of(lender), man).content.decode()


def test_when_the_child_moves_others_see_it(an, man, binh_minh, warrant):
    move_child(man, place=binh_minh, moved_on=date(2024, 6, 1), warrant=warrant)
    assert who_sees(an, man).status_code == 404
    text = who_sees(signed_in("binh", "child_officer", binh_minh), man).content.decode()
    assert "Bình Văn Mẫu" in text
    assert "An Thị Mẫu" not in text.split("Ai đã xem")[0]
