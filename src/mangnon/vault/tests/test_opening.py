"""Many seals at once open as they do one by one, and are refused as they are one by one."""

import pytest

from mangnon.vault import KeyRing, SealBroken, new_data_key, open_many, seal


@pytest.fixture
def ring(tmp_path):
    return KeyRing.generate(tmp_path / "keys")


def row(ring, record="child:1", text="Mận"):
    key = new_data_key()
    wrapped = ring.wrap(key, bound_to=record)
    return record, wrapped, seal(key, text, bound_to=f"{record}:name")


def test_texts_come_in_the_order_of_their_records(ring, tmp_path):
    old = row(ring, "child:1", "Mận")
    newer = KeyRing.add_key(tmp_path / "keys")
    rows = [old, row(newer, "child:2", "Mơ"), row(newer, "child:3", "")]
    assert list(open_many(newer, rows, field="name")) == ["Mận", "Mơ", ""]


@pytest.mark.parametrize("at", [0, 1, 20, -1])
@pytest.mark.parametrize("which", [1, 2])
def test_what_was_altered_does_not_open_and_the_next_does(ring, which, at):
    good, bad = row(ring), list(row(ring, "child:2"))
    altered = bytearray(bad[which])
    altered[at] ^= 1
    bad[which] = bytes(altered)
    refused, opened = open_many(ring, [tuple(bad), good], field="name")
    assert isinstance(refused, SealBroken)
    assert opened == "Mận"


@pytest.mark.parametrize("part", [b"", b"\x01", b"\x01\x09k"])
def test_what_is_no_seal_does_not_open(ring, part):
    record, wrapped, sealed = row(ring)
    rows = [(record, part, sealed), (record, wrapped, part), ("child:9", wrapped, sealed)]
    assert all(isinstance(one, SealBroken) for one in open_many(ring, rows, field="name"))
    moved = open_many(ring, [(record, wrapped, sealed)], field="guardian")
    assert isinstance(next(moved), SealBroken)
