"""What can be taken away: CSV for Vietnamese Excel, XLSX, JSON."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from mangnon.figures.models import Figure
from mangnon.places import generation
from mangnon.places.models import Place
from mangnon.portal.downloads.comma import number_text, safe_text

AREA = "HD@2012-01-01"
PLACES = [
    "/bang-diem/",
    "/en/scorecard/",
    "/bang-diem/296@2012-01-01/",
    f"/loi-hua/T1/{AREA}/",
    "/en/promise/T4/300@2012-01-01/",
    "/chi-so/T7/",
    "/dia-ban/300@2012-01-01/",
]
KEYS = [
    "indicator", "name", "series", "place", "place_name", "period", "breakdown", "part",
    "numerator", "denominator", "value", "unit", "lower", "upper", "estimated", "provisional",
    "withheld", "as_of", "release",
]  # fmt: skip


def file_of(client, path: str, kind: str) -> bytes:
    """Fetch the figures that stand beside a page."""
    word = "figures" if path.startswith("/en/") else "so-lieu"
    answer = client.get(f"{path}{word}.{kind}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return answer.content


@pytest.mark.parametrize("path", PLACES)
def test_every_page_offers_three_files(path, released, client):
    shown = client.get(path).content.decode()
    word = "figures" if path.startswith("/en/") else "so-lieu"
    for kind in ("csv", "xlsx", "json"):
        assert f'href="{path}{word}.{kind}" download' in shown


@pytest.mark.parametrize("path", PLACES)
def test_the_three_files_say_the_same(path, released, client):
    rows = json.loads(file_of(client, path, "json"))["figures"]
    commas = list(
        csv.reader(io.StringIO(file_of(client, path, "csv").decode("utf-8-sig")), delimiter=";")
    )
    sheet = list(load_workbook(io.BytesIO(file_of(client, path, "xlsx"))).worksheets[0].values)
    assert len(rows) == len(commas) - 1 == len(sheet) - 1 > 10
    value = KEYS.index("value")
    for row, line, cells in zip(rows, commas[1:], sheet[1:], strict=True):
        written = None if line[value] == "" else float(line[value].replace(",", "."))
        assert row["value"] == written == cells[value]


def test_the_keys_are_stable_and_explained(released, client):
    document = json.loads(file_of(client, "/bang-diem/", "json"))
    assert list(document["keys"]) == KEYS
    assert all(document["keys"].values())
    assert list(document["figures"][0]) == KEYS
    assert document["release"] == {"number": 1, "day": "2026-01-15", "demonstration": True}


def test_excel_in_vietnam_opens_the_csv(released, client):
    content = file_of(client, "/bang-diem/", "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    head, first = content.decode("utf-8-sig").split("\r\n")[:2]
    assert head.startswith("Mã chỉ số;Tên chỉ số;")
    assert "," in first


def test_the_workbook_has_typed_cells_and_a_source(released, client):
    book = load_workbook(io.BytesIO(file_of(client, "/en/scorecard/", "xlsx")))
    figures, source = book.worksheets
    row = dict(zip([cell.value for cell in figures[1]], figures[2], strict=True))
    assert row["Value"].data_type == "n"
    assert row["As of"].is_date
    assert row["Place name"].data_type == "s"
    said = {line[0]: line[1] for line in list(source.values)[:5]}
    assert said["Release"] == "1"
    assert said["Note"] == "Demonstration: all figures are simulated."


def test_what_is_withheld_carries_no_number(released, client):
    small = Figure.objects.filter(withheld="small", indicator__code="T2", breakdown="")
    place = small.first().place
    rows = json.loads(file_of(client, f"/bang-diem/{place.key}/", "json"))["figures"]
    hidden = [row for row in rows if row["withheld"]]
    assert hidden
    assert all(row["value"] is None and row["numerator"] is None for row in hidden)


def test_places_below_come_with_the_choices_of_the_page(released, client):
    answer = client.get(f"/loi-hua/T3/{AREA}/so-lieu.json?ky=2020&cap=xa")
    rows = json.loads(answer.content)["figures"]
    below = {row["place"] for row in rows if row["place"] != AREA}
    assert len(below) == 32


def test_an_unknown_kind_of_file(released, client):
    assert client.get("/bang-diem/so-lieu.pdf").status_code == 400


@pytest.mark.parametrize("text", ["=1+1", "+84", "-1", "@here", "\tx"])
def test_no_cell_becomes_a_formula(text):
    assert safe_text(text) == f"'{text}"


def test_names_that_look_like_formulas_are_text(released, client):
    Place.objects.filter(code="HD").update(name_vi="=HYPERLINK(1)")
    generation.bump()
    assert b";'=HYPERLINK(1);" in file_of(client, "/bang-diem/", "csv")
    sheet = load_workbook(io.BytesIO(file_of(client, "/bang-diem/", "xlsx"))).worksheets[0]
    cell = sheet.cell(2, KEYS.index("place_name") + 1)
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


@pytest.mark.parametrize(
    ("value", "written"), [(2.95, "2,95"), (1234.0, "1234"), (0.0001, "0,0001")]
)
def test_numbers_have_a_decimal_comma(value, written):
    assert number_text(value) == written
