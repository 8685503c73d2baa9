"""From a promise to what set it and to what holds today; a clause found without accents."""

import pytest

from mangnon.access.doors import system_warrant
from mangnon.legislation.actions import put_text
from mangnon.legislation.models import Document
from mangnon.legislation.reading.files import pasted

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
TEXT = "\n".join(
    [
        "Điều 1. Phạm vi",
        *(f"{n}. Lời viết riêng cho phép thử, đoạn {n}." for n in range(1, 40)),
        "Điều 2. Nhà trú mưa",
        "1. Mỗi bến đò có một nhà trú mưa.",
        "2. Nhà trú mưa có tủ sách cho học trò đợi đò.",
    ]
)


@pytest.fixture(scope="module")
def booklet(site, django_db_blocker):
    """A document invented for this walk, with its text; the site's tables are emptied after it."""
    with django_db_blocker.unblock():
        one = Document.objects.create(
            code="walk", kind="guidance", title_vi="Sổ tay thử", title_en="A test booklet"
        )
        put_text(one, pasted(TEXT), warrant=system_warrant("test"))


def go(page, within, name):
    page.locator(within).get_by_role("link", name=name).first.click()


@pytest.mark.parametrize("width", [1280, 390])
def test_from_target_t2_to_what_set_it_and_what_holds_today(visit, width):
    page = visit("/bang-diem/", width=width, java_script_enabled=False)
    page.locator("#T2 h2 a").click()
    assert "văn bản gốc chưa có" in page.locator("#clause figcaption").inner_text()
    page.locator("#clause figcaption a").click()
    assert page.url.endswith("/van-ban/plan-86/")
    assert "Văn bản gốc chưa có ở đây" in page.locator("main").inner_text()
    go(page, "#relations", "Bài tường thuật hội nghị")
    assert page.url.endswith("/van-ban/conference-report-2013/")
    go(page, "#relations", "86-KH/TU")
    go(page, "#relations", "20-CT/TW")
    assert page.url.endswith("/van-ban/directive-20/")
    standing = page.locator("#standing").inner_text()
    assert "Chưa xác định hiệu lực" in standing and "tính đến ngày 15/01/2026" in standing
    go(page, "#standing", "28-CT/TW")
    assert page.url.endswith("/van-ban/directive-28/")
    page.go_back()
    go(page, "#relations", "86-KH/TU")
    assert page.locator("#targets").get_by_role("link").count() >= 8


def test_a_law_says_on_its_page_what_took_its_place_and_how_it_stood_on_a_day(visit):
    page = visit("/van-ban/law-25-2004/", java_script_enabled=False)
    assert "Hết hiệu lực toàn bộ" in page.locator("#standing").inner_text()
    go(page, "#standing", "102/2016/QH13")
    assert "Còn hiệu lực" in page.locator("#standing").inner_text()
    page = visit("/van-ban/law-25-2004@2013-12-03/", java_script_enabled=False)
    assert "Còn hiệu lực" in page.locator("#standing").inner_text()


@pytest.mark.parametrize("box", ["find", "library-words"])
def test_a_clause_is_found_without_accents_and_opens_in_sight(visit, booklet, box):
    page = visit("/van-ban/", width=390, java_script_enabled=False)
    page.locator(f"#{box}").fill("tu sach cho hoc tro")
    page.locator(f"#{box}").press("Enter")
    page.locator("#found .results a").first.click()
    assert page.url.endswith("#dieu-2-khoan-2")
    clause = page.locator("#dieu-2-khoan-2")
    assert clause.locator("mark").all_inner_texts()[-5:] == ["tủ", "sách", "cho", "học", "trò"]
    assert 0 <= clause.bounding_box()["y"] < 900


def test_a_number_typed_in_any_way_leads_to_its_document(visit):
    page = visit("/van-ban/", java_script_enabled=False)
    page.locator("#library-words").fill("102 2016 qh13")
    page.locator("#library-words").press("Enter")
    assert "/van-ban/law-102-2016/" in page.url


@pytest.mark.parametrize("width", [1280, 390])
def test_the_library_is_narrowed_by_what_holds_today(visit, width):
    page = visit("/van-ban/", width=width, java_script_enabled=False)
    page.locator(".facets").get_by_role("link", name="Hết hiệu lực toàn bộ").click()
    assert "hieu-luc=expired" in page.url
    found = page.locator("#found .results").inner_text()
    assert "25/2004/QH11" in found and "102/2016/QH13" not in found
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
