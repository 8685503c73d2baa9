"""What the scripts of the editors' house say is Vietnamese: menus, choosers, comments, dates."""

import pytest
from playwright.sync_api import expect

from mangnon.pages.models import NewsPage, TextPage
from tests.support.newsdesk import Desk, drawn
from tests.support.speaking.seen import said
from tests.support.speaking.words import foreign

pytestmark = [
    *(pytest.mark.browser, pytest.mark.django_db, pytest.mark.screen, pytest.mark.long)
]  # fmt: skip
KNOWN = frozenset(
    {"phuc", "oanh", "about", "news", "nowhere", "avif", "jpeg", "jpg", "png", "webp"}
)


def english(desk: Desk) -> list[str]:
    """What stands on the screen, seen or read aloud, that is no Vietnamese."""
    page = desk.page.evaluate("document.documentElement.outerHTML")
    return [f"{one.where}: {one.text}" for one in said(page) if foreign(one.text, KNOWN)]


@pytest.fixture
def chief(desk) -> Desk:
    one = desk("phuc")
    one.keep_picture(drawn("san-truong.jpg", "seagreen"), "Sân trường")
    return one


def edit(chief: Desk) -> None:
    chief.open(f"pages/{NewsPage.objects.get(slug='mo-trang').pk}/edit/")


def test_the_menus_of_the_house(chief):
    chief.open("")
    for number in range(chief.page.locator("#wagtail-sidebar button[aria-expanded]").count()):
        chief.page.locator("#wagtail-sidebar button[aria-expanded]").nth(number).click()
    assert english(chief) == []


def test_blocks_are_chosen_and_filled(chief):
    edit(chief)
    chief.page.locator("button.c-sf-add-button").last.click()
    expect(chief.page.get_by_role("option", name="bảng")).to_be_visible()
    assert english(chief) == []
    chief.page.keyboard.press("Escape")
    for kind in ("bảng", "tệp tải về", "một lời hứa", "lưu ý"):
        chief.add_block(kind)
    assert english(chief) == []


def test_a_picture_is_chosen(chief):
    edit(chief)
    chief.page.get_by_role("button", name="Chọn hình ảnh").first.click()
    expect(chief.page.locator(".modal a.image-choice").first).to_be_visible()
    assert english(chief) == []


def test_text_is_written_with_links(chief):
    edit(chief)
    chief.page.locator(".Draftail-Editor [contenteditable=true]").first.click()
    chief.page.keyboard.type("/")
    assert english(chief) == []
    chief.page.keyboard.press("Backspace")
    chief.page.keyboard.press("Control+a")
    chief.page.keyboard.press("Control+k")
    expect(chief.page.locator(".modal")).to_be_visible()
    assert english(chief) == []
    for tab in ("external-link", "email-link", "phone-link", "anchor-link"):
        chief.page.locator(f".modal a[href*='{tab}']").first.click()
        expect(chief.page.locator(".modal form").first).to_be_visible()
        assert english(chief) == []


def test_panels_beside_a_page(chief):
    edit(chief)
    panels = chief.page.locator("[data-side-panel-toggle]")
    for number in range(panels.count()):
        panels.nth(number).click()
        chief.page.wait_for_timeout(500)
        assert english(chief) == []


def test_something_is_said_of_a_field_and_a_day_is_chosen(chief):
    edit(chief)
    chief.page.get_by_role("button", name="Thêm nhận xét").first.click(force=True)
    chief.page.wait_for_timeout(500)
    assert english(chief) == []
    chief.page.locator("#id_date").click()
    chief.page.wait_for_timeout(300)
    assert english(chief) == []


def test_many_pages_at_once_and_the_keys(chief):
    page = TextPage.objects.get(slug="gioi-thieu")
    chief.open(f"pages/{page.get_parent().pk}/")
    chief.page.locator("input[data-bulk-action-select-all-checkbox]").check(force=True)
    assert english(chief) == []
    chief.page.keyboard.press("?")
    chief.page.wait_for_timeout(300)
    assert english(chief) == []
    chief.open("images/multiple/add/")
    assert english(chief) == []
