import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.folding import fold, nfc
from mangnon.text.tests.alphabet import VIETNAMESE
from mangnon.text.tone import exact, tone_style

ONE_STYLE = [
    ("hoà", "hòa"),
    ("hoá", "hóa"),
    ("toả", "tỏa"),
    ("doạ", "dọa"),
    ("khoẻ", "khỏe"),
    ("loè", "lòe"),
    ("thuỷ", "thủy"),
    ("thuý", "thúy"),
    ("luỵ", "lụy"),
    ("Hoà Bình", "Hòa Bình"),
    ("KHÁNH HOÀ", "KHÁNH HÒA"),
    ("Uỷ ban", "Ủy ban"),
    ("oà khóc", "òa khóc"),
]
SECOND_VOWELS = [("o", "àảãáạ"), ("o", "èẻẽéẹ"), ("u", "ỳỷỹýỵ")]
LEFT_ALONE = [
    "quý",
    "Quỳ",
    "QUỶ",
    "quỵ",
    "hoàn",
    "hoàng",
    "ngoài",
    "khuỷu",
    "ngoẻo",
    "thuyền",
    "tuyết",
    "xoắn",
    "loét",
    "hoa",
    "huy",
    "thuở",
    "mía",
    "lúa",
]


@pytest.mark.parametrize(("modern", "traditional"), ONE_STYLE)
def test_both_styles_come_to_one(modern: str, traditional: str) -> None:
    assert tone_style(modern) == traditional
    assert tone_style(traditional) == traditional


@pytest.mark.parametrize(("modern", "traditional"), ONE_STYLE)
def test_decomposed_text_comes_to_the_same(modern: str, traditional: str) -> None:
    assert tone_style(unicodedata.normalize("NFD", modern)) == traditional


@pytest.mark.parametrize("word", LEFT_ALONE)
def test_closed_syllables_and_q_stay(word: str) -> None:
    assert tone_style(word) == word


def test_all_fifteen_pairs_move_in_every_case() -> None:
    pairs = [first + vowel for first, vowels in SECOND_VOWELS for vowel in vowels]
    assert len(pairs) == 15
    for pair in pairs:
        for written in ("h" + pair, "H" + pair, "H" + pair.upper()):
            moved = tone_style(written)
            assert moved != written
            assert fold(moved) == fold(written)
            assert [c.isupper() for c in moved] == [c.isupper() for c in written]


@given(st.text(alphabet=VIETNAMESE))
def test_it_changes_no_letter_and_no_length_and_settles_at_once(text: str) -> None:
    styled = tone_style(text)
    assert fold(styled) == fold(text)
    assert len(styled) == len(nfc(text))
    assert tone_style(styled) == styled


@given(st.text())
def test_the_exact_form_is_as_long_as_the_nfc_text(text: str) -> None:
    assert len(exact(text)) == len(nfc(text))


def test_the_exact_form_is_one_for_every_way_of_writing() -> None:
    ways = ["Sức KHOẺ", "sức khỏe", unicodedata.normalize("NFD", "SỨC KHOẺ")]
    assert {exact(way) for way in ways} == {"sức khỏe"}
    assert exact("đường") != exact("dương")
