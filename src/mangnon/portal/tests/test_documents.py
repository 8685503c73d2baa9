"""A document's page: what it cites, its number as an address, what programs read."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest

from mangnon import clock
from mangnon.legislation.models import Clause, Document, Relation


@pytest.fixture
def read(db, client):
    def reading(path: str, status: int = 200) -> str:
        with clock.pinned(date(2026, 1, 15)):
            answer = client.get(path)
        assert answer.status_code == status, path
        return answer.content.decode()

    return reading


@pytest.fixture
def papers(db):
    law = Document.objects.create(
        code="law", number="102/2016/QH13", number_key="102-2016-qh13", kind="law",
        title_vi="Luật Trẻ em", title_en="Children Law", issuer_vi="Quốc hội",
        issued_on=date(2016, 4, 5), in_force_from=date(2017, 6, 1),
    )  # fmt: skip
    decree = Document.objects.create(
        code="decree", number="56/2017/NĐ-CP", number_key="56-2017-ndcp", kind="decree",
        title_vi="Nghị định", title_en="Decree", in_force_from=date(2017, 7, 1), held=True,
    )  # fmt: skip
    Clause.objects.create(
        document=decree, anchor="dieu-1", level="dieu", label_vi="Điều 1", label_en="Article 1",
        text="Theo Điều 10 Luật Trẻ em số 102/2016/QH13 và Luật Lạ.",
    )  # fmt: skip
    Relation.objects.create(source=decree, kind="details", target=law)
    return law, decree


def test_what_a_clause_cites_is_a_link_to_the_clause(papers, read):
    shown = read("/van-ban/decree/")
    assert '<a href="/van-ban/law/#dieu-10">Điều 10 Luật Trẻ em số 102/2016/QH13</a>' in shown
    assert "Luật Lạ." in shown and 'id="dieu-1"' in shown


def test_the_number_leads_to_the_document_and_a_wrong_one_to_suggestions(papers, read, client):
    answer = client.get("/van-ban/102-2016-qh13@2017-01-01/")
    assert answer.status_code == 302 and answer.url == "/van-ban/law@2017-01-01/"
    assert "decree" in read("/van-ban/decrees/", 404)
    assert "không phải là một ngày" in read("/van-ban/law@hom-qua/", 400)


def test_two_documents_of_one_number_are_offered_and_neither_is_guessed(papers, read):
    Document.objects.create(
        code="other", number="56/2017/NĐ-CP", number_key="56-2017-ndcp", kind="decree",
        title_vi="Khác", title_en="Other", issuer_vi="Nơi khác",
    )  # fmt: skip
    shown = read("/van-ban/56-2017-nd-cp/", 404)
    assert "/van-ban/decree/" in shown or "/van-ban/other/" in shown


def test_programs_read_it_too(papers, read):
    said = json.loads(read("/van-ban/decree/eli.jsonld"))
    assert said["eli:based_on"] == [{"@id": "http://testserver/van-ban/law/"}]
    assert said["eli:in_force"] == {"@id": "eli:InForce-inForce"}
    act = ElementTree.fromstring(read("/van-ban/decree/akn.xml"))
    space = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    assert act.find(f".//{space}article").get("eId") == "dieu-1"
    assert "Có hiệu lực" in read("/van-ban/decree/tin.xml")
    assert read("/van-ban/decree/loi-van.txt").startswith("Theo Điều 10")


def test_a_page_of_a_day_says_that_words_and_relations_are_todays(papers, read):
    words = "Lời văn dưới đây là lời đang được giữ, không phải bản hợp nhất của ngày ấy."
    listed = "Phần này ghi theo danh mục hôm nay, không phải theo danh mục của ngày ấy."
    shown = read("/van-ban/decree@2018-01-01/")
    facts, relations = shown.index('<dl class="facts">'), shown.index('id="relations"')
    assert shown.index(listed) < facts and shown.index(listed, relations) > relations
    assert shown.index('id="clauses"') < shown.index(words) < shown.index('id="dieu-1"')
    english = read("/en/documents/decree@2018-01-01/")
    assert "not the consolidated text of that day" in english
    assert "as the list has it today" in english
    today = read("/van-ban/decree/")
    assert words not in today and listed not in today


def test_what_is_said_of_a_day_is_said_of_the_address_of_that_day(papers, read):
    said = json.loads(read("/van-ban/decree@2017-06-15/eli.jsonld"))
    plain = "http://testserver/van-ban/decree/"
    assert said["@id"] == "http://testserver/van-ban/decree@2017-06-15/"
    assert said["eli:in_force"] == {"@id": "eli:InForce-notInForce"}
    assert said["eli:is_member_of"] == {"@id": plain}
    assert said["eli:version_date"]["@value"] == "2017-06-15"
    undated = json.loads(read("/van-ban/decree/eli.jsonld"))
    assert undated["@id"] == plain and "eli:version_date" not in undated
    assert undated["eli:is_realized_by"] == said["eli:is_realized_by"]
    assert undated["eli:is_realized_by"]["eli:is_embodied_by"]["@id"] == f"{plain}akn.xml"
    assert "eli:is_realized_by" not in json.loads(read("/van-ban/law/eli.jsonld"))


def test_what_no_xml_can_hold_is_left_out_everywhere(papers, read):
    odd = "Luật\x01 \ufffeTrẻ\uffff em\x1b"
    Document.objects.update(title_vi=odd, issuer_vi=odd)
    Clause.objects.update(label_vi=f"Điều 1{odd}", text=odd)
    for form in ("akn.xml", "tin.xml"):
        shown = read(f"/van-ban/decree/{form}")
        ElementTree.fromstring(shown)
        assert "Luật Trẻ em" in shown
