"""The library's list and its search to the clause, in both languages' pages."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.finding.actions import refresh, refresh_all
from mangnon.legislation.actions import put_text
from mangnon.legislation.models import Document, Relation, number_key
from mangnon.legislation.reading.files import pasted
from mangnon.portal.tests.reading import plain

HIT = re.compile(r'<li><h2><a href="([^"]+)">')
LAW = """Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Trẻ em
Trẻ em là người dưới 16 tuổi.
Điều 5. Nhận nuôi
1. Con đường đến lớp.
2. Người nhận nuôi <phải> đủ điều kiện.
Điều 6. Họ Dương
Dương là một họ."""


def paper(code, number="", kind="law", **more):
    said = {"title_vi": f"Văn bản {code}", "title_en": f"Document {code}", "issuer_vi": "Quốc hội"}
    return Document.objects.create(
        code=code, number=number, number_key=number_key(number), kind=kind, **{**said, **more}
    )


@pytest.fixture
def shelf(db):
    law = paper(
        "law", "102/2016/QH13", title_vi="Luật Trẻ em", issued_on=date(2016, 4, 5),
        in_force_from=date(2017, 6, 1), field_vi="Trẻ em", issuer_en="Assembly",
    )  # fmt: skip
    old = paper("old", "25/2004/QH11", issued_on=date(2004, 6, 15), in_force_from=date(2005, 1, 1))
    Relation.objects.create(source=law, kind="replaces", target=old)
    paper("decree", "56/2017/NĐ-CP", "decree", issuer_vi="Chính phủ", issued_on=date(2017, 5, 9))
    put_text(law, pasted(LAW), warrant=system_warrant("test"))
    refresh_all("document")


@pytest.fixture
def read(shelf, client):
    def reading(path, status=200):
        with clock.pinned(date(2026, 1, 15)), CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        assert answer.status_code == status, path
        assert len(asked) <= 15
        return answer.content.decode()

    return reading


@pytest.mark.parametrize("typed", ["dieu kien nhan nuoi", "điều kiện nhận nuôi", "NHAN NUOI"])
@pytest.mark.parametrize("where", ["/tim-kiem/", "/van-ban/"])
def test_a_hit_opens_at_the_clause_with_its_words_marked(read, where, typed):
    at = HIT.findall(read(f"{where}?q={typed}"))[0].replace("&amp;", "&")
    path, anchor = at.split("#")
    assert anchor == ("dieu-5-khoan-2" if "k" in typed.lower() else "dieu-5")
    shown = read(path)
    assert f'id="{anchor}"' in shown
    assert "<mark>nhận</mark> <mark>nuôi</mark> &lt;phải&gt; đủ" in shown


def test_what_the_title_says_opens_the_document_itself(read):
    assert HIT.findall(read("/tim-kiem/?q=luat tre em"))[0] == "/van-ban/law/"
    assert HIT.findall(read("/tim-kiem/?q=102/2016/QH13"))[0] == "/van-ban/law/"


def test_words_typed_with_marks_open_the_clause_that_is_written_so(read):
    assert "#dieu-5-khoan-1" in HIT.findall(read("/van-ban/?q=đường"))[0]
    assert "#dieu-6" in HIT.findall(read("/van-ban/?q=Dương"))[0]


def test_words_of_an_article_and_its_paragraph_open_the_article(read):
    at = HIT.findall(read("/van-ban/?q=nhan nuoi den lop"))[0]
    assert at.endswith("#dieu-5")


@pytest.mark.parametrize("where", ["/tim-kiem/", "/van-ban/"])
def test_a_clause_that_is_named_is_one_click_away_and_one_that_is_not_there_is_said(read, where):
    assert 'href="/van-ban/law/#dieu-5-khoan-2"><b>' in read(
        f"{where}?q=dieu 5 khoan 2 luat tre em"
    )
    shown = plain(read(f"{where}?q=Điều 500 Luật Trẻ em"))
    assert "Văn bản này không có Điều 500." in shown
    assert "chưa mở được Điều 5." in plain(read(f"{where}?q=Điều 5 56/2017/NĐ-CP"))


@pytest.mark.parametrize("typed", ["102/2016/QH13", "102 2016 qh13", "số 102/2016/qh13"])
def test_a_number_typed_into_the_library_leads_to_its_document(shelf, client, typed):
    assert client.get("/van-ban/", {"q": typed}).url == "/van-ban/law/"
    assert client.get("/en/documents/", {"q": typed}).url == "/en/documents/law/"


@pytest.mark.parametrize(
    ("choice", "codes"),
    [
        ("loai=decree", ["decree"]),
        ("co-quan=Chính phủ", ["decree"]),
        ("linh-vuc=Trẻ em", ["law"]),
        ("hieu-luc=expired", ["old"]),
        ("hieu-luc=unknown", ["decree"]),
        ("nam=2004", ["old"]),
        ("ban-goc=co", ["law"]),
        ("ban-goc=chua", ["decree", "old"]),
        ("ban-goc=chua&loai=law", ["old"]),
        ("co-quan=Nơi khác", []),
        ("q=nuôi&hieu-luc=in_force", ["law"]),
        ("q=nuôi&hieu-luc=expired", []),
    ],
)
def test_each_side_narrows(read, choice, codes):
    shown = read(f"/van-ban/?{choice}")
    assert [re.split("[/?]", at)[2] for at in HIT.findall(shown)] == codes


def test_each_choice_says_how_many_it_would_leave(read):
    shown = plain(read("/van-ban/?loai=law"))
    assert "Còn hiệu lực 1 Hết hiệu lực toàn bộ 1" in shown
    assert "Luật 2 Nghị định 1" in shown
    assert "Assembly" in read("/en/documents/")


def test_what_was_entered_today_is_in_the_list_and_its_standing_with_it(read):
    assert "decree" not in "".join(HIT.findall(read("/van-ban/?hieu-luc=in_force")))
    Document.objects.filter(code="decree").update(in_force_from=date(2017, 7, 1))
    refresh("document", ["decree"])
    assert "decree" in "".join(HIT.findall(read("/van-ban/?hieu-luc=in_force")))


def test_a_long_list_has_parts_and_a_search_keeps_what_is_chosen(read):
    for n in range(60):
        paper(f"d{n:02}", kind="decision", issued_on=date(2020, 1, 1))
    refresh_all("document")
    seen = [at for n in (1, 2, 3) for at in HIT.findall(read(f"/van-ban/?loai=decision&trang={n}"))]
    assert len(seen) == len(set(seen)) == 60
    shown = read("/van-ban/?loai=decision&trang=2")
    assert "Trang 2 trên 3" in shown and "?loai=decision&amp;trang=3" in shown
    assert '<input type="hidden" name="loai" value="decision">' in shown


@pytest.mark.parametrize(
    "typed", ["", "%00", '"' * 900, "zzqx", "<script>alert(1)</script>", "42/"]
)
def test_whatever_is_typed_is_answered(read, typed):
    for name in ("q", "co-quan", "linh-vuc", "hieu-luc", "nam", "ban-goc", "trang"):
        assert "<script>alert" not in read(f"/van-ban/?{name}={typed}")
    assert "<script>alert" not in read(f"/van-ban/law/?q={typed}")
