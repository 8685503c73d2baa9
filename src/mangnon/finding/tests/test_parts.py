"""The parts of a search by themselves: offsets, edits, terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.finding.guessing import edits, near
from mangnon.finding.snippets import WIDTH, pieces, snippet
from mangnon.finding.terms import in_title, pair, terms_of, words_of
from mangnon.text.folding import nfc, words


@given(st.text())
def test_pieces_put_together_are_the_text(text):
    assert "".join(one.text for one in pieces(text, set(words(text)))) == nfc(text)


@given(st.text(alphabet="đươngtrẻem .,1", max_size=900))
def test_a_snippet_is_a_stretch_of_the_text(text):
    found = "".join(one.text for one in snippet(text, {"tre", "duong"}) if one.text not in "… …")
    assert found.strip("… ") in nfc(text)
    assert len(found) <= WIDTH + 4


def test_a_snippet_begins_near_what_was_sought():
    found = snippet("đầu " * 200 + "Đăng ký khai sinh tại xã. " + "cuối " * 200, {"khai", "sinh"})
    assert [one.text for one in found if one.hit] == ["khai", "sinh"]
    assert found[0].text == "… "
    assert found[-1].text == " …"


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("sinh", "sihn", 1), ("duong", "dung", 1), ("", "ab", 2), ("a", "a", 0)],
)
def test_edits(one, other, far):
    assert edits(one, other) == edits(other, one) == far


def test_the_nearest_and_most_common_word_comes_first():
    known = {"sinh": ("sinh", 9), "xinh": ("xinh", 99), "binh": ("bình", 5), "mot": ("một", 1)}
    assert near("sihn", known) == ["sinh"]
    assert near("zinh", known) == ["xinh", "sinh", "binh"]


def test_terms_tell_title_text_marks_and_pairs_apart():
    found = terms_of(words_of("Trẻ em"), words_of("Hòa bình"))
    assert found == {
        *(
            "tre",
            "em",
            "=trẻ",
            pair("tre", "em"),
            "^tre",
            "^em",
            "^=trẻ",
            in_title(pair("tre", "em")),
        ),
        *("hoa", "binh", "=hòa", "=bình", pair("hoa", "binh")),
    }
