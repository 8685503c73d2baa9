import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.vault import seal
from mangnon.vault.padding import bucket_for, pad, unpad

KEY = bytes(range(32))
OVERHEAD = 1 + 12 + 16


@given(st.text(max_size=2000))
def test_padding_comes_off_as_it_went_on(text: str) -> None:
    assert unpad(pad(text)) == text


@given(st.integers(min_value=0, max_value=20_000))
def test_a_bucket_is_the_smallest_that_holds(size: int) -> None:
    buckets = [32, 64, 128, 256, 512, *range(1024, 20_992, 512)]
    assert bucket_for(size) == min(b for b in buckets if b >= size)


def test_names_of_different_lengths_have_one_length() -> None:
    sizes = {len(seal(KEY, "a" * n, bound_to="child:1:name")) for n in range(29)}
    assert sizes == {32 + OVERHEAD}


def test_lengths_up_to_two_thousand_show_only_eight_sizes() -> None:
    sizes = {len(seal(KEY, "x" * n, bound_to="b")) - OVERHEAD for n in range(2001)}
    assert sizes == {32, 64, 128, 256, 512, 1024, 1536, 2048}


def test_trailing_zeros_of_the_text_are_kept() -> None:
    assert unpad(pad("a\0\0")) == "a\0\0"


@pytest.mark.parametrize("padded", [b"", b"\0\0\0", b"\0\0\0\x09abc", b"\xff" * 32])
def test_what_was_never_padded_is_refused(padded: bytes) -> None:
    with pytest.raises(ValueError, match="length"):
        unpad(padded)
