"""Statistical reports: by year, with sizes; what editors put up; the context with its source."""

import re
from datetime import date

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from mangnon.figures.models import Release
from mangnon.pages.models import StatisticalReport
from mangnon.portal.around import around
from mangnon.portal.reports import _files, weigh
from mangnon.portal.tests.reading import plain
from mangnon.portal.voices import Voice

VI = Voice(language="vi")
LIST = "/kinh-te-xa-hoi/bao-cao/"


@pytest.fixture
def put_up(released):
    """A report, as an editor puts it up."""
    document = get_document_model()(title="Năm 2024")
    document.file.save("nam-2024.pdf", ContentFile(b"%PDF-1.7 " + b"x" * 3000), save=False)
    document.file_size = document.file.size
    document.save()
    one = StatisticalReport(
        title_vi="Niên giám 2024", title_en="Yearbook 2024", year=2024, period_vi="Năm 2024",
        number="12/BC-HĐ", issuer="Hội đồng", issued_on=date(2025, 3, 1), document=document,
        about_vi="Dân số và trường học.",
    )  # fmt: skip
    one.save()
    one.save_revision().publish()
    return one


def test_what_an_editor_puts_up_stands_under_its_year(put_up, client):
    words = plain(client.get(LIST).content.decode())
    assert "Niên giám 2024 PDF, 2,9" in words
    assert "Dân số và trường học. Năm 2024 12/BC-HĐ Hội đồng 01/03/2025" in words
    where = f"/tep/tai-lieu/{put_up.document_id}/{put_up.document.filename}"
    assert f'href="{where}" download' in client.get(LIST).content.decode()
    assert b"".join(client.get(where).streaming_content).startswith(b"%PDF")
    assert "Yearbook 2024" in client.get("/en/society/reports/").content.decode()
    found = client.get("/tim-kiem/", {"q": "nien giam 2024"}).content.decode()
    assert f"{LIST}#bao-cao-{put_up.pk}" in found


def test_a_report_taken_off_is_gone(put_up, client):
    put_up.unpublish()
    assert "Niên giám" not in client.get(LIST).content.decode()


def test_the_context_is_drawn_and_listed_with_its_source(released):
    people, children, _communes = around(VI)
    assert [bar.value_text for bar in people.chart.bars] == ["1.705.059", "1.892.254"]
    assert people.table.rows[1][1].text == "1.892.254"
    assert people.source.startswith("Tổng điều tra dân số")
    assert children.chart is None
    assert children.table.rows[0][1].text == "491.053"


def test_every_year_of_a_release_can_be_taken_away(page, client):
    shown = page(LIST)
    assert re.findall(r'id="y(\d+)"', shown)[:2] == ["2025", "2024"]
    assert "Đợt công bố số 1" in shown
    assert len(re.findall(r'so-lieu\.\w+" download>\w+</a>', shown)) == 14 * 3
    answer = client.get(f"{LIST}2020/so-lieu.csv")
    text = answer.content.decode("utf-8-sig")
    assert answer.status_code == 200
    assert text.splitlines()[0].startswith("Mã chỉ số;")
    assert ";2020;" in text
    assert ";2019;" not in text


def test_a_size_is_said_where_it_is_known(released):
    release = Release.objects.get(number=1)
    release.sizes = {"vi": {"2020": [1_000, 20_480, 3_000_000]}}
    notes = {
        year: [file.note.replace("\N{NO-BREAK SPACE}", " ") for file in _files(VI, release, year)]
        for year in (2019, 2020)
    }
    assert notes == {2019: [""] * 3, 2020: ["1000 byte", "20,0 KB", "2,9 MB"]}


@pytest.mark.parametrize(("path", "status"), [("", 200), ("1066/so-lieu.csv", 400)])
def test_no_page_writes_files_to_weigh_them(path, status, released, client, monkeypatch):
    def write(*_words: object) -> bytes:
        raise AssertionError("a file was written")

    monkeypatch.setattr("mangnon.portal.reports.written", write)
    assert client.get(f"{LIST}{path}").status_code == status


def test_the_sizes_are_those_of_the_files(released, client):
    release = Release.objects.get(number=1)
    release.sizes = weigh(release)
    for at, kind in enumerate(("csv", "xlsx", "json")):
        file = client.get(f"{LIST}2020/so-lieu.{kind}").content
        assert abs(len(file) - release.sizes["vi"]["2020"][at]) < 50  # a workbook holds its hour


@pytest.mark.parametrize("path", ["1066/so-lieu.csv", "99999/so-lieu.csv", "2020/so-lieu.pdf"])
def test_what_is_not_there_is_said(path, released, client):
    assert client.get(f"{LIST}{path}").status_code in (400, 404)


def test_the_socio_economic_section_shows_context_and_leads_to_the_reports(page):
    shown = page("/kinh-te-xa-hoi/")
    assert f'href="{LIST}"' in shown
    assert "Bối cảnh của tỉnh" in shown
    assert "Nguồn: Tổng điều tra dân số và nhà ở" in plain(shown)
