"""A report of totals in a browser: typed, judged, sent, returned, corrected, approved, counted."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import signed_in
from tests.support.kept import YEAR, form
from tests.support.officers import living, officer

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def desk(transactional_db):
    clock.pin(BEFORE)
    put(small_area(), system_warrant("test"))
    form()
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def enter(desk, chromium):
    """Open a page of the desk as one of the cast."""
    contexts = []

    def opened(who, path, width=1280):
        context = chromium.new_context(viewport={"width": width, "height": 900})
        cookies = signed_in(officer(who)).cookies.values()
        context.add_cookies(
            [{"name": one.key, "value": one.value, "url": f"{desk}/desk/"} for one in cookies]
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{desk}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def typed(page, part, whole):
    for label, number in (("Trẻ em Mẫu", part), ("Tổng số Mẫu", whole)):
        if page.get_by_label(label).input_value() == number:
            continue  # what stands there is not sent again
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.get_by_label(label).fill(number)
            page.get_by_label(label).blur()


def test_the_report_comes_back_is_corrected_and_moves_the_provinces_figure(desk, enter):
    place = living("n1")
    at = ["nam", YEAR.isoformat()]
    report = reverse("aggregates:report", args=[*at, place.key])
    compared = reverse("aggregates:compare", args=at)
    an = enter("an", report, width=390)
    typed(an, "400", "340")
    an.get_by_text("400 lớn hơn tổng số 340").first.wait_for()  # the answer has to be drawn
    assert an.evaluate("document.documentElement.scrollWidth") <= 390
    typed(an, "12", "340")
    an.reload()
    assert an.get_by_label("Trẻ em Mẫu").input_value() == "12"
    _step(an, "Nộp báo cáo")
    giang = enter("giang", report)
    _step(giang, "Trả lại để sửa", "Thiếu thôn Đông")
    before = enter("giang", compared)
    assert "360" not in before.inner_text("main")
    an.goto(f"{desk}{report}")
    assert "Thiếu thôn Đông" in an.inner_text("main")
    typed(an, "14", "360")
    _step(an, "Nộp báo cáo")
    giang.goto(f"{desk}{report}")
    _step(giang, "Phê duyệt")
    after = enter("giang", compared)
    province = after.locator("tbody tr").first.inner_text()
    assert "14 / 360 = 3,9%" in province


def _step(page, name, words=""):
    page.get_by_role("link", name=name, exact=True).click()
    if words:
        page.locator("textarea").fill(words)
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()
