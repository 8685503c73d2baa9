"""Promise: whatever is public is found however a person types it, with its marks or without.

Through the front door, on what the reference pack brings and on documents shown for this test.
"""

import re
from datetime import date
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.finding.tests.stage import shown, thing
from mangnon.packs.actions import apply_pack
from mangnon.text.folding import fold
from tests.support.province import PACK

HIT = re.compile(r'<h2><a href="([^"]+)">')
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    """The pack's places, promises and indicators, and some papers beside them."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.pinned(date(2026, 1, 15)):
        apply_pack(PACK, warrant=demonstration_warrant())
        with shown("paper", "Giấy tờ thử", "Papers") as papers:
            papers.put(*_papers())
            yield
        transaction.set_rollback(True)


def _papers():
    yield thing("decision", "Quyết định về trợ giúp", "Ban hành tháng Ba")
    yield thing("birth", "Giấy tờ cho trẻ mới sinh", "Đăng ký khai sinh tại xã, phường")
    yield thing("street", "Xã hội hóa", "Con đường đến trường")
    yield thing("surname", "Dương Văn", "Một họ")
    yield thing("new-style", "Trường Thái Hoà")
    yield thing("old-style", "Trạm Thái Hòa")
    yield thing("decree", "Tiếp cận điện tử", numbers=("42/2022/NĐ-CP",))
    yield thing("cites", "Theo Nghị định 42/2022/NĐ-CP", "42/2022/NĐ-CP " * 9)
    for number, letter in enumerate(LETTERS):
        yield thing(f"letter-{number}", "Chữ", f"zq{letter}x{'abcdefghij'[number % 10]}")


def asked(text, **more):
    query = "&".join(f"{name}={quote(value)}" for name, value in {"q": text, **more}.items())
    answer = Client().get(f"/tim-kiem/?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def found(text, **more):
    return HIT.findall(asked(text, **more))


@pytest.mark.parametrize("typed", ["quyet dinh", "Quyết định", "QUYẾT ĐỊNH", "quyet định"])
def test_a_decision(house, typed):
    assert found(typed, loai="paper") == ["/decision/"]


@pytest.mark.parametrize("typed", ["dang ky", "đăng ký", "DANG KY KHAI SINH"])
def test_a_registration(house, typed):
    assert found(typed, loai="paper") == ["/birth/"]


def test_marks_typed_put_the_marked_word_first(house):
    assert found("đường", loai="paper") == ["/street/", "/surname/"]
    assert found("duong", loai="paper") == ["/surname/", "/street/"]


@pytest.mark.parametrize("typed", ["Thái Hoà", "Thái Hòa", "thai hoa", "Tha\u0301i Hoa\u0300"])
def test_both_ways_to_place_a_tone(house, typed):
    assert set(found(typed, loai="paper")) == {"/new-style/", "/old-style/"}


@pytest.mark.parametrize("typed", ["42/2022/NĐ-CP", "42/2022/nd-cp", "42 2022 nd cp", "42/2022"])
def test_a_document_by_its_number(house, typed):
    assert found(typed)[0] == "/decree/"


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_without_its_marks(house, letter):
    at = LETTERS.index(letter)
    word = fold(f"zq{letter}x{'abcdefghij'[at % 10]}")
    assert f"/letter-{at}/" in {one for page in "12" for one in found(word, trang=page)}


def test_what_the_pack_brings_is_found_without_marks(house):
    assert "/loi-hua/T1/" in found("giam ty le tre em co hoan canh dac biet")
    assert "/chi-so/T5/" in found("suy dinh duong thap coi")
    assert found("huyen binh giang")[0] == "/dia-ban/296@2012-01-01/"


def test_a_synonym_finds_what_it_stands_for(house):
    assert "/loi-hua/T4/" in found("SDD")


def test_what_is_quoted_keeps_its_marks(house):
    assert "<mark>Đăng</mark> <mark>ký</mark> khai sinh tại xã" in asked("dang ky", loai="paper")


@pytest.mark.parametrize("typed", ['"', '"' * 10_240, "'", "a NEAR b", "*", "\\", ""])
def test_whatever_is_typed_is_answered(house, typed):
    asked(typed)
