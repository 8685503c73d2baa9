"""Every page and every error of signing in speaks Vietnamese: the kept libraries speak English."""

import html
import re

import pytest
from django.core.cache import cache
from django.test import Client

from mangnon.access import actions, doors
from mangnon.access.tests.test_people_pages import BACKEND, send
from tests.support.officers import PASSWORD, app_code

HERE, PEOPLE = "/desk/tai-khoan/", "/desk/moi-nguoi/"
# Words that no Vietnamese sentence holds; names of things (Chrome, JavaScript) are no words here.
ENGLISH = re.compile(
    r"\b(the|your|you|please|password|code|key|sign|enter|must|this|that|field|required|invalid|"
    r"is|are|not|with|and|have|account|email|username|incorrect|too|common|short|contain|least|"
    r"characters|match|add|remove|master|backup|time|again|use|new|old|of|for|file|submitted|"
    r"choice|select|value|valid|empty|ensure|authenticator|recovery)\b",
    re.IGNORECASE,
)
FORMS = {
    "dang-nhap/": [{}, {"login": "an"}, {"login": "an", "password": "sai"}, {"login": "a" * 200}],
    "ma/": [
        {},
        {"username": "an", "code": "X", "password": "a", "again": "b"},
        {"username": "x" * 99, "code": "y" * 99, "password": "12", "again": "12"},
    ],
    "xac-nhan-lai/": [{}, {"password": "sai"}],
    "mat-khau/": [
        {},
        {"oldpassword": "sai", "password1": "ngắn", "password2": "khác"},
        {"oldpassword": PASSWORD, "password1": "password", "password2": "password"},
        {"oldpassword": PASSWORD, "password1": "abc", "password2": "xyz"},
    ],
    "buoc-hai/xac-nhan-lai/": [{}, {"code": "000000"}],
    "buoc-hai/ung-dung/bo/": [{}],
    "buoc-hai/khoa/them/": [{}, {"credential": "không phải JSON"}],
    "buoc-hai/khoa/dang-nhap/": [{}, {"credential": "{}"}, {"credential": "không phải JSON"}],
    "muon-quyen/": [{}],
    "ngon-ngu/": [{}, {"language": "fr"}],
}
PAGES = ("", "quyen/", "phien/", "dang-xuat/", "da-dong/", "buoc-hai/", "buoc-hai/khoa/",
         "buoc-hai/ma-du-phong/", "buoc-hai/ma-du-phong/tao/", "cong-vu/loi/",
         "cong-vu/da-dung/", *FORMS)  # fmt: skip
OF_PEOPLE = ("", "moi/", "moi-nhieu/", "ma/", "quyen-da-muon/", "cho-xac-nhan/",
             "cho-xac-nhan/{batch}/", "{one}/", "{one}/vai-tro/", "{one}/vai-tro/{holding}/thu/",
             "{one}/vai-tro/{holding}/xac-nhan/", "{one}/ban-giao/", "{one}/ma/",
             "{one}/buoc-hai/", "{one}/buoc-hai/xac-nhan/", "{one}/dong/")  # fmt: skip
TYPED = {
    "moi/": [{}, {"username": "An Sơn!", "name": "", "role": "x", "place": "999999"}],
    "cho-xac-nhan/{batch}/": [{}, {"answer": "x"}],
    "{one}/vai-tro/": [{}, {"role": "x", "place": "999999", "valid_to": "31/2/2015"}],
    "{one}/ban-giao/": [{}, {"taker": "x", "until": "31/2/2015"}],
    "{one}/buoc-hai/": [{}, {"reason": "x"}],
}


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


def english_in(answer):
    """The English words that a reader would see: not markup, scripts, code, or names of fields."""
    text = answer.content.decode()
    shown = re.sub(r"(?s)<(script|style|code|head)\b.*?</\1>", " ", text)
    title = re.search(r"(?s)<title>(.*?)</title>", text)
    words = html.unescape(re.sub(r"<[^>]+>", " ", shown)) + (title.group(1) if title else "")
    said = re.findall(r'(?:placeholder|aria-label|alt|title)="([^"]*)"', shown)
    return set(ENGLISH.findall(" ".join([words, *said])))


@pytest.fixture
def inside(cast):
    client = Client()
    cast("kien")
    client.post(f"{HERE}dang-nhap/", {"login": "kien", "password": PASSWORD})
    client.post(f"{HERE}buoc-hai/nhap-ma/", {"code": app_code()})
    client.post(f"{HERE}buoc-hai/ma-du-phong/tao/")
    return client


@pytest.fixture
def administrators(cast, place):
    """Her who gave a role that waits, borrowed a right and asked for a reset; and the other."""
    for username in ("kien", "lan"):
        cast(username)
    by = doors.leave(cast("kien"), "people.manage").warrant()
    given = actions.give_role(cast("khach"), "child_officer", place("n1"), warrant=by)
    actions.ask_factor_reset(
        cast("khach"),
        reason="Đã gặp tận mặt.",
        warrant=doors.leave(cast("kien"), "people.reset").warrant(),
    )
    actions.borrow(
        cast("kien"), "register.read", place("n1"), reason="Theo công văn 12", hours=1,
        warrant=doors.leave(cast("kien"), "access.borrow").warrant("x"),
    )  # fmt: skip
    clients = [Client(), Client()]
    for client, username in zip(clients, ("kien", "lan"), strict=True):
        client.force_login(cast(username), backend=BACKEND)
    known = {"one": cast("khach").uuid, "holding": given.uuid, "batch": given.batch}
    return clients, known


@pytest.mark.parametrize("page", OF_PEOPLE)
def test_a_page_about_people_says_no_english_word(administrators, page):
    clients, known = administrators
    for client in clients:
        answer = client.get(PEOPLE + page.format(**known), follow=True)
        assert answer.status_code == 200
        assert english_in(answer) == set()


@pytest.mark.parametrize("page", TYPED)
def test_no_error_of_a_form_about_people_is_english(administrators, page):
    clients, known = administrators
    for typed in TYPED[page]:
        answer = send(clients[1], PEOPLE + page.format(**known), **typed)
        assert answer.status_code == 422
        assert english_in(answer) == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_no_english_word(inside, page):
    for client in (inside, Client()):
        answer = client.get(HERE + page, follow=True)
        assert answer.status_code in (200, 401)
        assert english_in(answer) == set()


@pytest.mark.parametrize("page", FORMS)
def test_no_error_of_a_form_is_english(inside, page):
    for typed in FORMS[page]:
        for client in (inside, Client()):
            cache.clear()
            assert english_in(client.post(HERE + page, typed, follow=True)) == set()


def test_the_second_step_and_the_lock_say_no_english_word(cast):
    cast("an")
    client = Client()
    client.post(f"{HERE}dang-nhap/", {"login": "an", "password": PASSWORD})
    for typed in ({}, {"code": "000000"}, {"code": "x" * 99}, {"credential": "{}"}):
        assert english_in(client.post(f"{HERE}buoc-hai/nhap-ma/", typed)) == set()
    for _ in range(6):
        last = client.post(f"{HERE}dang-nhap/", {"login": "an", "password": "sai"})
    assert english_in(last) == set()
