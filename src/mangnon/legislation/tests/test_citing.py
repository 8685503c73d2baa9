"""What a text cites, and when it is left alone: only where one document is meant."""

from datetime import date
from itertools import pairwise

import pytest

from mangnon.legislation.citing.known import Known, Shelf, may_stand_among, pairs_of_words
from mangnon.legislation.citing.recognise import citations, number_keys

LAW = Known("law", "102/2016/QH13", "law", "Luật Trẻ em", "Quốc hội", date(2016, 4, 5))
DECREE = Known("decree", "56/2017/NĐ-CP", "decree", "Nghị định", "Chính phủ", date(2017, 5, 9))
HERE = Known("here", "12/QĐ-UBND", "decision", "Quyết định", "UBND tỉnh Hải Dương", None)
THERE = Known("there", "12/QĐ-UBND", "decision", "Quyết định", "UBND tỉnh Bắc Ninh", None)
SHELF = Shelf.of([LAW, DECREE, HERE, THERE])


def cited(text):
    return [(text[one.start : one.end], one.code, one.anchor) for one in citations(text, SHELF)]


@pytest.mark.parametrize(
    ("text", "words", "code", "anchor"),
    [
        ("theo số 56/2017/NĐ-CP", "56/2017/NĐ-CP", "decree", ""),
        ("Điều 5 khoản 2 Luật Trẻ em 2016", "Điều 5 khoản 2 Luật", "law", "dieu-5-khoan-2"),
        ("Điều 5, khoản 1 và 2 Luật Trẻ em", "2 Luật Trẻ em", "law", "dieu-5-khoan-2"),
        ("khoản 2 Điều 5 Luật Trẻ em", "khoản 2 Điều 5 Luật Trẻ em", "law", "dieu-5-khoan-2"),
        ("điểm đ khoản 1 Điều 10 của Luật Trẻ em năm 2016", None, "law", "dieu-10-khoan-1-diem-dd"),
        ("QĐ số 12/QĐ-UBND của UBND tỉnh Hải Dương", None, "here", ""),
    ],
)
def test_it_is_recognised(text, words, code, anchor):
    found = cited(text)
    assert found[-1][1:] == (code, anchor)
    assert words is None or words in found[-1][0]


def test_several_articles_are_several_links():
    assert [one[2] for one in cited("Điều 5, 6 và 7 Luật Trẻ em")] == ["dieu-5", "dieu-6", "dieu-7"]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định 12/QĐ-UBND",  # two of that number, nothing tells which
        "Luật Trẻ em năm 2004",  # another year
        "số 56/2017/NĐ-CP ngày 10 tháng 5 năm 2017",  # another day
        "Luật Lạ", "56/2018/NĐ-CP", "ngày 3/4/2013", "5/6 trẻ em", "", "Điều 5",
    ],
)  # fmt: skip
def test_it_is_left_alone(text):
    assert cited(text) == []


def test_citations_never_overlap_and_stand_in_the_text():
    text = "Căn cứ Luật Trẻ em số 102/2016/QH13, Nghị định số 56/2017/NĐ-CP, Luật Trẻ em. " * 20
    found = citations(text, SHELF)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(found) == 60


def test_numbers_of_a_text_have_the_keys_of_documents():
    assert number_keys("số 56/2017/NĐ-CP và 12 / QĐ-UBND, 1/2 trẻ") == {"56-2017-ndcp", "12-qdubnd"}


def test_a_law_is_read_only_where_its_first_two_words_stand_in_a_row():
    pairs = pairs_of_words("Theo LUẬT TRẺ em; luật, bảo hiểm")
    said = {one: may_stand_among(one, pairs) for one in ("Luật trẻ em", "“Luật Bảo hiểm”", "Luật")}
    assert said == {"Luật trẻ em": True, "“Luật Bảo hiểm”": True, "Luật": True}
    assert not may_stand_among("Luật Đất đai", pairs)
