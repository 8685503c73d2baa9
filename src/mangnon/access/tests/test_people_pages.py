"""The pages on which an administrator works on accounts, walked as she would."""

import re
from io import BytesIO

import pytest
from django.core.cache import cache
from django.test import Client

from mangnon.access.models import Holding, User
from mangnon.access.tests.test_roster import GOOD, book

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PEOPLE = "/desk/moi-nguoi/"
CODE = re.compile(r"<code>((?:[A-Z0-9]{4}-){3}[A-Z0-9]{4})</code>")


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


@pytest.fixture
def desk(cast):
    def open_desk(username):
        client = Client()
        client.force_login(cast(username), backend=BACKEND)
        return client

    return open_desk


def send(client, address, **typed):
    """Open a form, fill it in, send it, and give the answer."""
    page = client.get(address).content.decode()
    token = re.search(r'name="sending" value="([^"]*)"', page).group(1)
    return client.post(address, {"sending": token, **typed})


def of(cast, username):
    return f"{PEOPLE}{cast(username).uuid}/"


def test_an_administrator_invites_and_the_code_is_shown_once(desk, place):
    kien = desk("kien")
    typed = {"name": "Mai Mẫu", "username": "mai", "role": "collaborator", "place": place("n1").pk}
    answer = send(kien, f"{PEOPLE}moi/", **typed)
    assert answer["Location"] == f"{PEOPLE}ma/"
    for _ in range(2):  # looking alone neither shows nor spends it
        waits = kien.get(answer["Location"]).content.decode()
        assert "Có 1 mã dùng một lần đang chờ" in waits and not CODE.search(waits)
    shown = kien.post(answer["Location"]).content.decode()
    code = CODE.search(shown).group(1)
    for again in (kien.get, kien.post):
        assert code not in again(answer["Location"]).content.decode()
    new = "tre mọc bên bờ ao"
    typed = {"username": "mai", "code": code, "password": new, "again": new}
    done = Client().post("/desk/tai-khoan/ma/", typed)
    assert done["Location"] == "/desk/tai-khoan/dang-nhap/"
    assert User.objects.get(username="mai").check_password(new)


def test_a_form_with_a_mistake_keeps_what_was_typed(desk, place):
    typed = {"name": "Mai Mẫu", "username": "Mài", "role": "collaborator", "place": place("n1").pk}
    answer = send(desk("kien"), f"{PEOPLE}moi/", **typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tên đăng nhập gồm" in page and "Mai Mẫu" in page
    assert not User.objects.filter(username="mai").exists()


def test_the_list_finds_by_name_without_accents(desk, cast):
    cast("binh")
    page = desk("kien").get(PEOPLE, {"q": "binh van"}).content.decode()
    assert "Bình Văn Mẫu" in page
    assert "Người làm công tác bảo vệ trẻ em cấp xã" in page
    assert "Lan" not in page


def test_who_sees_people_does_not_change_them(desk, cast):
    dung = desk("dung")
    page = dung.get(of(cast, "an"))
    assert page.status_code == 200
    assert "Giao vai trò" not in page.content.decode()
    for act in ("vai-tro/", "ma/", "dong/", "ban-giao/", "buoc-hai/"):
        assert dung.get(of(cast, "an") + act).status_code == 404


def test_somebody_of_another_district_is_not_there(desk, cast, place, warrant):
    from mangnon.access import actions

    far = cast("khach")
    actions.give_role(far, "collaborator", place("s4"), warrant=warrant)
    assert desk("dung").get(of(cast, "khach")).status_code == 404


def test_a_role_is_given_and_taken_back(desk, cast, place):
    kien = desk("kien")
    send(kien, of(cast, "khach") + "vai-tro/", role="collaborator", place=place("n2").pk)
    held = Holding.objects.get(user__username="khach")
    assert held.place == place("n2")
    send(kien, f"{of(cast, 'khach')}vai-tro/{held.uuid}/thu/")
    held.refresh_from_db()
    assert held.valid_to is not None


def test_an_officer_goes_on_leave(desk, cast):
    cast("khach")
    send(desk("kien"), of(cast, "an") + "ban-giao/", taker="khach", until="1/1/2014")
    assert Holding.objects.filter(user__username="khach").count() <= 1


def test_every_page_about_somebody_names_her_and_her_role(desk, cast):
    kien, an = desk("kien"), cast("an")
    role = f"vai-tro/{an.holdings.get().uuid}/thu/"
    for act in ("vai-tro/", "ma/", "dong/", "ban-giao/", "buoc-hai/", role):
        page = kien.get(of(cast, "an") + act).content.decode()
        assert re.search(r"<h1>[^<]+: An Thị Mẫu</h1>", page), act
        assert re.search(r"<title>[^<]+: An Thị Mẫu ", page), act
    page = kien.get(of(cast, "an") + role).content.decode()
    assert "Người làm công tác bảo vệ trẻ em cấp xã, Xã" in page


def test_a_handover_is_checked_with_both_names_and_says_what_passed(desk, cast):
    cast("khach")
    kien, where = desk("kien"), of(cast, "an") + "ban-giao/"
    check = send(kien, where, taker="KHACH", step="check").content.decode()
    assert "Bàn giao việc: An Thị Mẫu" in check and "Khách Văn Mẫu (khach)" in check
    assert not Holding.objects.filter(user__username="khach").exists()
    done = send(kien, where, taker="khach", step="send")
    said = kien.get(done["Location"]).content.decode()
    assert "Đã bàn giao: 1 vai trò." in said
    assert "Số vai trò chờ người quản trị thứ hai xác nhận: 1." in said


def test_two_administrators_reset_a_second_factor(desk, cast):
    kien, lan = desk("kien"), desk("lan")
    send(kien, of(cast, "an") + "buoc-hai/", reason="Mất điện thoại, đã gặp mặt")
    alone = send(kien, of(cast, "an") + "buoc-hai/xac-nhan/")
    assert alone.status_code == 422
    assert "phải khác người đề nghị" in alone.content.decode()
    assert "Mất điện thoại" in lan.get(of(cast, "an")).content.decode()
    assert send(lan, of(cast, "an") + "buoc-hai/xac-nhan/").status_code == 302


def test_an_account_is_closed_and_is_no_longer_listed(desk, cast):
    kien = desk("kien")
    send(kien, of(cast, "an") + "dong/")
    assert not User.objects.get(username="an").is_active
    assert "An Thị Mẫu" not in kien.get(PEOPLE).content.decode()


def test_a_spreadsheet_is_judged_then_accepted_and_again_changes_nothing(desk):
    kien = desk("kien")
    bad = ("Mai", *GOOD[1:])
    judged = kien.post(f"{PEOPLE}moi-nhieu/", {"file": upload(GOOD, bad)}).content.decode()
    assert "1 dòng mời được" in judged and "Thiếu họ và tên." in judged
    assert kien.post(f"{PEOPLE}moi-nhieu/", {"step": "all"}).status_code == 422
    assert not User.objects.filter(username="maumt.n1").exists()
    kien.post(f"{PEOPLE}moi-nhieu/", {"step": "good"})
    assert "maumt.n1" in kien.post(f"{PEOPLE}ma/").content.decode()
    again = kien.post(f"{PEOPLE}moi-nhieu/", {"file": upload(GOOD)}).content.decode()
    assert "0 dòng mời được, 1 dòng đã có" in again


def test_a_file_that_is_none_gets_a_sentence(desk):
    file = BytesIO(b"abc")
    file.name = "a.xlsx"
    answer = desk("kien").post(f"{PEOPLE}moi-nhieu/", {"file": file})
    assert answer.status_code == 422
    assert "không phải bảng tính" in answer.content.decode()


def upload(*rows):
    file = book(*rows)
    file.name = "nguoi.xlsx"
    return file


def test_a_right_is_borrowed_seen_by_others_and_given_back(desk, place):
    kien = desk("kien")
    why = "Kiểm tra phản ánh của công dân"
    typed = {"act": "register.read", "place": place("n1").pk, "reason": why, "hours": "1"}
    assert send(kien, "/desk/tai-khoan/muon-quyen/", **typed).status_code == 302
    page = kien.get("/desk/tai-khoan/quyen/").content.decode()
    assert why in page and "Mở hồ sơ một trẻ em" in page
    assert why in desk("giang").get(f"{PEOPLE}quyen-da-muon/").content.decode()
    address = re.search(r'action="(/desk/tai-khoan/muon-quyen/[^"]+/tra/)"', page).group(1)
    kien.post(address)
    assert "Mở hồ sơ một trẻ em" not in kien.get("/desk/tai-khoan/quyen/").content.decode()


def test_what_i_may_do_says_where_and_on_what_it_rests(desk):
    page = desk("an").get("/desk/tai-khoan/quyen/").content.decode()
    for words in (
        "Ghi hồ sơ trẻ em",
        "Luật Trẻ em",
        "Người làm công tác bảo vệ trẻ em",
        "nêu lý do",
    ):
        assert words in page
