"""Taking a list away: with names only behind a password, for a reason, in the trail."""

import csv
import hashlib
import io
import re
from datetime import date

import msoffcrypto
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from mangnon.audit.models import Entry
from mangnon.register.tests.pages import signed_in

EXPORT = reverse("register:export")


@pytest.fixture
def children(an_son, binh_minh, enter):
    return [
        enter(an_son, date(2020, 7, 1), name="Trần Thị Cam"),
        enter(an_son, date(2015, 3, 10)),
        enter(binh_minh, date(2016, 2, 2), name="Lê Thị Ngoài"),
    ]


@pytest.fixture
def an(an_son):
    return signed_in("an", "child_officer", an_son)


def form_of(client, address=EXPORT):
    text = client.get(address).content.decode()
    password = re.search(r'class="password">([^<]+)<', text).group(1)
    locked = re.search(r'name="password" value="([^"]+)"', text).group(1)
    return password, locked


def body(answer):
    return b"".join(answer.streaming_content)


def take(client, kind, address=EXPORT, locked=""):
    return client.post(address, {"kind": kind, "reason": "campaign", "password": locked})


def test_a_workbook_with_names_opens_by_its_password_only(roster, children, an):
    password, locked = form_of(an)
    file = body(take(an, "names", locked=locked))
    assert b"Cam" not in file
    sealed = msoffcrypto.OfficeFile(io.BytesIO(file))
    assert sealed.is_encrypted()
    sealed.load_key(password="sai mật khẩu")
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        sealed.decrypt(io.BytesIO())
    sealed = msoffcrypto.OfficeFile(io.BytesIO(file))
    sealed.load_key(password=password)
    opened = io.BytesIO()
    sealed.decrypt(opened)
    rows = list(load_workbook(opened).active.values)
    assert rows[0][0] == "Họ và tên"
    assert [row[:2] for row in rows[1:]] == [("Trần Thị Cam", 2020), ("Nguyễn Thị Mận", 2015)]


def test_each_page_makes_another_password(roster, children, an):
    assert form_of(an)[0] != form_of(an)[0]


def test_without_names_it_is_plain_and_names_nobody(roster, children, an):
    rows = list(csv.reader(io.StringIO(body(take(an, "csv")).decode("utf-8-sig"))))
    assert rows[0] == ["Năm sinh", "Tuổi", "Giới tính", "Nơi ở", "Lưu ý"]
    assert [row[0] for row in rows[1:]] == ["2020", "2015"]
    book = load_workbook(io.BytesIO(body(take(an, "xlsx"))))
    assert [row[0] for row in book.active.values] == ["Năm sinh", 2020, 2015]


def test_the_file_begins_with_the_mark_that_spreadsheets_need(roster, children, an):
    assert body(take(an, "csv")).startswith(b"\xef\xbb\xbf")


def test_what_the_list_filters_the_file_filters(roster, children, an):
    rows = body(take(an, "csv", f"{EXPORT}?nam_sinh=2015")).decode().splitlines()
    assert len(rows) == 2


def test_the_trail_holds_count_digest_reason_and_whose_names_went_out(roster, children, an):
    _password, locked = form_of(an)
    take(an, "names", locked=locked)
    entry = Entry.objects.get(act="register.export")
    cam, man, _other = (f"register.child:{one.uuid}" for one in children)
    assert entry.data["count"] == 2
    assert entry.data["digest"] == hashlib.sha256(f"{cam}\n{man}\n".encode()).hexdigest()
    assert (entry.reason, entry.data["purpose"]) == ("campaign", "campaign")
    assert Entry.objects.get(act="register.export_names").subjects == [cam, man]


def test_without_names_the_trail_has_the_one_entry(roster, children, an):
    take(an, "csv")
    acts = Entry.objects.filter(act__startswith="register.export")
    assert list(acts.values_list("act", flat=True)) == ["register.export"]


@pytest.mark.parametrize("locked", ["", "x", "a.b"])
def test_a_forged_password_is_refused_and_nothing_goes_out(roster, children, an, locked):
    answer = take(an, "names", locked=locked)
    assert answer.status_code == 422
    assert "mật khẩu mới" in answer.content.decode()
    assert not Entry.objects.filter(act="register.export").exists()


def test_a_reason_is_asked(roster, children, an):
    answer = an.post(EXPORT, {"kind": "csv"})
    assert answer.status_code == 422
    assert "Hãy điền mục này" in answer.content.decode()


@pytest.mark.parametrize("basis", ["12/KH-UBND", "1234/QĐ-TTg", "86-KH/TU", ""])
def test_the_trail_cites_the_paper_by_its_number(roster, children, an, basis):
    told = {"kind": "csv", "reason": "report", "basis": basis}
    assert an.post(EXPORT, told).status_code == 200
    assert Entry.objects.get(act="register.export").data["basis"] == basis


@pytest.mark.parametrize("basis", ["Nguyễn Thị Mận", "12 cháu Mận", "Mận/1", "12/KH-UBND Mận"])
def test_no_name_goes_into_the_trail_in_clear(roster, children, an, basis):
    answer = an.post(EXPORT, {"kind": "csv", "reason": "report", "basis": basis})
    assert answer.status_code == 422
    assert "Hãy chỉ ghi số và ký hiệu" in answer.content.decode()
    assert not Entry.objects.filter(act="register.export").exists()


def test_what_looks_like_a_formula_is_text(roster, an_son, enter, an):
    enter(an_son, date(2020, 7, 1), name="=1+1")
    password, locked = form_of(an)
    sealed = msoffcrypto.OfficeFile(io.BytesIO(body(take(an, "names", locked=locked))))
    sealed.load_key(password=password)
    opened = io.BytesIO()
    sealed.decrypt(opened)
    assert load_workbook(opened).active["A2"].data_type == "s"


def test_a_collaborator_takes_nothing_away(roster, children, an_son):
    helper = signed_in("chi", "collaborator", an_son)
    assert helper.get(EXPORT).status_code == 404
    assert EXPORT not in helper.get(reverse("register:list")).content.decode()
