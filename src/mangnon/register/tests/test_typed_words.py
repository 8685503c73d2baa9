"""Words that are typed beside the register: kept sealed, opened on screens, locked anew."""

from base64 import urlsafe_b64decode
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from mangnon.access import actions as access
from mangnon.access.actions.keys import rewrap_words, words_by_key
from mangnon.access.doors import leave
from mangnon.access.models import FactorReset, Loan
from mangnon.access.worded import kinds
from mangnon.aggregates.models import Told
from mangnon.attachments.models import Attachment
from mangnon.audit.keys import ring
from mangnon.audit.models import Entry
from mangnon.duties.models import Said
from mangnon.imports.models import Import
from mangnon.legislation.models import Follower, Problem
from mangnon.register.actions.keys import retire_key, rotate_keys
from mangnon.register.actions.views import keep_view
from mangnon.register.errors import KeyStays
from mangnon.register.models import SavedView
from mangnon.register.tests.pages import client_of, person, signed_in
from mangnon.register.tests.test_at_rest import in_clear
from mangnon.register.tests.test_file_pages import open_file
from mangnon.vault import KeyRing, SealBroken, Sealer
from tests.support.desk import fill

WHY = "Bà của cháu Khuỵnhoét kể"
AT_ONCE = timedelta()


@pytest.fixture(autouse=True)
def key_file(tmp_path: Path, settings) -> Path:
    """A ring of this test's own."""
    settings.KEY_FILE = str(tmp_path / "keys")
    KeyRing.generate(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.fixture
def borrower(an_son):
    return person("dung", "administrator", an_son)


@pytest.fixture
def loan(borrower, an_son):
    desk = client_of(borrower)
    typed = {"act": "register.read", "place": an_son.pk, "reason": WHY, "hours": "1"}
    assert fill(desk, reverse("borrow"), **typed).status_code == 302
    return Loan.objects.get()


@pytest.fixture
def of_each_kind(borrower, loan, an_son, warrant):
    an = person("an", "child_officer", an_son)
    asked = leave(borrower, "people.reset").warrant()
    reset = access.ask_factor_reset(an, reason=WHY, warrant=asked)
    return [loan, reset, keep_view(an, name=WHY, filters={"gioi": "f"}, warrant=warrant)]


def opened() -> list[str]:
    return [record.words for kind in kinds() for record in kind.objects.all()]


def test_every_kind_is_known():
    beside = {Loan, FactorReset, SavedView, Said, Told, Attachment}
    assert set(kinds()) == {*beside, Import, Problem, Follower}


def test_nothing_of_them_is_there_at_rest_and_they_open(of_each_kind):
    assert in_clear("Khuỵnhoét", WHY) == []
    assert opened() == [WHY] * 3


def test_what_is_done_by_a_loan_names_it_and_screens_say_why(borrower, loan, man, an_son):
    open_file(client_of(borrower), man)
    assert Entry.objects.get(act="register.read").reason == loan.subject
    assert in_clear("Khuỵnhoét") == []
    who = signed_in("an", "child_officer", an_son).get(reverse("register:who", args=[man.uuid]))
    trail = signed_in("ha", "auditor", an_son).get(reverse("trail"))
    assert WHY in who.content.decode()
    assert trail.content.decode().count(WHY) >= 2  # the borrowing, and what was read by it


def test_an_entry_holds_the_words_without_their_key(of_each_kind):
    for act, record in zip(("people.borrow", "people.ask_reset"), of_each_kind, strict=False):
        entry = Entry.objects.get(act=act)
        wrapped = urlsafe_b64decode(record.words_sealed.partition(".")[0])
        sealer = Sealer(ring().unwrap(wrapped, bound_to=record.subject))
        assert sealer.unseal(entry.reason_sealed, bound_to=record.subject) == WHY
        assert wrapped not in bytes(entry.reason_sealed)


def test_words_moved_to_another_record_do_not_open(of_each_kind):
    loan, reset, _view = of_each_kind
    reset.words_sealed = loan.words_sealed
    with pytest.raises(SealBroken):
        assert reset.words


def test_they_are_locked_anew_with_the_records(of_each_kind, key_file, warrant):
    old = ring().primary
    new = KeyRing.add_key(key_file).primary
    assert [keys for _what, keys in words_by_key() if keys] == [{old: 1}] * 3
    rotate_keys(warrant=warrant)
    assert [keys for _what, keys in words_by_key() if keys] == [{new: 1}] * 3
    assert rewrap_words(warrant=warrant) == 0
    retire_key(old, warrant=warrant, settled=AT_ONCE)
    assert ring().key_ids == {new}
    assert opened() == [WHY] * 3


def test_a_key_that_locks_words_is_not_retired(borrower, an_son, key_file, warrant):
    keep_view(borrower, name=WHY, filters={}, warrant=warrant)
    access.ask_factor_reset(
        person("an", "collaborator", an_son), reason=WHY,
        warrant=leave(borrower, "people.reset").warrant(),
    )  # fmt: skip
    old = ring().primary
    KeyRing.add_key(key_file)
    # Two records with words, and two second factors.
    with pytest.raises(KeyStays, match="4 records"):
        retire_key(old, warrant=warrant, settled=AT_ONCE)
