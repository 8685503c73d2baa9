import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.folding import fold, has_marks, lower, marked_words, nfc, words
from mangnon.text.tests.alphabet import LETTERS, PLAIN, VIETNAMESE

vietnamese = st.text(alphabet=VIETNAMESE)


def test_all_146_letters_fold_to_ascii() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 146
    assert {letter: fold(letter) for letter in LETTERS} == {
        letter: PLAIN[letter.lower()] for letter in LETTERS
    }


def test_all_146_letters_fold_from_separate_marks_too() -> None:
    apart = {letter: unicodedata.normalize("NFD", letter) for letter in LETTERS}
    assert {letter: fold(apart[letter]) for letter in LETTERS} == {
        letter: PLAIN[letter.lower()] for letter in LETTERS
    }


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Quyết định", "quyet dinh"),
        ("đăng ký", "dang ky"),
        ("ĐƯỜNG", "duong"),
        ("Dương", "duong"),
        ("Nghị định số 42/2022/NĐ-CP", "nghi dinh so 42/2022/nd-cp"),
        ("Ðà Nẵng", "da nang"),  # with the Icelandic eth that old fonts offered for Đ
        ("café à la señora", "cafe a la senora"),
        ("漢字 ß", "漢字 ß"),
    ],
)
def test_a_text_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_the_length_of_the_nfc_text(text: str) -> None:
    assert len(fold(text)) == len(nfc(text)) == len(lower(text))


@given(vietnamese)
def test_vietnamese_folds_to_ascii_and_folding_again_changes_nothing(text: str) -> None:
    assert fold(text).isascii()
    assert fold(fold(text)) == fold(text)


@given(vietnamese)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(before=vietnamese, after=vietnamese)
def test_a_hit_in_the_folded_text_is_at_the_same_place_in_the_marked(
    before: str, after: str
) -> None:
    text = nfc(f"{before}|trẻ em|{after}")
    start = fold(text).index("|tre em|")
    assert text[start : start + 8] == "|trẻ em|"


def test_lower_keeps_the_marks() -> None:
    assert lower("ĐƯỜNG Số 5") == "đường số 5"
    assert lower("İ") == "İ"  # its lower case is two characters and would shift every offset


@pytest.mark.parametrize("query", ["đường", "Dương", "dương", "DƯƠNG", "ca sĩ"])
def test_a_query_with_marks_is_known(query: str) -> None:
    assert has_marks(query)


@pytest.mark.parametrize("query", ["duong", "DUONG", "dang ky 12", ""])
def test_a_query_without_marks_is_known(query: str) -> None:
    assert not has_marks(query)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"trẻ em', ["tre", "em"]),
        ('"', []),
        ("", []),
        ("* AND (", ["and"]),
        ("xã_phường", ["xa", "phuong"]),
        ("42/2022/NĐ-CP", ["42", "2022", "nd", "cp"]),
    ],
)
def test_a_query_is_reduced_to_words(query: str, found: list[str]) -> None:
    assert words(query) == found


@given(st.text())
def test_words_hold_nothing_a_search_engine_takes_for_an_operator(text: str) -> None:
    assert all(word.isalnum() and word for word in words(text))


@given(vietnamese)
def test_marked_words_are_the_same_words_before_folding(text: str) -> None:
    assert [fold(word) for word in marked_words(text)] == words(text)


def test_marked_words_keep_marks_and_case() -> None:
    assert marked_words("Hải Dương, “Măng Non”") == ["Hải", "Dương", "Măng", "Non"]
