"""A key file from its making to the day an old key goes, at the command line."""

import re
from uuid import uuid4

import pytest

from mangnon import clock
from mangnon.access.account_models import FactorReset
from mangnon.access.actions.sendings import keep_typed
from mangnon.access.models import User
from mangnon.access.worded import worded
from mangnon.audit.models import Actor
from mangnon.register import identity
from mangnon.register.models.views import SavedView
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
    assert re.match(r"k\w+  khóa chính / primary\n  0 hồ sơ / records\n", said)
    assert said.count("khóa chính") + said.count("khóa cũ") == 1


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


def test_whatever_a_key_locks_is_counted_by_its_kind(run, home, db):
    run("keys", "new")
    somebody = User.objects.create(
        username="ba.tam", actor=Actor.objects.create(kind="person", name="Bà Tám")
    )
    now, old = clock.now(), KeyRing.load(home)
    worded(SavedView, "Cháu Mận", user=somebody).save()
    worded(
        FactorReset, "Mất máy", user=somebody, asked_by=somebody.actor, asked_at=now,
        expires_at=now,
    ).save()  # fmt: skip
    keep_typed(uuid4(), somebody, {"name": ["Mận"]})
    identity.DataKey.objects.create(wrapped=old.wrap(bytes(32), bound_to="child:1"))
    said = run("keys", "check")[1]
    for line in (
        "1 hồ sơ / records",
        "1 tên bộ lọc đã lưu / names of kept filters",
        "1 lý do đặt lại bước xác thực thứ hai / reasons of resets of a second factor",
        "0 lý do nhận quyền tạm thời / reasons of borrowed rights",
        "1 biểu mẫu gõ dở / forms half-way",
    ):
        assert f"  {line}\n" in said
    home.unlink()
    identity.DataKey.objects.all().delete()
    run("keys", "new")
    code, said = run("keys", "check")  # no record is left, and what was typed does not open
    assert (code, f"lacks {old.primary}" in said) == (2, True)
