"""The chain: sealed in batches, walked in one pass, wrong by name."""

import pytest
from django.db import connection, transaction

from mangnon.audit import canonical, sealing
from mangnon.audit.actions import record
from mangnon.audit.canonical import leaves_of
from mangnon.audit.errors import NotOurSeal
from mangnon.audit.models import Entry, Seal
from mangnon.audit.sealing import seal_waiting, waiting
from mangnon.audit.verifying import verify
from mangnon.vault import KeyRing
from tests.support import burglar

pytestmark = pytest.mark.django_db


def wrong():
    """Return what is wrong first: kind and number."""
    fault = verify().fault
    return fault and (fault.kind, fault.number)


def test_a_chain_of_nothing_is_whole():
    walk = verify()
    assert (walk.fault, walk.seals, walk.entries, walk.waiting) == (None, 0, 0, 0)
    assert seal_waiting() == sealing.Sealing(0, 0)


def test_what_waits_is_sealed_once(act):
    first = act(3)
    assert waiting() >= 3
    assert seal_waiting() == sealing.Sealing(1, 3)
    second = act(2)
    assert seal_waiting() == sealing.Sealing(1, 2)
    assert seal_waiting() == sealing.Sealing(0, 0)
    one, two = Seal.objects.order_by("number")
    assert [n for n, _ in leaves_of(bytes(one.leaves))] == first
    assert [n for n, _ in leaves_of(bytes(two.leaves))] == second
    assert bytes(two.previous) == bytes(one.hash)
    walk = verify()
    assert (walk.fault, walk.seals, walk.entries, walk.waiting) == (None, 2, 5, 0)


def test_a_large_heap_is_sealed_in_parts(act, monkeypatch):
    monkeypatch.setattr(sealing, "MOST", 4)
    act(10)
    assert seal_waiting() == sealing.Sealing(3, 10)
    act(1)
    assert verify().waiting == 1
    assert verify().fault is None


@pytest.mark.parametrize("column", ["reason", "act", "subject", "data", "after", "place_code"])
def test_a_changed_column_is_named(act, column):
    _, second, _ = act(3)
    seal_waiting()
    burglar.run(f"UPDATE audit_entry SET {column} = '{{}}x' WHERE id = %s", second)
    assert wrong() == ("changed", second)


def test_another_actor_or_time_is_named(act):
    first, second = act(2)
    seal_waiting()
    burglar.run("UPDATE audit_entry SET at = '2001-01-01 00:00:00+00:00' WHERE id = %s", second)
    assert wrong() == ("changed", second)
    burglar.run("UPDATE audit_actor SET code = 'ai khác'")
    assert wrong() == ("changed", first)


def test_an_entry_changed_before_it_is_sealed_is_named(act):
    _, second = act(2)
    burglar.run("UPDATE audit_entry SET reason = 'khác' WHERE id = %s", second)
    assert wrong() == ("inserted", second)
    seal_waiting()
    assert wrong() == ("inserted", second)


def test_a_deleted_entry_is_named(act):
    _, second, _ = act(3)
    seal_waiting()
    burglar.run("DELETE FROM audit_entry WHERE id = %s", second)
    assert wrong() == ("missing", second)


def test_the_first_of_several_faults_is_named(act):
    first, second, third = act(3)
    seal_waiting()
    burglar.run("DELETE FROM audit_entry WHERE id = %s", third)
    burglar.run("UPDATE audit_entry SET reason = 'khác' WHERE id = %s", second)
    assert wrong() == ("changed", second)
    burglar.run("DELETE FROM audit_entry WHERE id = %s", first)
    assert wrong() == ("missing", first)


def test_two_that_changed_places_are_named(act):
    first, _, third = act(3)
    seal_waiting()
    burglar.swap("audit_entry", "id", first, third)
    fault = verify().fault
    assert (fault.kind, fault.number) == ("reordered", first)
    assert str(third) in fault.sentence.vi


def test_a_copy_of_a_genuine_entry_is_named(act):
    first, *_ = act(2)
    seal_waiting()
    copied = copy_of(first, 10_000)
    assert wrong() == ("inserted", copied)
    seal_waiting()
    assert wrong() == ("inserted", copied)


def copy_of(entry_id, new_id):
    """Insert the same entry once more, proof and all, under another number."""
    row = Entry.objects.filter(pk=entry_id).values().get() | {"id": new_id}
    Entry.objects.bulk_create([Entry(**row)])
    return new_id


def test_an_entry_in_a_gap_is_named(act):
    first = act(1)[0]
    with transaction.atomic():
        act(1)
        transaction.set_rollback(True)
    if connection.vendor == "sqlite":  # a rollback leaves no gap there
        burglar.run("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'audit_entry'")
    gap = first + 1
    assert act(1) == [gap + 1]
    seal_waiting()
    copy_of(first, gap)
    assert wrong() == ("inserted", gap)


SEAL_COLUMNS = {
    "count": "count + 1", "first_id": "first_id + 1", "settled_id": "settled_id + 9",
    "horizon": "horizon + 1", "at": "'2001-01-01 00:00:00+00:00'", "key_id": "'khác'",
    "digest": "hash", "previous": "hash", "proof": "hash", "hash": "digest", "leaves": "hash",
    "version": "9",
}  # fmt: skip


@pytest.mark.parametrize("column", SEAL_COLUMNS)
def test_a_changed_seal_is_named(act, column):
    for _ in range(3):
        act(2)
        seal_waiting()
    burglar.run(f"UPDATE audit_seal SET {column} = {SEAL_COLUMNS[column]} WHERE number = 2")
    assert wrong() == ("seal_changed", 2)


def test_a_deleted_seal_is_named(act):
    for _ in range(3):
        act(1)
        seal_waiting()
    burglar.run("DELETE FROM audit_seal WHERE number = 2")
    assert wrong() == ("seal_missing", 2)


def test_a_seal_by_another_key_is_named(act, key_file):
    act(2)
    ours = key_file.read_bytes()
    stranger = KeyRing.add_key(key_file)
    seal_waiting()
    key_file.write_bytes(ours)
    name = KeyRing.load(key_file).primary
    burglar.run("UPDATE audit_seal SET key_id = %s", name)
    assert wrong() == ("seal_changed", 1)
    burglar.run("UPDATE audit_seal SET key_id = %s", stranger.primary)
    assert wrong() == ("seal_unproven", 1)


def test_a_changed_key_leaves_the_chain_whole(act, key_file):
    act(2)
    seal_waiting()
    old = KeyRing.load(key_file).primary
    KeyRing.add_key(key_file)
    act(2)
    seal_waiting()
    assert wrong() is None
    KeyRing.remove_key(key_file, old)
    walk = verify()
    assert (walk.fault, walk.vouched) == (None, 2)


def test_a_change_under_a_retired_key_is_still_named(act, key_file):
    first, _ = act(2)
    seal_waiting()
    old = KeyRing.load(key_file).primary
    KeyRing.add_key(key_file)
    act(1)
    seal_waiting()
    KeyRing.remove_key(key_file, old)
    burglar.run("UPDATE audit_entry SET reason = 'khác' WHERE id = %s", first)
    assert wrong() == ("changed", first)


def test_an_entry_that_names_no_key_of_ours_is_never_sealed(act):
    """Whoever writes into the database, without the key, is vouched for by nobody."""
    first, second, third = act(3)
    burglar.run("UPDATE audit_entry SET reason = 'khác', key_id = 'cũ' WHERE id = %s", second)
    assert seal_waiting() == sealing.Sealing(1, 2)
    assert [n for n, _ in leaves_of(bytes(Seal.objects.get().leaves))] == [first, third]
    assert wrong() == ("unproven", second)


def test_an_entry_whose_key_comes_back_is_sealed_then(act, key_file):
    act(1)
    seal_waiting()
    ours = key_file.read_bytes()
    KeyRing.add_key(key_file)
    with_another = key_file.read_bytes()
    late = act(1)
    key_file.write_bytes(ours)
    act(1)
    assert seal_waiting() == sealing.Sealing(1, 1)
    key_file.write_bytes(with_another)
    assert seal_waiting() == sealing.Sealing(1, 1)
    last = Seal.objects.latest("number")
    assert ([n for n, _ in leaves_of(bytes(last.leaves))], wrong()) == (late, None)


def test_no_seal_is_built_on_one_that_is_not_ours(act, key_file):
    """A chain made anew under a key of the burglar's own is not covered up by our next seal."""
    act(2)
    ours = key_file.read_bytes()
    KeyRing.add_key(key_file)
    seal_waiting()
    key_file.write_bytes(ours)
    act(1)
    with pytest.raises(NotOurSeal):
        seal_waiting()
    assert Seal.objects.count() == 1


def test_one_taken_out_before_its_seal_and_put_back_is_named(act, warrant):
    """Genuine, but since then the seals have closed over its place."""
    taken, *_ = act(3)
    row = Entry.objects.filter(pk=taken).values().get()
    burglar.run("DELETE FROM audit_entry WHERE id = %s", taken)
    seal_waiting()
    with transaction.atomic():
        record(warrant, "later")
    seal_waiting()
    settled = Seal.objects.order_by("-number").first().settled_id
    Entry.objects.bulk_create([Entry(**row)])
    # In one transaction of a test PostgreSQL's transactions are never over; see test_writers.
    assert wrong() == (("left_out", taken) if settled >= taken else None)


def test_the_canonical_bytes_of_version_1_never_change():
    """Whoever changes them writes a version 2 beside: old proofs must hold."""
    from datetime import UTC, datetime

    kept = canonical.Kept(
        id=7, version=1, at=datetime(2026, 1, 15, 1, 2, 3, 456789, tzinfo=UTC), kind="act",
        actor_code="lan", act="register.move_child", right="register.write", subject="s",
        subjects="[]", place_code="101@2012-01-01", reason="Ốm \"nặng\"\n", reason_sealed=b"\x01",
        data="{}", before="{}", after='{"a":1}', key_id="k1", proof=b"",
    )  # fmt: skip
    assert canonical.content_of(kept).decode() == (
        '["mangnon.entry",1,1768438923456789,"act","lan","register.move_child","register.write",'
        '"s","[]","101@2012-01-01","Ốm \\"nặng\\"\\n","01","{}","{}","{\\"a\\":1}","k1"]'
    )
