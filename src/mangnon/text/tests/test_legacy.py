import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.legacy import _TCVN3_FROM, _TCVN3_TO, convert, detect


def test_every_letter_of_tcvn3_has_one():
    assert len(_TCVN3_FROM) == len(_TCVN3_TO) == len(set(_TCVN3_FROM)) == len(set(_TCVN3_TO))


@pytest.mark.parametrize(
    ("typed", "encoding", "said"),
    [
        ("TrÎ em lµ ng­êi d­íi 16 tuæi", "tcvn3", "Trẻ em là người dưới 16 tuổi"),
        ("§iÒu 5. QuyÒn sèng", "tcvn3", "Điều 5. Quyền sống"),
        ("Treû em laø ngöôøi döôùi 16 tuoåi", "vni", "Trẻ em là người dưới 16 tuổi"),
        ("Ñieàu 5. Quyeàn soáng", "vni", "Điều 5. Quyền sống"),
        ("Trẻ em là người dưới 16 tuổi", None, "Trẻ em là người dưới 16 tuổi"),
        ("Article 5, «café» à la carte", None, "Article 5, «café» à la carte"),
        ("", None, ""),
    ],
)
def test_it_is_told_and_made_readable(typed, encoding, said):
    assert (detect(typed), convert(typed)) == (encoding, said)


@pytest.mark.parametrize(
    ("tcvn3", "vni", "said"),
    [
        ("NguyÔn ThÞ MËn", "Nguyeãn Thò Maän", "Nguyễn Thị Mận"),
        ("Ph¹m V¨n §µo", "Phaïm Vaên Ñaøo", "Phạm Văn Đào"),
        ("x· CÈm Giµng", "xaõ Caåm Giaøng", "xã Cẩm Giàng"),
    ],
)
def test_a_short_text_is_read_in_the_encoding_that_is_said(tcvn3, vni, said):
    assert (convert(tcvn3, "tcvn3"), convert(vni, "vni")) == (said, said)


@given(st.text())
def test_no_text_breaks_it(text):
    convert(text)
    convert(convert(text, "tcvn3"), "vni")
