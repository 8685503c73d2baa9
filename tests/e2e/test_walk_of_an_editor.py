"""An article from the first word to the public page and back, by an editor and a chief editor."""

import re
import time
from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import expect

from mangnon.pages.models import NewsIndexPage, NewsPage
from tests.support.newsdesk import Desk, drawn
from tests.support.speaking.seen import said
from tests.support.speaking.words import foreign

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.screen]
KNOWN = frozenset({"oanh", "phuc"})
TITLE = "Trường Mầm non Chồi Non mở lớp mới"
ADDRESS = "/tin-tuc/truong-mam-non-choi-non-mo-lop-moi/"


def everywhere() -> list[str]:
    """The places where the article must be once it is published."""
    return ["/", "/tin-tuc/", "/tin.xml", "/tim-kiem/?q=truong+mam+non+choi+non"]


def within_two_seconds(wrong: Callable[[], list[str]]) -> list[str]:
    """What is still wrong two seconds from now, or nothing as soon as nothing is."""
    began = time.monotonic()
    while (left := wrong()) and time.monotonic() - began < 2:
        time.sleep(0.1)
    return left


def shown(path: str) -> str:
    return Client().get(path).content.decode()


def without() -> list[str]:
    return [path for path in everywhere() if ADDRESS not in shown(path)]


def with_it() -> list[str]:
    return [path for path in everywhere() if ADDRESS in shown(path)]


WANTING = (
    "Hãy ghi chú thích cho hình.",
    "Hãy tả điều hình cho thấy, hoặc đánh dấu “chỉ để trang trí”.",
)
WITHOUT_CONSENT = "Hình “Lớp học” cho thấy một trẻ em nhưng không có giấy đồng ý còn hiệu lực."
WANTING_BESIDE = (
    "Hãy chọn cơ quan chịu trách nhiệm về trang.",
    "Hãy ghi ngày phải xem lại trang.",
)


def write(editor: Desk) -> None:
    """Write the article as far as one does at first: pictures, but not what belongs to them."""
    editor.keep_picture(drawn("san-truong.jpg", "seagreen"), "Sân trường")
    editor.keep_picture(drawn("lop-hoc.jpg", "olive"), "Lớp học", child=True)
    index = NewsIndexPage.objects.get(slug="tin-tuc")
    editor.open(f"pages/add/pages/newspage/{index.pk}/")
    editor.fill(id_title=TITLE, id_date="03/04/2015", id_lead="Ba mươi chỗ cho trẻ ba tuổi.")
    editor.add_picture(0, "Sân trường")
    editor.add_picture(1, "Lớp học")


def complete(editor: Desk) -> None:
    """Give what was missing: words for the pictures, and who answers for the page."""
    editor.fill(
        body__0__value__caption="Sân trường sau mưa", body__0__value__alt="Một sân trường",
        body__0__value__credit="Oanh", body__1__value__caption="Lớp học mới",
    )  # fmt: skip
    editor.page.locator("#body-1-value-decorative").check()
    editor.turn_to_tab(1)
    editor.page.locator("#id_office").select_option(index=1)
    editor.fill(id_review_by="01/04/2016")
    editor.turn_to_tab(0)


def keep_consent(editor: Desk) -> None:
    editor.open("snippets/pages/consent/add/")
    editor.choose_picture(editor.page.locator("main"), "Lớp học")
    editor.page.locator("#id_child_agreed").check()
    editor.page.locator("#id_guardian_agreed").check()
    editor.fill(id_purpose="Bài về lớp mới", id_paper="12/ĐY", id_child_age="8",
                id_given_on="01/03/2015", id_expires_on="01/03/2099")  # fmt: skip
    editor.press("save")
    expect(editor.page.get_by_text("12/ĐY").first).to_be_visible()


def test_from_the_first_word_to_the_public_page_and_back(house, desk):
    editor = desk("oanh")
    write(editor)
    editor.press("action-submit")
    editor.is_told(*WANTING)
    editor.turn_to_tab(1)
    editor.is_told(*WANTING_BESIDE)
    editor.turn_to_tab(0)
    complete(editor)
    editor.press("action-submit")
    editor.is_told(WITHOUT_CONSENT)
    # What may be kept keeps itself; only what is sent on is judged.
    expect(editor.page).to_have_url(re.compile(r"/edit/"), timeout=30_000)
    page = NewsPage.objects.get(title=TITLE)
    assert (page.live, page.slug) == (False, ADDRESS.split("/")[2])
    keep_consent(editor)
    editor.open(f"pages/{page.pk}/edit/")
    editor.fill(id_lead="Năm mươi chỗ cho trẻ ba tuổi.")
    editor.press("action-submit")
    expect(editor.page.get_by_text("gửi").first).to_be_visible()
    assert with_it() == []
    assert Client().get(ADDRESS).status_code == 404

    chief = desk("phuc")
    expect(chief.page.get_by_role("link", name=TITLE).first).to_be_visible()
    chief.open(f"pages/{page.pk}/edit/")
    chief.press("approve")
    expect(chief.page.get_by_text("xuất bản").first).to_be_visible()
    assert within_two_seconds(without) == []
    public = shown(ADDRESS)
    assert all(words in public for words in ("Sân trường sau mưa", 'alt="Một sân trường"', "Oanh"))
    chief.page.goto(house + ADDRESS)
    expect(chief.page.get_by_role("heading", name=TITLE)).to_be_visible()
    chief.open(f"pages/{page.pk}/history/")
    chief.page.locator("td [data-w-dropdown-target=toggle]").first.click()
    chief.page.get_by_role("link", name="So với phiên bản trước").click()
    expect(chief.page.get_by_text("Năm mươi").first).to_be_visible()
    assert [one for one in said(chief.page.content()) if foreign(one.text, KNOWN)] == []
    chief.open(f"pages/{page.pk}/unpublish/")
    chief.page.get_by_role("button", name="Có, gỡ").click()
    assert within_two_seconds(with_it) == []
    assert Client().get(ADDRESS).status_code == 404
    assert editor.complaints == []
    assert chief.complaints == []
