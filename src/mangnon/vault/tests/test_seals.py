import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.vault import SealBroken, Sealer, new_data_key, seal, unseal

KEY = bytes(range(32))
NAME = "child:6f1e0d0c:name"
ADDRESS = "child:6f1e0d0c:address"
texts = st.text(max_size=700)
bindings = st.text(min_size=1, max_size=60)


@given(text=texts, bound_to=bindings)
def test_a_text_comes_back_as_it_was(text: str, bound_to: str) -> None:
    assert unseal(KEY, seal(KEY, text, bound_to=bound_to), bound_to=bound_to) == text


@given(text=texts, bound_to=bindings)
def test_a_sealer_and_the_functions_open_each_other(text: str, bound_to: str) -> None:
    sealer = Sealer(KEY)
    assert unseal(KEY, sealer.seal(text, bound_to=bound_to), bound_to=bound_to) == text
    assert sealer.unseal(seal(KEY, text, bound_to=bound_to), bound_to=bound_to) == text


@given(text=texts, bit=st.integers(min_value=0))
def test_any_flipped_bit_is_noticed(text: str, bit: int) -> None:
    blob = bytearray(seal(KEY, text, bound_to=NAME))
    place = bit % (len(blob) * 8)
    blob[place // 8] ^= 1 << (place % 8)
    with pytest.raises(SealBroken):
        unseal(KEY, bytes(blob), bound_to=NAME)


def test_every_bit_of_one_seal_counts() -> None:
    blob = seal(KEY, "Nguyễn Thị Măng", bound_to=NAME)
    for place in range(len(blob) * 8):
        altered = bytearray(blob)
        altered[place // 8] ^= 1 << (place % 8)
        with pytest.raises(SealBroken):
            unseal(KEY, bytes(altered), bound_to=NAME)


@given(cut=st.integers(min_value=0, max_value=60))
def test_a_cut_seal_is_noticed(cut: int) -> None:
    blob = seal(KEY, "Măng", bound_to=NAME)
    assert len(blob) == 61
    with pytest.raises(SealBroken):
        unseal(KEY, blob[:cut], bound_to=NAME)


def test_a_lengthened_seal_is_noticed() -> None:
    with pytest.raises(SealBroken):
        unseal(KEY, seal(KEY, "Măng", bound_to=NAME) + b"\0", bound_to=NAME)


def test_swapped_fields_are_noticed() -> None:
    name = seal(KEY, "Măng", bound_to=NAME)
    address = seal(KEY, "Thôn Tre", bound_to=ADDRESS)
    for blob, place in ((name, ADDRESS), (address, NAME)):
        with pytest.raises(SealBroken) as caught:
            unseal(KEY, blob, bound_to=place)
        assert place in caught.value.sentence.vi
        assert place in caught.value.sentence.en


def test_another_childs_key_does_not_open() -> None:
    with pytest.raises(SealBroken):
        unseal(new_data_key(), seal(KEY, "Măng", bound_to=NAME), bound_to=NAME)


def test_the_same_text_never_seals_twice_alike() -> None:
    assert len({seal(KEY, "Măng", bound_to=NAME) for _ in range(200)}) == 200


def test_data_keys_are_32_fresh_bytes() -> None:
    keys = {new_data_key() for _ in range(200)}
    assert len(keys) == 200
    assert {len(key) for key in keys} == {32}


def test_a_driver_may_hand_out_memoryviews() -> None:
    assert unseal(KEY, memoryview(seal(KEY, "Măng", bound_to=NAME)), bound_to=NAME) == "Măng"


def test_binding_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="bound_to"):
        seal(KEY, "Măng", bound_to="")
    with pytest.raises(ValueError, match="bound_to"):
        unseal(KEY, seal(KEY, "Măng", bound_to=NAME), bound_to="")


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        Sealer(KEY[:16])


@given(text=st.text(min_size=8, max_size=200))
def test_the_text_is_nowhere_in_the_seal(text: str) -> None:
    assert text.encode("utf-8") not in seal(KEY, text, bound_to=NAME)
