"""The public pages in a real browser: followed, downloaded, printed, weighed."""

import csv
import gzip
import io
import json

import pytest
from openpyxl import load_workbook

from mangnon.places.models import Place

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

AREA = "HD@2012-01-01"


def test_from_home_to_a_promise_to_a_place(visit):
    page = visit("/bang-diem/", java_script_enabled=False)
    page.locator("#T2 h2 a").click()
    assert "/loi-hua/T2/" in page.url
    new = Place.objects.filter(valid_from="2025-07-01").order_by("sort_key").first()
    page.locator("table").get_by_role("link", name=new.name_vi, exact=True).click()
    assert page.url.endswith(f"/loi-hua/T2/{new.key}/")
    page.get_by_role("link", name="Địa bàn này là gì").click()
    assert page.locator("h1").inner_text() == new.name_vi


def test_the_map_leads_to_a_place(visit):
    page = visit("/bang-diem/?ky=2020", java_script_enabled=False)
    page.locator("svg.map a").first.click()
    assert page.locator("h1").inner_text().startswith("Lời hứa với trẻ\u00a0em Huyện")


def test_the_map_is_switched_without_scripts(visit):
    page = visit("/bang-diem/", java_script_enabled=False)
    page.get_by_role("link", name="2020", exact=True).click()
    assert "2 huyện (2020)" in page.locator("#map").inner_text()
    page.get_by_role("link", name="xã, phường (nay)").click()
    assert "ban-do=" in page.url


def test_a_table_is_sorted_by_its_heading(visit):
    page = visit(f"/loi-hua/T7/{AREA}/?ky=2020&cap=xa", java_script_enabled=False)
    page.locator("#places th").get_by_role("link", name="Giá trị").click()
    heading = page.locator('#places th[aria-sort="descending"]')
    assert heading.inner_text().startswith("Giá trị")


def test_the_other_language_and_back(visit):
    page = visit("/bang-diem/296@2012-01-01/?loi-hua=T2", java_script_enabled=False)
    page.get_by_role("link", name="English").click()
    assert "/en/scorecard/296@2012-01-01/?loi-hua=T2" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.url.endswith("/bang-diem/296@2012-01-01/?loi-hua=T2")


@pytest.mark.parametrize("kind", ["CSV", "XLSX", "JSON"])
def test_figures_come_down_whole(kind, visit):
    page = visit("/bang-diem/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name=kind).click()
    content = waiting.value.path().read_bytes()
    readers = {
        "CSV": lambda: list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")),
        "XLSX": lambda: list(load_workbook(io.BytesIO(content)).worksheets[0].values),
        "JSON": lambda: json.loads(content)["figures"],
    }
    assert len(readers[kind]()) > 100
    assert waiting.value.suggested_filename.endswith(kind.lower())


@pytest.mark.screen
def test_a_page_prints_on_paper(visit):
    page = visit("/bang-diem/")
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="Mục chính").is_visible()
    assert page.locator(".promise").count() == 8
    assert page.pdf(format="A4").startswith(b"%PDF")


def _travelled(request) -> int:
    """The bytes of an answer; this server sends style sheets as they are, the site compressed."""
    whole = sum(request.sizes().values())
    if not request.url.endswith(".css"):
        return whole
    body = request.response().body()
    return whole - len(body) + len(gzip.compress(body))


@pytest.mark.screen
def test_the_first_view_is_light(site, chromium):
    """Everything that the first page fetches, as it travels: at most 100 KB."""
    context = chromium.new_context()
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(_travelled(request)))
    page.goto(f"{site}/", wait_until="networkidle")
    page.wait_for_timeout(200)
    context.close()
    assert len(sizes) >= 5
    assert sum(sizes) <= 100_000
