"""A clause that a reader names leads to it, in any order of words and without marks."""

from datetime import date

import pytest

from mangnon.legislation import public
from mangnon.legislation.models import Clause, Document, number_key

CLAUSES = ("dieu-5", "dieu-5-khoan-2", "dieu-5-khoan-2-diem-dd")


def paper(code, number, title, kind="law", year=2016):
    return Document.objects.create(
        code=code, number=number, number_key=number_key(number), title_vi=title, title_en=title,
        kind=kind, issued_on=date(year, 4, 5),
    )  # fmt: skip


@pytest.fixture
def shelf(db):
    law = paper("law", "102/2016/QH13", "Luật Trẻ em")
    for n, anchor in enumerate(CLAUSES):
        Clause.objects.create(document=law, position=n, anchor=anchor, label_vi=anchor, text="x")
    paper("decree", "56/2017/NĐ-CP", "Nghị định", "decree")
    paper("twin-a", "1/2001/QH10", "Luật Đôi", year=2001)
    paper("twin-b", "2/2011/QH12", "Luật Đôi", year=2011)


@pytest.mark.parametrize(
    ("typed", "code", "anchor"),
    [
        ("Điều 5 Luật Trẻ em", "law", "dieu-5"),
        ("dieu 5 luat tre em 2016", "law", "dieu-5"),
        ("luật trẻ em năm 2016, khoản 2 điều 5", "law", "dieu-5-khoan-2"),
        ("Điều 5 khoản 2 Luật Trẻ em 2016", "law", "dieu-5-khoan-2"),
        ("điểm đ khoản 2 Điều 5 của Luật Trẻ em", "law", "dieu-5-khoan-2-diem-dd"),
        ("dieu 5 102/2016/QH13", "law", "dieu-5"),
        ("Điều 5 Nghị định số 56/2017/NĐ-CP", "decree", "dieu-5"),
        ("dieu 3 luat doi 2011", "twin-b", "dieu-3"),
    ],
)
def test_it_leads_to_the_clause(shelf, typed, code, anchor):
    found = public.meant(typed)
    assert (found.document.code, found.anchor) == (code, anchor)
    assert found.is_there == (code == "law")


@pytest.mark.parametrize(
    "typed",
    ["Luật Trẻ em", "Điều 5", "dieu 5 luat la", "dieu 3 luat doi", "dieu 5 luat tre em 2004",
     "dieu 5 99/2016/QH13", "", "điều kiện", "dieu 99999999 luat tre em", "Điều \0 \ud800"],
)  # fmt: skip
def test_nothing_is_guessed(shelf, typed):
    assert public.meant(typed) is None


def test_a_clause_that_does_not_exist_is_said_not_to_be_there(shelf):
    found = public.meant("Điều 500 Luật Trẻ em")
    assert found.is_known and not found.is_there
