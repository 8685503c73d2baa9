"""Signing in: the password, the second step, the lock, the way back, and what a thief finds."""

import re
import time

import pytest
from allauth.account import app_settings
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client

from mangnon.access.models import Session
from mangnon.access.sessions import SessionStore, hashed
from mangnon.audit.models import Entry
from tests.support.officers import PASSWORD, SECRET, app_code

LOGIN, SECOND = "/desk/tai-khoan/dang-nhap/", "/desk/tai-khoan/buoc-hai/nhap-ma/"
COOKIE = "mangnon_desk"


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


def sign_in(client, username, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": username, "password": password, **more})


def signed_in(username):
    """A browser in which the person is signed in, both steps taken."""
    client = Client()
    sign_in(client, username)
    client.post(SECOND, {"code": app_code()})
    return client


def test_an_officer_signs_in_with_password_and_app(cast):
    cast("an")
    client = Client()
    first = sign_in(client, "an")
    assert (first.status_code, first["Location"]) == (302, SECOND)
    assert client.get("/desk/").status_code == 302
    second = client.post(SECOND, {"code": app_code()})
    assert second["Location"] == "/desk/"
    assert "An Thị Mẫu" in client.get("/desk/").content.decode()
    assert Entry.objects.latest("pk").act == "account.sign_in"


def test_the_name_may_be_typed_in_capitals(cast):
    cast("khach")
    assert sign_in(Client(), "KHACH")["Location"] == "/desk/"


def test_a_code_opens_once(cast):
    cast("an")
    code = app_code()
    for answer in (302, 200):
        client = Client()
        sign_in(client, "an")
        assert client.post(SECOND, {"code": code}).status_code == answer


@pytest.mark.parametrize(("name", "password"), [("an", "sai"), ("khong-co", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(cast, name, password):
    cast("an")
    page = sign_in(Client(), name, password)
    assert page.status_code == 200
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in page.content.decode()


def test_after_five_wrong_passwords_the_right_one_is_refused_too(cast):
    cast("an")
    client = Client()
    for _ in range(5):
        last = sign_in(client, "an", "sai")
    right = sign_in(Client(), "an")
    assert (last.status_code, right.status_code) == (429, 429)
    assert "còn 15 phút" in right.content.decode()
    assert Entry.objects.filter(act="account.lock_out").exists()


def test_the_lock_holds_for_the_name_at_that_address_only(cast):
    cast("an"), cast("khach")
    client = Client()
    for _ in range(5):
        sign_in(client, "an", "sai")
    assert sign_in(client, "khach").status_code == 302
    assert sign_in(Client(REMOTE_ADDR="10.0.0.9"), "an").status_code == 302


def test_a_role_over_children_leads_to_the_second_factor_first(cast):
    user = cast("an")
    Authenticator.objects.filter(user=user).delete()
    client = Client()
    sign_in(client, "an")
    assert client.get("/desk/")["Location"] == "/desk/tai-khoan/buoc-hai/"
    assert client.get("/desk/tai-khoan/quyen/")["Location"] == "/desk/tai-khoan/buoc-hai/"
    page = client.get("/desk/tai-khoan/buoc-hai/ung-dung/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page).group(1)
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    done = client.post("/desk/tai-khoan/buoc-hai/ung-dung/", {"code": code})
    assert done["Location"] == "/desk/tai-khoan/buoc-hai/ma-du-phong/"
    codes = re.findall(r"<code>(\d{8})</code>", client.get(done["Location"]).content.decode())
    assert len(codes) == 10
    assert client.get("/desk/").status_code == 200


def test_a_recovery_code_opens_once(cast):
    cast("an")
    client = signed_in("an")
    client.post("/desk/tai-khoan/buoc-hai/ma-du-phong/tao/")
    page = client.get("/desk/tai-khoan/buoc-hai/ma-du-phong/").content.decode()
    code = re.findall(r"<code>(\d{8})</code>", page)[0]
    for answer in (302, 200):
        other = Client()
        sign_in(other, "an")
        assert other.post(SECOND, {"code": code}).status_code == answer


def test_after_five_wrong_codes_the_right_one_is_refused_too(cast):
    """Whoever has the password does not try codes until one fits."""
    cast("an")
    client = Client()
    sign_in(client, "an")
    for _ in range(5):
        last = client.post(SECOND, {"code": "000000"})
    assert last.status_code == 429
    assert client.post(SECOND, {"code": app_code()}).status_code != 302
    assert sign_in(Client(), "an").status_code == 429
    assert Entry.objects.filter(act="account.lock_out").exists()
    assert not AccessAttempt.objects.filter(post_data__contains="000000").exists()


def test_codes_are_counted_for_the_person_from_whatever_address(cast, settings):
    cast("an")
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "second_factor": "2/h/key"}
    for at in (1, 2):
        client = Client(REMOTE_ADDR=f"10.0.0.{at}")
        sign_in(client, "an")
        client.post(SECOND, {"code": "000000"})
    other = Client(REMOTE_ADDR="10.0.0.3")
    sign_in(other, "an")
    page = other.post(SECOND, {"code": app_code()})
    assert (page.status_code, "quá nhiều lần" in page.content.decode()) == (200, True)


def test_a_name_that_nobody_has_is_not_kept_it_may_be_a_password(cast):
    cast("an")
    for _ in range(5):
        last = sign_in(Client(), PASSWORD.replace(" ", "-"), "sai")
    assert last.status_code == 429
    kept = str(list(AccessAttempt.objects.values()))
    assert PASSWORD.replace(" ", "-") not in kept


def test_a_letter_that_only_looks_like_another_is_another_name(cast):
    """The dotless i is i to PostgreSQL where case is ignored; the lock would count it apart."""
    assert app_settings.PRESERVE_USERNAME_CASING is False
    cast("binh")
    assert sign_in(Client(), "bınh").status_code == 200
    assert sign_in(Client(), "Binh")["Location"] == SECOND


def test_one_time_codes_are_not_tried_without_end(cast):
    client = Client()
    answers = [client.post("/desk/tai-khoan/ma/", {}).status_code for _ in range(21)]
    assert answers == [422] * 20 + [429]


def test_the_last_factor_that_a_role_needs_is_not_dropped(cast):
    cast("an")
    client = signed_in("an")
    page = client.post("/desk/tai-khoan/buoc-hai/ung-dung/bo/")
    assert page.status_code == 200
    assert Authenticator.objects.filter(user__username="an", type="totp").exists()


def test_what_signing_in_keeps_tells_a_thief_nothing(cast):
    cast("an")
    client = signed_in("an")
    client.post("/desk/tai-khoan/buoc-hai/ma-du-phong/tao/")
    key = client.cookies[COOKIE].value
    rows = [str(row) for model in (Session, Authenticator) for row in model.objects.values()]
    assert len(rows) >= 3
    assert not any(word in row for row in rows for word in (key, SECRET, "Mẫu", "127.0.0.1"))
    thief = Client()
    thief.cookies[COOKIE] = hashed(key)[:32]
    assert thief.get("/desk/").status_code == 302
    thief.cookies[COOKIE] = hashed(key)
    assert thief.get("/desk/").status_code == 302


def test_a_session_moved_under_another_key_opens_nothing(cast):
    cast("khach")
    sign_in(client := Client(), "khach")
    row = Session.objects.get(user__username="khach")
    other = SessionStore()
    other.create()
    Session.objects.filter(session_key=hashed(other.session_key)).update(
        session_data=row.session_data
    )
    client.cookies[COOKIE] = other.session_key
    assert client.get("/desk/").status_code == 302


def test_after_the_idle_time_she_signs_in_again_and_is_back_where_she_was(cast, monkeypatch):
    cast("khach")
    sign_in(client := Client(), "khach")
    later = time.time() + 31 * 60
    monkeypatch.setattr("mangnon.access.sessions.time.time", lambda: later)
    away = client.get("/desk/tai-khoan/quyen/?xem=1")
    assert away["Location"] == f"{LOGIN}?next=/desk/tai-khoan/quyen/%3Fxem%3D1"
    back = sign_in(client, "khach", next="/desk/tai-khoan/quyen/?xem=1")
    assert back["Location"] == "/desk/tai-khoan/quyen/?xem=1"


def test_who_is_there_stays_signed_in_until_the_day_is_over(cast, monkeypatch):
    cast("khach")
    sign_in(client := Client(), "khach")
    began = time.time()
    seen = []
    for minutes in range(20, 13 * 60, 20):
        now = began + minutes * 60
        monkeypatch.setattr("mangnon.access.sessions.time.time", lambda now=now: now)
        seen.append((minutes, client.get("/desk/").status_code))
    assert {answer for minutes, answer in seen if minutes < 12 * 60} == {200}
    assert {answer for minutes, answer in seen if minutes >= 12 * 60} == {302}


def test_the_list_of_sessions_says_where_and_ends_one_or_all(cast):
    cast("khach")
    phone = Client(
        HTTP_USER_AGENT="Mozilla/5.0 (Linux; Android 14) Chrome/120.0", REMOTE_ADDR="10.1.1.1"
    )
    desk, other = Client(), Client()
    for client in (phone, desk, other):
        sign_in(client, "khach")
    page = desk.get("/desk/tai-khoan/phien/").content.decode()
    assert "Chrome · Android" in page and "10.1.1.1" in page and "máy này" in page
    on_phone = Session.objects.get(session_key=hashed(phone.cookies[COOKIE].value))
    desk.post("/desk/tai-khoan/phien/", {"session": str(on_phone.uuid)})
    assert [c.get("/desk/").status_code for c in (phone, desk, other)] == [302, 200, 200]
    desk.post("/desk/tai-khoan/phien/", {"session": "others"})
    assert [c.get("/desk/").status_code for c in (desk, other)] == [200, 302]


def test_nobody_ends_the_session_of_another(cast):
    cast("khach"), cast("an")
    an = signed_in("an")
    sign_in(khach := Client(), "khach")
    row = Session.objects.get(user__username="an")
    khach.post("/desk/tai-khoan/phien/", {"session": str(row.uuid)})
    assert an.get("/desk/").status_code == 200


def test_a_new_password_ends_every_other_session(cast):
    cast("khach")
    here, there = Client(), Client()
    sign_in(here, "khach"), sign_in(there, "khach")
    new = "tre mọc bên bờ ao"
    typed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/desk/tai-khoan/mat-khau/", typed).status_code == 302
    assert [c.get("/desk/").status_code for c in (here, there)] == [200, 302]
    assert sign_in(Client(), "khach", new).status_code == 302


@pytest.mark.parametrize(
    "page", ["signup", "email", "password/reset", "password/set", "login/code", "3rdparty", "login"]
)
def test_pages_of_the_library_that_nobody_needs_are_not_there(cast, page):
    assert Client().get(f"/desk/tai-khoan/{page}/").status_code == 404


def test_leaving_ends_the_session_in_the_database(cast):
    cast("khach")
    sign_in(client := Client(), "khach")
    client.post("/desk/tai-khoan/dang-xuat/")
    assert not Session.objects.filter(user__username="khach").exists()
    assert client.get("/desk/").status_code == 302
