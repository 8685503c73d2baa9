import sqlite3
import unicodedata
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.text.folding import words
from mangnon.text.sorting import person_sort_key, sort_key
from mangnon.text.tests.alphabet import ALPHABET, VIETNAMESE, VOWELS

names = st.lists(
    st.text(alphabet="aáăâbdđeêhnoôơuưyAĐ", min_size=1, max_size=4), min_size=1, max_size=4
).map(" ".join)


def in_order(texts: list[str]) -> list[str]:
    """Sort as a database does that compares the keys' bytes."""
    return sorted(texts, key=lambda text: sort_key(text).encode("utf-8"))


def test_the_alphabet_is_in_its_order() -> None:
    assert in_order(sorted(ALPHABET)) == list(ALPHABET)
    # the four letters of foreign words stand where the Latin alphabet has them
    assert in_order(list("zwjfeêgikvxy")) == list("eêfgijkvwxyz")


@pytest.mark.parametrize("vowel", VOWELS)
def test_tones_stand_in_their_order(vowel: str) -> None:
    words_of_tones = [f"c{letter}" for letter in vowel]
    assert in_order(sorted(words_of_tones, reverse=True)) == words_of_tones


# Each list in the order of ICU's collation `vi`, asked of ICU itself.
@pytest.mark.parametrize(
    "ordered",
    [
        ["ca", "cà", "cả", "cã", "cá", "cạ"],
        ["Hà", "Hà Giang", "Ha Long", "Hạ Long", "Hà Nam", "Hai", "Hải Dương"],
        ["an", "án", "an b", "án b", "ana", "ană"],
        ["da", "dã", "dạ", "dân", "đa", "đà", "đê"],
        ["2", "a", "ăn", "âm", "b", "z"],
        ["tư", "từ", "tứ", "tươi", "tý"],
    ],
)
def test_words_stand_as_in_icu(ordered: list[str]) -> None:
    assert in_order(sorted(ordered)) == ordered
    assert in_order(sorted(ordered, reverse=True)) == ordered


def test_letters_count_before_tones() -> None:
    assert in_order(["cá heo", "ca sĩ", "cạ b"]) == ["cạ b", "cá heo", "ca sĩ"]


def test_other_scripts_follow_z() -> None:
    assert in_order(["漢", "я", "zz", "ạ"]) == ["ạ", "zz", "я", "漢"]


@given(st.text())
def test_a_key_is_plain_printable_ascii(text: str) -> None:
    key = sort_key(text) + person_sort_key(text)
    assert key.isascii()
    assert key.isprintable()


@given(st.text(alphabet=VIETNAMESE))
def test_case_marks_apart_and_punctuation_do_not_count(text: str) -> None:
    assert sort_key(text) == sort_key(text.upper())
    assert sort_key(text) == sort_key(unicodedata.normalize("NFD", text))
    assert sort_key(text) == sort_key(f" «{text}» ")


@given(
    st.text(alphabet="aăâdđeêoôơuưbz ", max_size=8), st.text(alphabet="aăâdđeêoôơuưbz ", max_size=8)
)
def test_order_is_that_of_the_letters_ranks(left: str, right: str) -> None:
    assert (sort_key(left) < sort_key(right)) == (ranks(left) < ranks(right))


def ranks(text: str) -> list[int]:
    """Give each character's place in the alphabet, counted the slow way."""
    order = " aăâbcdđeêghiklmnoôơpqrstuưvxyz"
    return [order.index(letter) for letter in " ".join(text.split())]


def test_people_sort_by_given_then_middle_then_family_name() -> None:
    ordered = [
        "Trần Ái",
        "Bùi Văn An",
        "Nguyễn Văn An",
        "Lê Thị Ngọc Ánh",
        "Trần Đức",
        "Nguyễn Hà",
        "Vũ Hà",
        "Đỗ An Hà",
        "Phạm Thị Thu Hà",
        "Bùi An Hạ",
        "Hoàng Thị Yến",
    ]
    for shuffled in (sorted(ordered), ordered[::-1]):
        assert sorted(shuffled, key=person_sort_key) == ordered


def test_a_name_of_one_word_is_a_given_name() -> None:
    assert sorted(["Lê An", "Bình", "An"], key=person_sort_key) == ["An", "Lê An", "Bình"]
    assert person_sort_key("") < person_sort_key("An")


@given(names, names)
def test_person_order_is_the_order_of_the_three_parts(left: str, right: str) -> None:
    assert (person_sort_key(left) < person_sort_key(right)) == (parts(left) < parts(right))


def parts(name: str) -> tuple[str, str, str]:
    """Give the keys of given, middle and family name, to be compared one after the other."""
    first, *rest = name.split()
    if not rest:
        return sort_key(first), sort_key(""), sort_key("")
    return sort_key(rest[-1]), sort_key(" ".join(rest[:-1])), sort_key(first)


def test_a_province_of_names_is_totally_ordered() -> None:
    keys = [person_sort_key(f"Nguyễn Văn {given}") for given in ("An", "Ân", "Bảo", "Châu", "Đạt")]
    assert all(one < next_one for one, next_one in pairwise(keys))
    assert words("Nguyễn Văn Đạt")[-1] == "dat"


def test_sqlite_sorts_by_the_key_as_it_is() -> None:
    ordered = ["An", "Ăn", "Ân", "Bé", "Dê", "Đê", "Ê a", "Út", "Ưu", "Ý"]
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("CREATE TABLE place (name TEXT, sort_key TEXT)")
        rows = [(name, sort_key(name)) for name in sorted(ordered)]
        base.executemany("INSERT INTO place VALUES (?, ?)", rows)
        names = [name for (name,) in base.execute("SELECT name FROM place ORDER BY sort_key")]
    assert names == ordered
