"""Somebody at her desk in the editors' house, in a browser: what she does, step by step."""

import re
from io import BytesIO

from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from tests.support.officers import PASSWORD, app_code

# Buttons of the foot that have no name of their own.
_BUTTONS = {"save": "[type=submit]:not([name])", "approve": "[data-workflow-action-name=approve]"}
_DAY = re.compile(r"\d\d/\d\d/\d{4}")
_BLANK = (800, 25)  # in the bar over a page


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
    """A browser of her own; what it complained of is kept in ``complaints``."""

    def __init__(self, page: Page, house: str, name: str) -> None:
        self.page, self._house, self.complaints = page, house, list[str]()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{house}/desk/cms/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        page.get_by_label("Mã").fill(app_code())
        page.get_by_role("button", name="Đăng nhập", exact=True).click()
        expect(page.locator("#wagtail-sidebar nav")).to_be_visible()

    def open(self, path: str) -> None:
        self.page.goto(f"{self._house}/desk/cms/{path}")

    def press(self, button: str) -> None:
        """Press a button of the foot, which may lie in its drawer."""
        found = self.page.locator(f"footer button{_BUTTONS.get(button, f'[name={button}]')}").first
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
        self.is_told("Đã thêm hình ảnh")

    def add_block(self, kind: str) -> None:
        """Put a block at the end of the body."""
        self.page.locator("[data-streamfield-stream-container] button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=kind).click()

    def add_picture(self, number: int, title: str) -> None:
        """Put a picture into the body, as its block of that number."""
        self.add_block("hình ảnh")
        self.choose_picture(self.page.locator(f"#body-{number}-value-image-chooser"), title)

    def choose_picture(self, chooser: Locator, title: str) -> None:
        chooser.get_by_role("button", name="Chọn hình ảnh").first.click()
        self.page.locator(".modal a.image-choice", has_text=title).click()
        expect(self.page.locator(".modal")).to_have_count(0)

    def turn_to_tab(self, number: int) -> None:
        self.page.get_by_role("tab").nth(number).click()

    def is_told(self, *sentences: str) -> None:
        for sentence in sentences:
            expect(self.page.get_by_text(sentence).first).to_be_visible()

    def fill(self, **answers: str) -> None:
        """Fill in fields by their ids; ``__`` stands for a dash."""
        for name, value in answers.items():
            self.page.locator(f"#{name.replace('__', '-')}").fill(value)
            if _DAY.fullmatch(value):
                self._put_days_away()

    def _put_days_away(self) -> None:
        """Click beside the list of days, once it has opened: it lies over what comes next."""
        days = self.page.locator(".xdsoft_datetimepicker:visible")
        expect(days).to_have_count(1)
        self.page.mouse.click(*_BLANK)
        expect(days).to_have_count(0)
