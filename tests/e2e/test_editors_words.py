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
# Browsers shorten a month to "thg"; "Nowhere" is what the English pages are called.
KNOWN = frozenset({"phuc", "avif", "jpeg", "webp", "thg", "nowhere"})
# The page as it stands, without the one button that the list of days never shows.
PAGE = """() => {
    const shown = document.documentElement.cloneNode(true);
    const never = [...document.querySelectorAll(".xdsoft_save_selected")];
    if (never.every((one) => one.offsetParent === null))
        shown.querySelectorAll(".xdsoft_save_selected").forEach((one) => one.remove());
    return shown.outerHTML;
}"""


def speaks_vietnamese(desk: Desk) -> None:
    """Hold what stands on the screen, seen or read aloud, against Vietnamese."""
    desk.page.wait_for_timeout(500)  # what is drawn after the step
    found = [one for one in said(desk.page.evaluate(PAGE)) if foreign(one.text, KNOWN)]
    assert found == []


@pytest.fixture
def chief(desk) -> Desk:
    one = desk("phuc")
    one.keep_picture(drawn("san-truong.jpg", "seagreen"), "Sân trường")
    return one


def edit(chief: Desk) -> None:
    chief.open(f"pages/{NewsPage.objects.get(slug='mo-trang').pk}/edit/")
    expect(chief.page.locator(".Draftail-Editor").first).to_be_visible()


def test_a_page_is_written(chief):
    edit(chief)
    chief.page.locator("button.c-sf-add-button").last.click()
    expect(chief.page.get_by_role("option", name="bảng")).to_be_visible()
    speaks_vietnamese(chief)
    chief.page.keyboard.press("Escape")
    for kind in ("bảng", "tệp tải về", "một lời hứa", "lưu ý"):
        chief.add_block(kind)
    chief.page.locator("#id_date").click()
    speaks_vietnamese(chief)
    edit(chief)
    chief.page.get_by_role("button", name="Thêm nhận xét").first.click(force=True)
    speaks_vietnamese(chief)


def test_something_is_chosen(chief):
    edit(chief)
    chief.page.get_by_role("button", name="Chọn hình ảnh").first.click()
    expect(chief.page.locator(".modal a.image-choice").first).to_be_visible()
    speaks_vietnamese(chief)
    edit(chief)
    chief.page.locator(".Draftail-Editor [contenteditable=true]").first.click()
    chief.page.keyboard.press("Control+a")
    chief.page.keyboard.press("Control+k")
    expect(chief.page.locator(".modal form").first).to_be_visible()
    speaks_vietnamese(chief)


def test_what_lies_beside_a_page_and_many_at_once(chief):
    edit(chief)
    panels = chief.page.locator("[data-side-panel-toggle]")
    for number in range(panels.count()):
        panels.nth(number).click()
        speaks_vietnamese(chief)
    chief.open(f"pages/{TextPage.objects.get(slug='gioi-thieu').get_parent().pk}/")
    chief.page.locator("[data-bulk-action-select-all-checkbox]").first.check(force=True)
    speaks_vietnamese(chief)
    chief.page.keyboard.press("?")
    speaks_vietnamese(chief)
