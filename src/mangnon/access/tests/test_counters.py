"""What all processes count together: a code is used once, tries add up, and nothing is told."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client

from mangnon.access import counters
from mangnon.access.models import Counter
from tests.support.officers import PASSWORD, SECRET, app_code
from tests.support.signing_in import PERIOD, environment

ROOT = Path(__file__).resolve().parents[4]
LOGIN, SECOND = "/desk/tai-khoan/dang-nhap/", "/desk/tai-khoan/buoc-hai/nhap-ma/"


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


def test_a_value_is_kept_until_its_end(monkeypatch):
    cache.set("tries", [1.5, 2.5], 30)
    assert cache.get("tries") == [1.5, 2.5]
    assert cache.touch("tries", 90)
    later = time.time() + 60
    monkeypatch.setattr(counters.time, "time", lambda: later)
    assert cache.get("tries") == [1.5, 2.5]
    monkeypatch.setattr(counters.time, "time", lambda: later + 60)
    assert cache.get("tries", "gone") == "gone"
    assert not cache.touch("tries", 90)


def test_a_value_is_added_once_and_again_after_its_end(monkeypatch):
    assert cache.add("code", "y", 30)
    assert not cache.add("code", "y", 30)
    later = time.time() + 31
    monkeypatch.setattr(counters.time, "time", lambda: later)
    assert cache.add("code", "y", 30)
    assert cache.delete("code") and not cache.delete("code")


def test_what_has_ended_is_dropped(monkeypatch):
    for number in range(5):
        cache.set(f"tries {number}", 1, 30)
    later = time.time() + 3600
    monkeypatch.setattr(counters.time, "time", lambda: later)
    cache.set("tries", 1, 30)
    assert Counter.objects.count() == 1


@pytest.mark.parametrize("value", ["Mận", {"a": 1}, ["a"], None, b"x"])
def test_a_text_is_never_kept(value):
    cache.set("x", value)
    assert cache.get("x") is None
    with pytest.raises(TypeError, match="keep numbers"):
        cache.add("x", value)
    assert not Counter.objects.exists()


def test_signing_in_leaves_no_address_and_no_code_in_clear(cast):
    cast("an")
    client, code = Client(REMOTE_ADDR="10.7.7.7"), app_code()
    client.post(LOGIN, {"login": "an", "password": PASSWORD})
    client.post(SECOND, {"code": code})
    rows = str(list(Counter.objects.values()))
    assert Counter.objects.count() >= 2
    assert not any(word in rows for word in ("10.7.7.7", code, "allauth", "'an'"))


@pytest.mark.django_db(transaction=True)
def test_a_code_used_in_one_process_opens_nothing_in_another(cast, settings):
    settings.MFA_TOTP_PERIOD = PERIOD
    cast("an")
    code = format_hotp_value(hotp_value(SECRET, int(time.time()) // PERIOD))
    words = [sys.executable, "-m", "tests.support.signing_in", "an", code]
    other = subprocess.run(
        words, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    here = Client()
    here.post(LOGIN, {"login": "an", "password": PASSWORD})
    assert other.stdout == "302\n"
    assert here.post(SECOND, {"code": code}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_of_many_who_add_at_once_one_does():
    done, start = [], threading.Barrier(8)

    def add():
        start.wait()
        done.append(cache.add("code", "y", 30))
        connections.close_all()

    threads = [threading.Thread(target=add) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(done) == [False] * 7 + [True]


def test_each_write_is_one_statement(django_assert_num_queries):
    cache.set("tries", 1, 30)  # the first tidies
    with django_assert_num_queries(2, connection=connection):
        cache.add("code", "y", 30)
        cache.set("tries", 2, 30)
