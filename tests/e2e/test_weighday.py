"""A weigh day on a phone: typed with a thumb, judged at once, kept without a connection."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import (
    ask_elsewhere,
    open_weighday,
    record_measurement,
    register_child,
    request_transfer,
)
from mangnon.register.actions.askings import Asked
from mangnon.register.models import Measurement, WeighDay, WeighRow
from mangnon.register.particulars import Particulars
from tests.support.desk import signed_in
from tests.support.officers import living, officer

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

NAMES = ["Nguyễn Mẫu Út", "Lê Mẫu Ánh", "Trần Mẫu Đào", "Phạm Mẫu Bảo"]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def desk(transactional_db):
    """The address of a server that shows the small area, its officers and four small children."""
    warrant = system_warrant("test")
    clock.pin(BEFORE)
    put(small_area(), warrant)
    children = [_child(name, warrant) for name in NAMES]
    record_measurement(
        children[1], measured_on=date(2015, 3, 1), weight_kg=10.2, length_cm=80, warrant=warrant
    )
    open_weighday(
        place=living("n1"), day=BEFORE, children=[child.pk for child in children], warrant=warrant
    )
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


def _child(name, warrant):
    particulars = Particulars(name=name, sex="f", birth_date=date(2013, 6, 1))
    return register_child(particulars, place=living("n1"), warrant=warrant)


@pytest.fixture
def phone(desk, chromium):
    """Open a page of the desk on a phone, as one of the cast."""
    contexts = []

    def opened(path, who="chi", **options):
        cookies = signed_in(officer(who)).cookies
        context = chromium.new_context(viewport=PHONE, has_touch=True, **options)
        context.add_cookies(
            [{"name": one.key, "value": one.value, "url": f"{desk}/desk/"} for one in
             cookies.values()]
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{desk}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def grid():
    return reverse("register:weighday", args=[WeighDay.objects.get().uuid])


def row(page, name):
    return page.locator(".weigh > li", has_text=name)


def typed(page, name, weight, length=""):
    here = row(page, name)
    here.get_by_label("kg").fill(weight)
    here.get_by_label("cm").fill(length)
    here.get_by_label("cm").press("Tab")


def all_sent(page):
    page.locator("[data-pending]").first.wait_for(state="detached")


def test_a_weigh_day_from_the_first_child_to_the_register(phone):
    page = phone(grid())
    assert page.locator("#done").inner_text() == "đã cân 0/4"
    names = page.locator(".weigh > li > b").all_inner_texts()
    assert names == ["Lê Mẫu Ánh", "Phạm Mẫu Bảo", "Trần Mẫu Đào", "Nguyễn Mẫu Út"]
    typed(page, "Đào", "11,4", "86")
    row(page, "Đào").get_by_text("bình thường").wait_for()
    typed(page, "Út", "115", "86")
    row(page, "Út").get_by_text("Có phải là 11,5 kg?").wait_for()
    page.locator("#done", has_text="đã cân 2/4").wait_for()
    row(page, "Út").get_by_label("kg").fill("11,5")
    row(page, "Út").get_by_label("kg").press("Tab")
    row(page, "Út").get_by_text("bình thường").wait_for()
    page.get_by_role("link", name="Ghi vào sổ").click()
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_text("Đã ghi 2 số đo vào sổ.").wait_for()
    assert Measurement.objects.filter(measured_on=BEFORE).count() == 2


def test_what_was_typed_without_a_connection_is_sent_when_it_is_back(phone):
    page = phone(grid())
    page.context.set_offline(True)
    typed(page, "Bảo", "12,1", "87")
    page.get_by_text("1 dòng chưa gửi được").wait_for()
    assert WeighRow.objects.filter(version=0).count() == 4
    page.context.set_offline(False)
    all_sent(page)
    assert WeighRow.objects.get(version__gt=0).weight == "12,1"


def test_a_page_that_was_left_without_a_connection_still_has_its_rows(phone):
    page = phone(grid())
    page.context.set_offline(True)
    typed(page, "Bảo", "12,1", "87")
    page.get_by_text("1 dòng chưa gửi được").wait_for()
    page.context.set_offline(False)
    page.reload()
    all_sent(page)
    assert WeighRow.objects.get(version__gt=0).length == "87"


def test_a_session_that_ended_leads_to_the_sign_in_and_loses_nothing(phone):
    page = phone(grid())
    sent = held_back(page)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    here = row(page, "Bảo")
    here.get_by_label("kg").fill("12,1")
    here.get_by_label("cm").fill("87")  # nobody is led away from a field that is being filled in
    sent[0].continue_()
    page.unroute("**")
    page.get_by_text("bạn cần đăng nhập lại").wait_for()
    here.get_by_label("cm").press("Tab")
    page.wait_for_url("**next=**")
    back = parse_qs(urlsplit(page.url).query)["next"][0]
    again = phone(back)
    again.get_by_text("Những gì bạn nhập đã được giữ lại.").wait_for()
    all_sent(again)
    kept = WeighRow.objects.get(version__gt=0)
    assert (kept.weight, kept.length) == ("12,1", "87")


def held_back(page):
    """Hold back what the page sends until the test lets it go on."""
    held = []

    def hold(route):
        if route.request.method == "POST":
            held.append(route)
        else:
            route.continue_()

    page.route("**", hold)
    return held


def test_without_scripts_one_button_saves_all_rows(phone):
    page = phone(grid(), java_script_enabled=False)
    typed(page, "Ánh", "7,1", "75")
    typed(page, "Bảo", "12,1")
    page.get_by_role("button", name="Lưu tất cả").click()
    page.get_by_text("Đã lưu.").wait_for()
    assert row(page, "Ánh").get_by_text("trẻ em không thấp đi").is_visible()
    assert WeighRow.objects.filter(version=1).count() == 2


@pytest.mark.screen
def test_nothing_sticks_out_at_any_width(phone):
    warrant = system_warrant("test")
    asked = ask_elsewhere(
        Asked(NAMES[0], date(2013, 6, 1)), place=living("n2"), purpose="moved_in",
        reason="Gia đình chuyển về ở", warrant=warrant,
    )  # fmt: skip
    request_transfer(asked, reason="Gia đình chuyển về ở", warrant=warrant)
    pages = [
        ("weighdays", reverse("register:weighdays")), ("grid", grid()),
        ("paper", f"{grid()}giay/"), ("record", f"{grid()}ghi/"), ("add", f"{grid()}them/"),
        ("ask", reverse("register:ask")), ("transfers", reverse("register:transfers")),
        ("villages", reverse("register:village")), ("heirs", reverse("register:heirs")),
    ]  # fmt: skip
    for name, path in pages:
        page = phone(path, who="an")
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
