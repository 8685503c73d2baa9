"""A key file from its making to the day an old key goes, at the command line."""

import re

import pytest

from mangnon.register import identity
from mangnon.vault import KeyRing


@pytest.fixture
def home(tmp_path, settings, monkeypatch):
    """The key file of this test's installation, not made yet."""
    path = tmp_path / "keys"
    settings.KEY_FILE = str(path)
    monkeypatch.setenv("MANGNON_KEY_FILE", str(path))
    return path


def test_from_the_first_key_to_the_second(run, home, db):
    assert run("keys", "new")[0] == 0
    first = KeyRing.load(home).primary
    assert "keys rotate" in run("keys", "add")[1]
    code, said = run("keys", "rotate", "--by", "Bà Tám")
    assert code == 0
    assert first in said
    code, said = run("keys", "retire", first, "--by", "Bà Tám")
    assert code == 2
    assert "--at-once" in said
    assert run("keys", "retire", first, "--at-once", "--by", "Bà Tám")[0] == 0
    code, said = run("keys", "check")
    assert code == 0
    assert re.fullmatch(r"k\w+  khóa chính / primary: 0 hồ sơ / records\n", said)


def test_a_key_file_is_not_overwritten(run, home, db):
    run("keys", "new")
    code, said = run("keys", "new")
    assert code == 2
    assert "not overwritten" in said


def test_the_primary_key_stays(run, home, db):
    run("keys", "new")
    name = KeyRing.load(home).primary
    code, said = run("keys", "retire", name, "--at-once", "--by", "Bà Tám")
    assert code == 2
    assert "primary one" in said


def test_where_the_key_file_is_must_be_said(run, home, monkeypatch):
    monkeypatch.delenv("MANGNON_KEY_FILE")
    monkeypatch.setenv("MANGNON_MODE", "production")
    code, said = run("keys", "new")
    assert code == 2
    assert "MANGNON_KEY_FILE" in said


def test_no_act_on_the_keys_is_anonymous(run, home, db):
    code, said = run("keys", "rotate")
    assert code == 2
    assert "--by" in said


def test_a_key_that_is_missing_is_named(run, home, db):
    lost = KeyRing.generate(home)
    identity.DataKey.objects.create(wrapped=lost.wrap(bytes(32), bound_to="child:1"))
    home.unlink()
    run("keys", "new")
    code, said = run("keys", "check")
    assert code == 2
    assert f"lacks {lost.primary}" in said


def test_a_developers_key_comes_from_the_environment(settings):
    settings.KEY = bytes(32)
    assert identity.ring().primary == "environment"
    assert identity.ring() is identity.ring()
