"""What a process counts, under which section, and what becomes of it when it is written."""

from collections import Counter
from datetime import date

import pytest
from django.db import DatabaseError
from django.test import RequestFactory

from mangnon import clock
from mangnon.visits import flushing, queries, store
from mangnon.visits.door import Counting, counted
from mangnon.visits.models import DayCount
from mangnon.visits.sections import section_of
from mangnon.visits.tally import TALLY

DAY = date(2026, 1, 15)
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
COUNTED = [("/", "trang-chu"), ("/en/", "trang-chu"), ("/chi-so/T1/", "chi-so"),
           ("/en/indicator/T1/", "chi-so"), ("/loi-hua/T1/", "loi-hua"), ("/bia/", "khac"),
           ("/enter/", "khac")]  # fmt: skip


def view(path="/", *, method="GET", status="200 OK", kind="text/html; charset=utf-8", **headers):
    def answer(environ, start_response):
        start_response(status, [("Content-Type", kind)] if kind else [])
        return [b"<p>"]

    asked = RequestFactory(headers={"user-agent": BROWSER, **headers}).generic(method, path).environ
    said = []
    with clock.pinned(DAY):
        assert Counting(answer)(asked, lambda *words: said.append(words)) == [b"<p>"]
    assert said[0][0] == status


@pytest.mark.parametrize(("path", "section"), COUNTED)
def test_a_view_is_counted_under_its_section(path, section):
    view(path)
    assert TALLY.take() == {(DAY, section): 1}


@pytest.mark.parametrize("headers", [
    {"user-agent": "curl/8"}, {"user-agent": ""}, {"sec-purpose": "prefetch"},
    {"sec-purpose": "prefetch;prerender"}, {"purpose": "prefetch"}, {"x-moz": "prefetch"},
])  # fmt: skip
def test_robots_and_what_is_asked_ahead_are_not(headers):
    view(**headers)
    assert TALLY.take() == {}


@pytest.mark.parametrize("answer", [
    {"status": "404 Not Found"}, {"status": "304 Not Modified", "kind": ""},
    {"status": "301 Moved Permanently"}, {"kind": "application/json"}, {"kind": "image/svg+xml"},
    {"method": "HEAD"}, {"method": "POST"}, {"path": "/desk/"}, {"path": "/desk/tre-em/"},
])  # fmt: skip
def test_what_is_no_page_is_not(answer):
    view(**answer)
    assert TALLY.take() == {}


def test_where_nginx_counts_the_process_does_not(settings):
    settings.VISITS = "log"
    assert counted(view) is view
    assert flushing.begin() is None


@pytest.mark.django_db
def test_what_is_written_twice_is_added():
    store.add({(DAY, "chi-so"): 2, (DAY, "khac"): 1})
    store.add({(DAY, "chi-so"): 3})
    assert dict(DayCount.objects.values_list("section", "count")) == {"chi-so": 5, "khac": 1}
    assert queries.total() == 6


@pytest.mark.django_db
def test_where_the_database_is_away_nothing_is_lost(monkeypatch):
    monkeypatch.setattr(flushing.connection, "close", lambda: None)  # the test's own
    view()
    with monkeypatch.context() as away:
        away.setattr(store, "add", _away)
        assert not flushing.flush()
    view()
    assert flushing.flush()
    assert queries.total() == 2
    assert TALLY.take() == {}


def _away(counts):
    raise DatabaseError("away")


def test_every_first_word_of_the_public_addresses_has_a_section():
    from django.urls import get_resolver

    words = {
        str(one.pattern).partition("/")[0]
        for resolver in get_resolver().url_patterns[-1].url_patterns
        for one in getattr(resolver, "url_patterns", ())
    }
    pages = {word for word in words if word and "." not in word and "<" not in word}
    assert pages
    assert {word for word in pages if section_of(f"/{word}/") == "khac"} == set()


@pytest.mark.django_db
def test_seven_days_are_today_and_six_before():
    days = Counter({(date(2026, 1, 8), "chi-so"): 1, (date(2026, 1, 9), "chi-so"): 10})
    store.add(days + Counter({(DAY, "chi-so"): 100, (date(2024, 1, 1), "khac"): 5}))
    assert queries.by_section(DAY) == [
        ("chi-so", 110, 111, 111, 111),
        ("khac", 0, 0, 0, 5),
    ]
