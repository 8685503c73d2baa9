"""Every page and every error of signing in speaks Vietnamese: the kept libraries speak English."""

import html
import re

import pytest
from django.core.cache import cache
from django.test import Client

from tests.support.officers import PASSWORD, app_code

HERE = "/desk/tai-khoan/"
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
