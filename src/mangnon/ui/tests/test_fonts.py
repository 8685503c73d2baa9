"""The cut typeface: every Vietnamese letter, digits of one width, little weight."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "static" / "ui" / "fonts"
WEIGHTS = [400, 600, 700]
VOWELS = "aăâeêioôơuưy"
MARKS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


def cut(weight: int) -> TTFont:
    """Open one weight."""
    return TTFont(FONTS / f"be-vietnam-pro-{weight}.woff2")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_vietnamese_letter_is_there(weight: int) -> None:
    from unicodedata import normalize

    letters = {normalize("NFC", vowel + mark) for vowel in VOWELS for mark in MARKS} | {"đ"}
    wanted = {ord(case) for letter in letters for case in (letter, letter.upper())}
    assert len(wanted) == 146
    assert wanted <= set(cut(weight).getBestCmap())


@pytest.mark.parametrize("weight", WEIGHTS)
def test_marks_and_signs_of_our_pages_are_there(weight: int) -> None:
    wanted = set("%‰–…‹›“”×÷≤≥≈±₫·\u00a0") | set("\u0300\u0301\u0303\u0309\u0323")
    assert {ord(sign) for sign in wanted} <= set(cut(weight).getBestCmap())


@pytest.mark.parametrize("weight", WEIGHTS)
def test_tabular_digits_have_one_width(weight: int) -> None:
    font = cut(weight)
    table = font["GSUB"].table
    records = [r for r in table.FeatureList.FeatureRecord if r.FeatureTag == "tnum"]
    lookup = table.LookupList.Lookup[records[0].Feature.LookupListIndex[0]]
    mapping = lookup.SubTable[0]
    pairs = getattr(mapping, "ExtSubTable", mapping).mapping
    assert len(pairs) == 10
    assert len({font["hmtx"][name][0] for name in pairs.values()}) == 1


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_weight_is_at_most_23_kilobytes(weight: int) -> None:
    assert (FONTS / f"be-vietnam-pro-{weight}.woff2").stat().st_size <= 23_000


def test_the_licence_lies_beside_them() -> None:
    assert "SIL Open Font License, Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
