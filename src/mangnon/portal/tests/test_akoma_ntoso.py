"""Akoma Ntoso as its schema wants it: what lies in what, what must be written, its names."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from mangnon import clock
from mangnon.legislation.models import Clause, Document

SPACE = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
CLAUSES = [
    ("mo-dau", ""), ("phan-1", "phan"), ("chuong-1", "chuong"), ("chuong-1-muc-1", "muc"),
    ("dieu-1", "dieu"), ("dieu-1-khoan-1", "khoan"), ("dieu-1-khoan-1-diem-a", "diem"),
    ("chua-xep-1", ""), ("dieu-1-khoan-2", "khoan"), ("dieu-2", "dieu"), ("dieu-2-diem-a", "diem"),
    ("chuong-2", "chuong"), ("dieu-3", "dieu"), ("phan-2", "phan"), ("dieu-4", "dieu"),
]  # fmt: skip
LIES_IN = {
    "mo-dau": "body", "phan-1": "body", "chuong-1": "phan-1", "chuong-1-muc-1": "chuong-1",
    "dieu-1": "chuong-1-muc-1", "dieu-1-khoan-1": "dieu-1",
    "dieu-1-khoan-1-diem-a": "dieu-1-khoan-1", "chua-xep-1": "dieu-1-khoan-1-diem-a",
    "dieu-1-khoan-2": "dieu-1", "dieu-2": "chuong-1-muc-1", "dieu-2-diem-a": "dieu-2",
    "chuong-2": "phan-1", "dieu-3": "chuong-2", "phan-2": "body", "dieu-4": "phan-2",
}  # fmt: skip
# What an element may not be without.
REQUIRED = {
    "act": "name", "doc": "name", "hcontainer": "eId name", "part": "eId", "chapter": "eId",
    "section": "eId", "article": "eId", "paragraph": "eId", "point": "eId", "intro": "eId",
    "content": "eId", "identification": "source", "references": "source", "FRBRthis": "value",
    "FRBRuri": "value", "FRBRalias": "value name", "FRBRdate": "date name", "FRBRauthor": "href",
    "FRBRcountry": "value", "FRBRsubtype": "value", "FRBRnumber": "value",
    "FRBRauthoritative": "value", "FRBRlanguage": "language",
    "TLCOrganization": "eId href showAs",
}  # fmt: skip
IN_ORDER = ("num", "intro", "content")


@pytest.fixture
def law(db):
    made = Document.objects.create(
        code="law", number="102/2016/QH13", number_key="102-2016-qh13", kind="law",
        title_vi="Luật Trẻ em", issuer_vi="Quốc hội", issued_on=date(2016, 4, 5), held=True,
    )  # fmt: skip
    Clause.objects.bulk_create(
        Clause(document=made, anchor=anchor, level=level, label_vi=anchor, position=place,
               text=f"{anchor} đầu\nđuôi", unplaced=anchor.startswith("chua"))
        for place, (anchor, level) in enumerate(CLAUSES)
    )  # fmt: skip
    return made


@pytest.fixture
def read(client):
    def reading(code: str = "law") -> ElementTree.Element:
        with clock.pinned(date(2026, 1, 15)):
            answer = client.get(f"/van-ban/{code}/akn.xml")
        assert answer.status_code == 200
        root = ElementTree.fromstring(answer.content)
        sound(root)
        return root

    return reading


def name(one: ElementTree.Element) -> str:
    return one.tag.removeprefix(SPACE)


def sound(root: ElementTree.Element) -> None:
    """Judge what every file must keep."""
    for one in root.iter():
        assert one.tag.startswith(SPACE)
        for needed in REQUIRED.get(name(one), "").split():
            assert one.get(needed), (name(one), needed)
        assert not any(" " in one.get(key, "") for key in ("eId", "href", "as"))
        if name(one) == "FRBRdate":
            assert date.fromisoformat(one.get("date"))
        if one.find(f"{SPACE}num") is not None:
            kinds = [name(inner) for inner in one]
            assert kinds[:2] in (["num", "intro"], ["num", "content"])
            assert not set(kinds[2:]) & set(IN_ORDER)
            assert (kinds[1] == "content") == (len(kinds) == 2)  # beside content stands nothing
    anchors = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(anchors) == len(set(anchors))
    known = set(anchors)
    for one in root.iter():
        for key in ("href", "source"):
            if one.get(key, "").startswith("#"):
                assert one.get(key)[1:] in known
    paper = root[0]
    assert [name(one) for one in paper] == [
        "meta",
        "preface",
        {"act": "body"}.get(name(paper), "mainBody"),
    ]
    assert len(paper[2])


def named(root: ElementTree.Element, level: str) -> tuple[str, str, str]:
    held = root.find(f".//{SPACE}{level}")
    this, uri, day = (held.find(f"{SPACE}{one}") for one in ("FRBRthis", "FRBRuri", "FRBRdate"))
    return this.get("value"), uri.get("value"), day.get("date")


def test_each_part_lies_in_the_one_that_holds_it_and_words_keep_their_order(law, read):
    root = read()
    inside = {
        inner.get("eId"): outer.get("eId") or name(outer)
        for outer in root.iter() for inner in outer if inner.get("eId") in LIES_IN
    }  # fmt: skip
    assert inside == LIES_IN
    said = [one.text for one in root.find(f".//{SPACE}body").iter(f"{SPACE}p")]
    assert said == [line for anchor, _level in CLAUSES for line in (f"{anchor} đầu", "đuôi")]


def test_the_words_are_named_by_language_and_day_and_the_work_is_not(law, read):
    work = "/akn/vn/act/law/2016-04-05/102-2016-qh13"
    root = read()
    assert named(root, "FRBRWork") == (f"{work}/!main", work, "2016-04-05")
    assert named(root, "FRBRExpression") == (f"{work}/vie@/!main", f"{work}/vie@", "2016-04-05")
    made = (f"{work}/vie@/!main.xml", f"{work}/vie@.xml", "2026-01-15")
    assert named(root, "FRBRManifestation") == made
    root = read("law@2017-06-01")
    assert named(root, "FRBRWork") == (f"{work}/!main", work, "2016-04-05")
    dated = f"{work}/vie@2017-06-01"
    assert named(root, "FRBRExpression") == (f"{dated}/!main", dated, "2017-06-01")


@pytest.mark.parametrize("kind", ["report", "letter", "decree"])
@pytest.mark.parametrize("number", ["", "5/2011/X"])
def test_a_paper_of_which_little_is_known_is_whole_all_the_same(db, read, kind, number):
    Document.objects.create(code="p", kind=kind, title_vi="Không rõ ngày", number=number)
    root = read("p")
    assert name(root[0]) == ("act" if kind == "decree" else "doc")
    _this, uri, day = named(root, "FRBRWork")
    assert re.fullmatch(r"/akn/vn/(act|doc)/\w+(/2011)?/p", uri) and day == "2026-01-15"
    assert root[0][2][0].get("status") == "incomplete"
