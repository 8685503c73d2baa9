"""One entry an act, in its transaction; one a page of a list, one a reveal."""

import json
from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from mangnon.audit import queries
from mangnon.audit.actions import MOST_SUBJECTS, read, record
from mangnon.audit.errors import EntryIsFinal, OutsideTransaction
from mangnon.audit.models import Entry
from mangnon.audit.verifying import verify
from mangnon.vault import new_data_key, seal

pytestmark = pytest.mark.django_db
CHILD = f"register.child:{uuid4()}"


def test_an_act_keeps_what_was_and_what_is(warrant):
    blob = seal(new_data_key(), "Nguyễn Thị Mận", bound_to="child:x:name")
    with transaction.atomic():
        record(
            warrant, "register.correct_identity", subject=CHILD, place_code="101@2012-01-01",
            before={"name": blob, "birth_date": date(2015, 3, 10)}, after={"weight": 9.5},
        )  # fmt: skip
    kept = Entry.objects.get()
    assert (kept.kind, kept.right, kept.reason) == ("act", "register.write", "thăm nhà")
    assert kept.before["birth_date"] == "2015-03-10"
    assert set(kept.before["name"]) == {"sealed"}
    assert kept.after == {"weight": 9.5}
    assert "Mận" not in json.dumps(kept.before, ensure_ascii=False)


@pytest.mark.parametrize("clear", ["Nguyễn Thị Mận".encode(), b"", b"\x01short"])
def test_bytes_that_are_no_seal_are_refused(warrant, clear):
    with transaction.atomic(), pytest.raises(TypeError, match="seal"):
        record(warrant, "x", after={"name": clear})


def test_a_typed_reason_is_kept_sealed(warrant):
    typed = seal(new_data_key(), "mẹ cháu Mận hỏi", bound_to="child:x:reason")
    read(warrant, "register.reveal_address", subjects=[CHILD], reason=typed, purpose="visit")
    kept = Entry.objects.get()
    assert bytes(kept.reason_sealed) == typed
    assert kept.data == {"purpose": "visit"}


@pytest.mark.django_db(transaction=True)
def test_an_act_outside_its_transaction_is_refused(warrant):
    with pytest.raises(OutsideTransaction) as refused:
        record(warrant, "register.move_child")
    assert "register.move_child" in refused.value.sentence.vi
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_undone_act_leaves_no_entry(warrant):
    with pytest.raises(IntegrityError), transaction.atomic():
        record(warrant, "x")
        raise IntegrityError
    assert not Entry.objects.exists()
    assert verify().fault is None


@pytest.mark.django_db(transaction=True)
def test_a_reading_is_committed_before_it_returns(warrant):
    read(warrant, "register.reveal_address", subjects=[CHILD])
    assert Entry.objects.get().subject == CHILD


def test_a_page_of_a_list_is_one_entry_found_by_each_child_on_it(warrant):
    page = [f"register.child:{uuid4()}" for _ in range(25)]
    read(warrant, "register.list", subjects=page)
    read(warrant, "register.list", subjects=[f"register.child:{uuid4()}" for _ in range(25)])
    found = queries.entries_about(page[7]).get()
    assert (found.kind, found.subjects) == ("reading", page)
    assert not queries.entries_about(CHILD).exists()


def test_a_long_list_is_kept_in_parts(warrant):
    subjects = [f"register.child:{n}" for n in range(2 * MOST_SUBJECTS + 1)]
    made = read(warrant, "register.export", subjects=subjects)
    assert [len(entry.subjects) for entry in made] == [MOST_SUBJECTS, MOST_SUBJECTS, 0]
    assert made[-1].subject == subjects[-1]
    assert verify().fault is None


def test_a_reading_of_an_empty_page_is_kept_too(warrant):
    read(warrant, "register.list", subjects=[])
    assert Entry.objects.get().subjects == []


def test_an_entry_is_final_in_the_program(warrant):
    read(warrant, "register.list", subjects=[CHILD])
    kept = Entry.objects.get()
    with pytest.raises(EntryIsFinal):
        kept.save()
    with pytest.raises(EntryIsFinal):
        kept.delete()


def test_numbers_in_documents_read_back_as_they_were_hashed(warrant):
    odd = {"a": 1.0, "b": 1e300, "c": -0.0, "d": 1e-7, "e": 2**70, "f": [None, True, "\u2028<>"]}
    with transaction.atomic():
        record(warrant, "x", data=odd)
    assert verify().fault is None


def test_what_json_cannot_hold_is_refused(warrant):
    with transaction.atomic(), pytest.raises(ValueError, match="JSON"):
        record(warrant, "x", data={"weight": float("nan")})
