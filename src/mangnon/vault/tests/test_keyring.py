from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.vault import KeyNotInRing, KeyRing, KeyRingError, SealBroken, key_id_of, new_data_key

RING = KeyRing("k1", {"k1": bytes(range(32)), "old": bytes(range(32, 64))})
CHILD = "child:6f1e0d0c"


@given(data_key=st.binary(min_size=32, max_size=32), bound_to=st.text(min_size=1))
def test_a_data_key_comes_back_as_it_was(data_key: bytes, bound_to: str) -> None:
    wrapped = RING.wrap(data_key, bound_to=bound_to)
    assert RING.unwrap(wrapped, bound_to=bound_to) == data_key
    assert data_key not in wrapped
    assert key_id_of(wrapped) == "k1"


def test_every_bit_of_a_wrapped_key_counts() -> None:
    wrapped = RING.wrap(new_data_key(), bound_to=CHILD)
    for place in range(len(wrapped) * 8):
        altered = bytearray(wrapped)
        altered[place // 8] ^= 1 << (place % 8)
        with pytest.raises(SealBroken):
            RING.unwrap(bytes(altered), bound_to=CHILD)


def test_another_childs_wrapped_key_does_not_open() -> None:
    wrapped = RING.wrap(new_data_key(), bound_to=CHILD)
    with pytest.raises(SealBroken):
        RING.unwrap(wrapped, bound_to="child:other")


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x01\x02k1", b"\x02" * 64, b"\x01\xff" * 40])
def test_what_is_no_wrapped_key_is_refused(blob: bytes) -> None:
    with pytest.raises(SealBroken):
        RING.unwrap(blob, bound_to=CHILD)
    with pytest.raises(SealBroken):
        key_id_of(blob)


def test_renaming_the_key_inside_the_blob_is_noticed() -> None:
    ring = KeyRing("k1", {"k1": bytes(32), "k2": bytes(32)})
    wrapped = ring.wrap(new_data_key(), bound_to=CHILD)
    with pytest.raises(SealBroken):
        ring.unwrap(wrapped.replace(b"k1", b"k2", 1), bound_to=CHILD)


def test_rotation_keeps_old_data_keys_readable_and_findable(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    before = KeyRing.generate(path)
    data_key = new_data_key()
    old = before.wrap(data_key, bound_to=CHILD)

    after = KeyRing.add_key(path)
    assert after.primary != before.primary
    assert after.key_ids == {before.primary, after.primary}
    assert key_id_of(old) == before.primary
    assert after.unwrap(old, bound_to=CHILD) == data_key

    new = after.wrap(data_key, bound_to=CHILD)
    assert key_id_of(memoryview(new)) == after.primary
    assert KeyRing.load(path).unwrap(memoryview(new), bound_to=CHILD) == data_key


def test_a_rewrapped_key_needs_the_old_one_no_more(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    before = KeyRing.generate(path)
    data_key = new_data_key()
    old = before.wrap(data_key, bound_to=CHILD)
    anew = KeyRing.add_key(path).rewrap(old, bound_to=CHILD)
    alone = KeyRing.remove_key(path, before.primary)
    assert alone.unwrap(anew, bound_to=CHILD) == data_key
    with pytest.raises(KeyNotInRing):
        alone.unwrap(old, bound_to=CHILD)


def test_the_primary_key_and_an_unknown_one_are_not_removed(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    ring = KeyRing.generate(path)
    for name, told in ((ring.primary, "primary one"), ("k0", "holds no key “k0”")):
        with pytest.raises(KeyRingError, match=told):
            KeyRing.remove_key(path, name)
    assert KeyRing.load(path).key_ids == ring.key_ids


def test_a_removed_key_is_put_back_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    first = KeyRing.generate(path)
    KeyRing.add_key(path)
    whole = KeyRing.load(path)
    KeyRing.remove_key(path, first.primary)
    whole.restore_to(path)
    assert KeyRing.load(path).key_ids == whole.key_ids
    assert KeyRing.load(path).primary == whole.primary


def test_a_ring_without_the_key_names_it(tmp_path: Path) -> None:
    wrapped = RING.wrap(new_data_key(), bound_to=CHILD)
    with pytest.raises(KeyNotInRing) as caught:
        KeyRing.generate(tmp_path / "keys.toml").unwrap(wrapped, bound_to=CHILD)
    assert "“k1”" in caught.value.sentence.vi
    assert "“k1”" in caught.value.sentence.en


def test_a_ring_shows_no_key() -> None:
    assert repr(RING) == "KeyRing(primary='k1')"


def test_a_short_data_key_and_an_empty_binding_are_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        RING.wrap(b"short", bound_to=CHILD)
    with pytest.raises(ValueError, match="bound_to"):
        RING.wrap(new_data_key(), bound_to="")


def test_a_proof_holds_for_its_message_purpose_and_key_alone() -> None:
    proof = RING.prove(b"entry 1", purpose="audit")
    assert RING.is_proven(proof, b"entry 1", purpose="audit", key_id="k1")
    assert not RING.is_proven(proof, b"entry 2", purpose="audit", key_id="k1")
    assert not RING.is_proven(proof, b"entry 1", purpose="seal", key_id="k1")
    assert not RING.is_proven(proof, b"entry 1", purpose="audit", key_id="old")


def test_a_proof_under_a_key_that_is_not_held_is_no_guess() -> None:
    with pytest.raises(KeyNotInRing):
        RING.is_proven(bytes(32), b"entry 1", purpose="audit", key_id="gone")
