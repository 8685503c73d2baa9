"""A commune's list in a browser: twelve faults named, corrected, written, taken back, written."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command
from openpyxl import Workbook, load_workbook
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.models import Child
from tests.support.desk import signed_in
from tests.support.officers import officer
from tests.support.rosters import own_roster

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
HEADINGS = ("STT", "Họ và tên trẻ", "Ngày sinh", "Giới tính", "Số định danh", "Dân tộc", "Cư trú")
RIGHT = [
    (1, "Lê Thị Na Mẫu", "1/2/2014", "Nữ", None, "Kinh", "Thường trú"),
    (2, "Lê Văn Ổi Mẫu", "3/2015", "nam", "030214000123", "", ""),
]
# Each as it was typed, what is said of it, and what it is corrected to: column, then value.
PLANTED = [
    (("", "1/2/2014", "Nữ", None, None, None), "Thiếu “Họ và tên”", (1, "Lê Thị Một Mẫu")),
    (("Lê Văn 2", "2/2/2014", "Nam", None, None, None), "có chữ số", (1, "Lê Văn Hai Mẫu")),
    (("Lê Văn Ba Mẫu", "31/2/2014", "Nam", None, None, None), "31/2/2014", (2, "28/2/2014")),
    (("Lê Văn Tư Mẫu", "1/2/2031", "Nam", None, None, None), "ở tương lai", (2, "1/2/2013")),
    (("Lê Văn Năm Mẫu", "1/2/1990", "Nam", None, None, None), "Đã đủ 16", (2, "5/2/2014")),
    (("Lê Văn Sáu Mẫu", "6/2/2014", "bé", None, None, None), "“bé” không có trong", (3, "Nam")),
    (("Lê Văn Bảy Mẫu", "7/2/2014", "Nam", "12", None, None), "12 chữ số", (4, "030214000777")),
    (("Lê Văn Tám Mẫu", "8/2/2014", "Nam", None, "Mèo", None), "“Mèo” không có trong", (5, "Mông")),
    (("=A1&B1", "9/2/2014", "Nam", None, None, None), "Ô chứa công thức", (1, "Lê Văn Chín Mẫu")),
    (("Lê Văn Mười Mẫu", "10/2/14", "Nam", None, None, None), "10/2/14", (2, "10/2/2014")),
    (("Lê Thị Na Mẫu", "1/2/2014", "Nữ", None, None, None), "Trùng với dòng 4",
     (1, "Lê Thị Nho Mẫu")),
    (("Lê Văn Xa Mẫu", "12/2/2014", "Nam", None, None, "ở nhờ"), "“ở nhờ” không có trong",
     (6, "Tạm trú")),
]  # fmt: skip
FIRST = 6  # the row of the first planted fault


@pytest.fixture
def page(transactional_db, chromium, settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"
    clock.pin(BEFORE)
    put(small_area(), system_warrant("test"))
    with own_roster():
        server = LiveServer("127.0.0.1")
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        cookies = signed_in(officer("an")).cookies.values()
        context.add_cookies(
            [{"name": one.key, "value": one.value, "url": f"{server.url}/desk/"} for one in cookies]
        )
        opened = context.new_page()
        opened.goto(f"{server.url}/desk/")
        yield opened
        context.close()
        server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


def book(rows) -> bytes:
    made, file = Workbook(), BytesIO()
    table = made.active
    table.append(["DANH SÁCH TRẺ EM"])
    table.append([])
    for row in (HEADINGS, *rows):
        table.append(list(row))
    made.save(file)
    return file.getvalue()


def brought(page, name: str, content: bytes) -> None:
    page.get_by_role("link", name="Nhập bảng tính").first.click()
    page.get_by_role("link", name="Đưa bảng tính lên").click()
    page.get_by_label("Trẻ em", exact=True).check()
    page.get_by_label("Tệp bảng tính").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    page.get_by_role("button", name="Đưa lên").click()
    page.get_by_role("heading", name="Cột nào là gì?").wait_for()
    assert page.get_by_label("Họ và tên trẻ").locator("option:checked").inner_text() == "Họ và tên"
    page.get_by_role("button", name="Đúng, đối chiếu").click()
    page.get_by_role("heading", name=name).wait_for()


def step(page, link: str, button: str = "") -> None:
    page.get_by_role("link", name=link, exact=True).first.click()
    page.get_by_role("button", name=button or link, exact=True).click()
    page.get_by_role("navigation", name="Bước tiếp theo").wait_for()


def standing() -> int:
    return Child.objects.filter(home__isnull=False).count()


def faults_named(page) -> dict[int, str]:
    """Return what the page says of each wrong row."""
    told = {}
    for line in page.locator("ul.rows > li").all():
        text = line.inner_text()
        told[int(text.split("Dòng ")[1].split()[0])] = text
    return told


def corrected(path: Path) -> bytes:
    """Correct the file that was handed out, row by row as it says, and keep its last columns."""
    made, file = load_workbook(path), BytesIO()
    table = made.active
    headings = [cell.value for cell in table[1]]
    for at, (_, why, (column, value)) in enumerate(PLANTED):
        row = next(
            one for one in table.iter_rows(min_row=2) if one[-1].value and why in one[-1].value
        )
        where = {1: "Họ và tên", 2: "Ngày sinh", 3: "Giới tính", 4: "Số định danh",
                 5: "Dân tộc", 6: "Cư trú"}[column]  # fmt: skip
        row[headings.index(where)].value, row[-1].value = value, f"đã sửa {at}"
    made.save(file)
    return file.getvalue()


def test_twelve_faults_are_named_corrected_written_taken_back_and_written_again(page, tmp_path):
    rows = [*RIGHT, *((at, *typed) for at, (typed, _, _) in enumerate(PLANTED, start=3))]
    brought(page, "tre-em.xlsx", book(rows))
    assert "Sai: 12" in page.inner_text("main")
    told = faults_named(page)
    assert set(told) == set(range(FIRST, FIRST + 12))
    for number, (_, why, _) in enumerate(PLANTED, start=FIRST):
        assert why in told[number], (number, told[number])
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 900})
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải về kèm cột lỗi").click()
    handed = tmp_path / "faults.xlsx"
    download.value.save_as(handed)
    assert standing() == 0
    brought(page, "tre-em-da-sua.xlsx", again_named(corrected(handed)))
    assert "Mới: 14" in page.inner_text("main")
    step(page, "Ghi vào sổ")
    assert standing() == 14
    step(page, "Rút lại")
    assert standing() == 0
    step(page, "Đối chiếu lại")
    step(page, "Ghi vào sổ")
    assert standing() == 14
    assert "14 dòng đang ở trong sổ" in page.inner_text("main")


def again_named(content: bytes) -> bytes:
    """Give the name's column the commune's own heading again: it is recognised either way."""
    made, file = load_workbook(BytesIO(content)), BytesIO()
    made.active["B1"] = "Họ và tên trẻ"
    made.save(file)
    return file.getvalue()
