"""A clause's way from the province to the signed report, in a real browser with a real mail server.

The district takes it and hands it on. One commune returns it with a question, is answered, and does
it from a phone; one lets it lapse and is reminded; two merge and owe it once, with both histories.
"""

import io
import time
from datetime import date

import pypdfium2
import pytest
from click.testing import CliRunner
from django.core.cache import cache
from django.core.management import call_command
from docx import Document as WordFile
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.cli.places import places_group
from mangnon.cli.remind import remind_command
from mangnon.duties.models import Assignment
from mangnon.notices.tests.conftest import mail, point_at  # noqa: F401  (a fixture)
from tests.support import cascade
from tests.support.desk import signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
HANDED, DONE, LAPSED = date(2013, 12, 3), date(2014, 1, 15), date(2014, 2, 10)
REPORTED = date(2014, 7, 3)
PHONE = {"width": 390, "height": 844}
TITLE = "Quán triệt Chỉ thị 20 đến cơ sở"
QUESTION = "Xã chưa có hội trường. Họp ở nhà văn hóa thôn có được không?"
ANSWER = "Được. Họp ở nhà văn hóa thôn, mời đủ các chi bộ."
TAPS = 3  # from her list: the duty, "report", "send"; besides what she writes and the photograph
MINUTE = 60.0


@pytest.fixture
def desk(transactional_db, settings, tmp_path):
    """The address of a server, and who signs in there."""
    settings.ATTACHMENTS_ROOT = tmp_path / "attachments"
    clock.pin(HANDED)
    cache.clear()
    people = cascade.build()
    server = LiveServer("127.0.0.1")
    yield server.url, people
    server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def enter(desk, chromium):
    """Return somebody's own browser, at her desk."""
    contexts = []

    def entered(who: str, **how: object) -> Page:
        where, people = desk
        how.setdefault("viewport", {"width": 1280, "height": 900})
        context = chromium.new_context(locale="vi-VN", base_url=where, **how)
        contexts.append(context)
        cookies = signed_in(people[who]).cookies.values()
        context.add_cookies(
            [{"name": one.key, "value": one.value, "url": f"{where}/desk/"} for one in cookies]
        )
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        return page

    yield entered
    for context in contexts:
        context.close()


def shown(page: Page, name: str) -> None:
    """See that a page is no wider than a desk's screen or a phone's; ``name`` says which it is."""
    had = page.viewport_size
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
    page.set_viewport_size(had)


def press(page: Page, name: str) -> None:
    """Follow a link, or press a button, of that very name."""
    wanted = page.get_by_role("main").get_by_role("link", name=name, exact=True)
    wanted.or_(page.get_by_role("main").get_by_role("button", name=name, exact=True)).click()


def step(page: Page, held: Assignment, name: str, **words: str) -> None:
    """Open an assignment and take a step."""
    page.goto(f"/desk/nhiem-vu/viec/{held.uuid}/")
    press(page, name)
    for label, text in words.items():
        page.get_by_label(label).fill(text)
    press(page, "Gửi")
    expect(page.get_by_text(f"Đã ghi: {name}.")).to_be_visible()


def test_the_clause_goes_down_and_its_report_comes_up(desk, enter, mail):  # noqa: F811
    _province_hands_down(enter("giang"))
    hong, tan, lac = _district_accepts_and_hands_on(enter("dung"))
    _asked_and_answered(enter, hong)
    _done_from_a_phone(enter("an", viewport=PHONE, has_touch=True), hong)
    step(enter("dung"), hong, "Công nhận")
    step(enter("chi"), lac, "Tiếp nhận")
    _lapsed_and_reminded(enter, tan, mail)
    _merged(enter("chi"), tan, lac)
    _reported(enter)


def _province_hands_down(page: Page) -> None:
    page.goto("/desk/nhiem-vu/ghi/")
    page.get_by_label("Việc phải làm").fill(TITLE)
    page.get_by_label("Theo văn bản").select_option(label="20-CT/TW")
    page.get_by_label("Điều, khoản").select_option(index=1)
    page.get_by_label("Minh chứng cần gửi").fill("Ảnh hội nghị và số người dự.")
    page.get_by_label("Số liệu phải báo cáo").fill("Số người dự")
    page.get_by_label("Cơ quan chủ trì").select_option(label="Sở LĐTBXH tỉnh Mẫu")
    shown(page, "put")
    press(page, "Ghi nhiệm vụ")
    _give(page, "Mọi huyện", "30/01/2014")
    expect(page.get_by_text("Đã giao cho 2 nơi.")).to_be_visible()
    shown(page, "duty")


def _give(page: Page, to: str, until: str) -> None:
    page.get_by_label(to).check()
    page.get_by_label("Trước ngày", exact=False).first.check()
    page.get_by_label("Ngày đến hạn").fill(until)
    shown(page, "hand")
    press(page, "Giao")


def _district_accepts_and_hands_on(page: Page) -> list[Assignment]:
    page.goto("/desk/nhiem-vu/cua-toi/")
    press(page, TITLE)
    press(page, "Tiếp nhận")
    press(page, "Gửi")
    press(page, "Giao xuống cấp dưới")
    _give(page, "Mọi xã", "24/01/2014")
    expect(page.get_by_text("0/3 nơi đã hoàn thành")).to_be_visible()
    shown(page, "district")
    return [Assignment.objects.get(place__code=code) for code in ("hong", "tan", "lac")]


def _asked_and_answered(enter, held: Assignment) -> None:
    step(enter("an"), held, "Trả lại", **{"Nội dung, lý do": QUESTION})
    above = enter("dung")
    above.goto("/desk/nhiem-vu/cho-tra-loi/")
    shown(above, "answers")
    press(above, TITLE)
    expect(above.get_by_text(QUESTION)).to_be_visible()
    press(above, "Giao lại")
    above.get_by_label("Nội dung, lý do").fill(ANSWER)
    press(above, "Gửi")
    step(enter("an"), held, "Tiếp nhận")


def _photograph() -> dict[str, object]:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((1600, 1200)).convert("RGB").save(out, "JPEG")
    return {"name": "Hội nghị xã.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def _done_from_a_phone(page: Page, held: Assignment) -> None:
    clock.pin(DONE)
    page.goto("/desk/nhiem-vu/cua-toi/")
    began, taps = time.monotonic(), 0
    shown(page, "mine")
    for name in (TITLE, "Báo cáo kết quả"):
        page.get_by_role("main").get_by_role("link", name=name, exact=True).tap()
        taps += 1
    page.get_by_label("Kết quả").fill("Đã họp tại nhà văn hóa thôn.")
    page.get_by_label("Số người dự").fill("120")
    page.get_by_label("Tệp minh chứng").set_input_files(_photograph())
    shown(page, "report-form")
    page.get_by_role("button", name="Gửi", exact=True).tap()
    taps += 1
    expect(page.get_by_text("Đã ghi: Báo cáo kết quả.")).to_be_visible()
    assert taps == TAPS
    assert time.monotonic() - began < MINUTE
    proof = page.get_by_role("img", name="Minh chứng: Hội nghị xã.jpg")
    proof.scroll_into_view_if_needed()
    page.wait_for_function(
        "img => img.complete && img.naturalWidth > 0", arg=proof.element_handle()
    )
    shown(page, "assignment")
    held.refresh_from_db()
    assert (held.state, held.completed_on) == ("reported", DONE)


def _lapsed_and_reminded(enter, held: Assignment, post) -> None:
    clock.pin(LAPSED)
    ran = CliRunner().invoke(remind_command)
    assert ran.exit_code == 0, ran.output
    mine = next(one for one in post.letters if one["To"] == "binh@example.vn")
    assert TITLE in mine.get_body(("plain",)).get_content()
    own = enter("binh", viewport=PHONE, has_touch=True)
    own.goto("/desk/nhac-viec/")
    expect(own.get_by_role("main").get_by_text(TITLE).first).to_be_visible()
    shown(own, "notices")
    above = enter("giang")
    above.goto("/desk/nhiem-vu/cham/")
    row = above.locator("ul.rows > li", has_text="Xã Tân Mẫu")
    expect(row).to_contain_text("quá hạn 18 ngày")
    expect(row).to_contain_text("đã nhắc")
    expect(above.locator("ul.rows > li", has_text="Xã Hồng Mẫu")).to_have_count(0)
    shown(above, "late")


def _merged(page: Page, tan: Assignment, lac: Assignment) -> None:
    clock.pin(cascade.MERGER)
    ran = CliRunner().invoke(places_group, ["succeed", "5/5/2014", "--by", "Giang Thị Mẫu"])
    assert "2 nơi chuyển trọn" in ran.output, ran.output
    page.goto("/desk/nhiem-vu/cua-toi/")
    assert page.get_by_role("main").get_by_role("link", name=TITLE, exact=True).count() == 1
    shown(page, "merged-mine")
    press(page, TITLE)
    story = page.locator("ol.timeline")
    for words in ("Tiếp nhận · Chi Thị Mẫu · Xã Lạc Mẫu", "Xã Tân Mẫu", "Nhập vào nhiệm vụ khác"):
        expect(story).to_contain_text(words)
    assert story.get_by_text("Giao xuống").count() == 2
    shown(page, "merged")
    tan.refresh_from_db()
    lac.refresh_from_db()
    assert (tan.state, tan.joined_to, lac.state) == ("joined", lac, "accepted")


def _reported(enter) -> None:
    clock.pin(REPORTED)
    page = enter("giang")
    page.goto("/desk/bao-cao/lap/")
    page.get_by_label("Địa bàn").select_option(label="Tỉnh Mẫu")
    page.get_by_label("6 tháng đầu năm").check()
    page.locator("[name=year]").fill("2014")
    page.get_by_label("Cơ quan báo cáo").select_option(label="Sở LĐTBXH tỉnh Mẫu")
    shown(page, "begin")
    press(page, "Lập báo cáo")
    press(page, "Soạn phần lời của báo cáo")
    page.get_by_label("Số, ký hiệu").fill("12/BC-SLĐTBXH")
    page.get_by_label("Nơi ban hành").fill("Tỉnh Mẫu")
    page.get_by_label("Nơi nhận").fill("Ủy ban nhân dân tỉnh")
    shown(page, "words")
    press(page, "Ghi lại")
    expect(page.get_by_text("Đã ghi phần lời của báo cáo.")).to_be_visible()
    leader = enter("minh")
    leader.goto(page.url)
    press(leader, "Ký báo cáo")
    leader.get_by_label("Chức vụ người ký").fill("Giám đốc")
    shown(leader, "sign")
    press(leader, "Ký báo cáo")
    expect(leader.get_by_text("Đã ký báo cáo.")).to_be_visible()
    shown(leader, "report")
    _papers(leader)


def _papers(page: Page) -> None:
    """Both files are opened; the PDF's pages are pictures with ink on them."""
    pdf = pypdfium2.PdfDocument(page.request.get(f"{page.url}tep.pdf").body())
    pictures = [sheet.render(scale=1).to_pil().convert("L") for sheet in pdf]
    assert all(one.getextrema()[0] < 64 for one in pictures)  # none is blank
    printed = " ".join(" ".join(one.get_textpage().get_text_range() for one in pdf).split())
    pdf.close()
    word = WordFile(io.BytesIO(page.request.get(f"{page.url}tep.docx").body()))
    typed = " ".join(_texts(word))
    for said in (printed, typed):
        for words in ("12/BC-SLĐTBXH", TITLE, "GIÁM ĐỐC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"):
            assert words in said, words


def _texts(word) -> list[str]:
    return [node.text or "" for node in word.element.body.iter() if node.tag.endswith("}t")]
