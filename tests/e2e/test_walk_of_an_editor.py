"""An article from the first word to the public page and back, by an editor and a chief editor."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import demonstration_warrant, system_warrant
from mangnon.packs.actions import apply_pack
from mangnon.pages.models import NewsIndexPage, NewsPage
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.officers import PASSWORD, officer

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.screen]
PACK = Path(__file__).resolve().parents[1] / "packs" / "nowhere"
TITLE = "Trường Mầm non Chồi Non mở lớp mới"
ADDRESS = "/tin-tuc/truong-mam-non-choi-non-mo-lop-moi/"


@pytest.fixture
def house(transactional_db, settings, tmp_path):
    """The address of a site with the invented province's pages and two who edit them."""
    settings.MEDIA_ROOT = tmp_path / "media"
    clock.pin(BEFORE)
    cache.clear()
    put(small_area(), system_warrant("test"))
    apply_pack(PACK, warrant=demonstration_warrant())
    for name in ("oanh", "phuc"):
        officer(name)
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def desk(house, chromium):
    """Sign somebody in, in a browser of her own; what the browser complained of is kept."""
    opened = []

    def sign_in(name: str) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 1000})
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(f"{house}/desk/cms/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        expect(page.locator("#wagtail-sidebar nav")).to_be_visible()
        return page

    yield sign_in
    for context in opened:
        context.close()


def drawn(name: str, colour: str) -> dict[str, object]:
    """A picture that nobody is in: a field, a sun, a house."""
    image = Image.new("RGB", (1200, 700), "lightblue")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 450, 1200, 700), fill=colour)
    pen.ellipse((900, 60, 1060, 220), fill="gold")
    pen.polygon([(300, 300), (450, 180), (600, 300)], fill="firebrick")
    pen.rectangle((330, 300, 570, 500), fill="linen")
    file = BytesIO()
    image.save(file, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


class Desk:
    """What somebody does at her desk, step by step."""

    def __init__(self, page: Page, house: str) -> None:
        self.page, self._house = page, house

    def open(self, path: str) -> None:
        self.page.goto(f"{self._house}/desk/cms/{path}")

    def press(self, button: str) -> None:
        """Press a button of the foot, which may lie in its drawer."""
        found = self.page.locator(f"footer button[name={button}]")
        if not found.is_visible():
            self.page.locator("footer [data-w-dropdown-target=toggle]").click()
        found.click()

    def keep_picture(self, file: dict[str, object], title: str, *, child: bool = False) -> None:
        self.open("images/add/")
        self.page.locator("input[type=file]").set_input_files(file)
        self.page.locator("#id_title").fill(title)
        if child:
            self.page.locator("#id_shows_child").check()
        self.page.get_by_role("button", name="Tải lên").click()
        expect(self.page.get_by_text(f"Đã thêm hình ảnh")).to_be_visible()

    def add_picture(self, number: int, title: str) -> None:
        """Put a picture into the body, as its next block."""
        self.page.locator("[data-streamfield-stream-container] button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name="hình ảnh").click()
        block = self.page.locator(f"#body-{number}-value-image-chooser")
        block.get_by_role("button", name="Chọn hình ảnh").first.click()
        self.page.locator(".modal a.image-choice", has_text=title).click()
        expect(self.page.locator(".modal")).to_have_count(0)

    def fill(self, **answers: str) -> None:
        for name, value in answers.items():
            self.page.locator(f"#{name.replace('__', '-')}").fill(value)


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


def test_from_the_first_word_to_the_public_page_and_back(house, desk):
    editor = Desk(desk("oanh"), house)
    editor.keep_picture(drawn("san-truong.jpg", "seagreen"), "Sân trường")
    editor.keep_picture(drawn("lop-hoc.jpg", "olive"), "Lớp học", child=True)
    index = NewsIndexPage.objects.get(slug="tin-tuc")
    editor.open(f"pages/add/pages/newspage/{index.pk}/")
    editor.fill(id_title=TITLE, id_date="03/04/2015", id_lead="Ba mươi chỗ cho trẻ ba tuổi.")
    editor.add_picture(0, "Sân trường")
    editor.add_picture(1, "Lớp học")
    editor.page.screenshot(path="/tmp/v/ed1.png", full_page=True)
    editor.press("action-submit")
    editor.page.screenshot(path="/tmp/v/ed2.png", full_page=True)
