import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.legacy import detect, from_tcvn3, from_vni

SAMPLES = [
    ("NguyÔn ThÞ MËn", "Nguyeãn Thò Maän", "Nguyễn Thị Mận"),
    ("Ph¹m V¨n §µo", "Phaïm Vaên Ñaøo", "Phạm Văn Đào"),
    ("®­îc th­¬ng", "ñöôïc thöông", "được thương"),
    ("x· CÈm Giµng", "xaõ Caåm Giaøng", "xã Cẩm Giàng"),
]


@pytest.mark.parametrize(("tcvn3", "vni", "unicode"), SAMPLES)
def test_each_alphabet_is_told_and_converted(tcvn3, vni, unicode):
    assert (detect([tcvn3]), from_tcvn3(tcvn3)) == ("tcvn3", unicode)
    assert (detect([vni]), from_vni(vni)) == ("vni", unicode)
    assert detect([unicode]) is None


@pytest.mark.parametrize("text", ["", "Nguyen Thi Man", "café", "1.234", "Đỗ Thị Hằng"])
def test_what_is_in_no_old_alphabet_is_left_alone(text):
    assert detect([text]) is None


@given(st.text())
def test_no_text_breaks_it(text):
    detect([text])
    from_vni(from_tcvn3(text))
