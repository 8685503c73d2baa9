"""The desk on a phone: found without accents, opened for a purpose, the chart, one value shown."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import record_measurement, register_child
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.register.roster import Roster, replace
from tests.support.desk import signed_in
from tests.support.officers import living, officer

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
NUMBER = "030213000123"


@pytest.fixture
def desk(transactional_db):
    """The address of a server that shows Mận, weighed twice, and Đào next to her."""
    warrant = system_warrant("test")
    clock.pin(BEFORE)
    put(small_area(), warrant)
    man = Particulars("Nguyễn Thị Mận Mẫu", "f", date(2013, 3, 10), document=NUMBER)
    child = register_child(man, place=living("n1"), warrant=warrant)
    for day, kg, cm in ((date(2014, 3, 10), 8.1, 72.0), (date(2015, 3, 10), 10.2, 82.0)):
        record_measurement(child, measured_on=day, weight_kg=kg, length_cm=cm, warrant=warrant)
    dao = Particulars("Trần Văn Đào Mẫu", "m", date(2014, 1, 1))
    register_child(dao, place=living("n1"), warrant=warrant)
    own = Roster()
    before = replace(own)
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
    replace(before)
    own.close()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def phone(desk, chromium):
    """Open a page of the desk on a phone, as the child officer of n1."""
    contexts = []

    def opened(path, width=390, **options):
        context = chromium.new_context(viewport={"width": width, "height": 844}, **options)
        cookies = signed_in(officer("an")).cookies.values()
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


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_from_the_search_box_to_the_growth_chart(phone):
    page = phone("/desk/")
    page.get_by_label("Tìm trẻ em theo tên").fill("man nguyen")
    page.get_by_role("button", name="Tìm", exact=True).click()
    assert "man" not in page.url.split("/desk/")[1]
    page.get_by_role("link", name="Nguyễn Thị Mận Mẫu").click()
    assert "Mận" not in page.content()
    page.get_by_label("Theo dõi sức khỏe, cân đo").check()
    page.get_by_role("button", name="Mở hồ sơ").click()
    chart = page.get_by_role("img", name="Cân nặng theo tuổi")
    assert chart.first.is_visible()
    assert page.locator(".growth.narrow").first.is_visible()
    assert fits(page)


def test_one_value_is_shown_in_its_place_and_gone_with_the_next_page(phone):
    page = phone(reverse("register:file", args=[Child.objects.order_by("pk").first().uuid]))
    page.get_by_label("Theo dõi sức khỏe, cân đo").check()
    page.get_by_role("button", name="Mở hồ sơ").click()
    page.get_by_role("button", name="Hiện Số định danh, giấy khai sinh").click()
    page.get_by_text(NUMBER).wait_for()
    page.reload()
    assert NUMBER not in page.content()


def test_a_filter_changes_the_rows_alone_and_the_address_keeps_it(phone):
    page = phone("/desk/tre-em/")
    page.get_by_label("Giới tính").select_option("m")
    page.get_by_text("Nguyễn Thị Mận Mẫu").wait_for(state="detached")
    assert page.get_by_text("Trần Văn Đào Mẫu").is_visible()
    page.wait_for_url("**gioi=m**")


def test_the_list_works_without_scripts(phone):
    page = phone("/desk/tre-em/", java_script_enabled=False)
    page.get_by_label("Giới tính").select_option("m")
    page.get_by_role("button", name="Lọc").click()
    assert page.get_by_text("Trần Văn Đào Mẫu").is_visible()
    assert page.get_by_text("Nguyễn Thị Mận Mẫu").count() == 0


@pytest.mark.screen
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_every_page_fits_and_axe_finds_nothing(phone, width):
    file = reverse("register:file", args=[Child.objects.order_by("pk").first().uuid])
    page = phone(file, width)
    page.get_by_label("Theo dõi sức khỏe, cân đo").check()
    page.get_by_role("button", name="Mở hồ sơ").click()
    base = page.url.split("/desk/")[0]
    for path in (file, f"{file}ai-xem-duoc/", "/desk/", "/desk/tre-em/", "/desk/tre-em/xuat/"):
        page.goto(f"{base}{path}")
        assert fits(page), path
        assert Axe().run(page).response["violations"] == [], path
