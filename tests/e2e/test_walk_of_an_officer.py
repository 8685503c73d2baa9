"""A commune officer's visit, from the sign-in to the figure, on a phone and in a real browser."""

from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import demonstration_warrant, system_warrant
from mangnon.audit.models import Entry
from mangnon.packs.actions import apply_pack
from mangnon.places.models import Place
from mangnon.places.tree import Tree
from mangnon.portal.tests.province import trimmed_pack
from mangnon.register.actions import record_measurement, register_child
from mangnon.register.particulars import Particulars
from mangnon.register.roster import Roster, replace
from tests.support.officers import PASSWORD, SECRET, app_code

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
DAY = date(2024, 5, 20)
CHILDREN = {
    "Nguyễn Thị Mận Mẫu": (date(2021, 3, 10), 13.4),
    "Nguyễn Thị Đào Mẫu": (date(2021, 9, 2), None),
    "Trần Văn Lê Mẫu": (date(2020, 1, 5), 16.0),
}


@pytest.fixture
def commune(transactional_db, tmp_path) -> Place:
    """A commune of the province with three small children, of whom two were weighed this year."""
    clock.pin(DAY)
    cache.clear()
    warrant = demonstration_warrant()
    apply_pack(trimmed_pack(tmp_path, ("296",)), warrant=warrant)
    tree = Tree.on(DAY)
    district = next(unit for unit in tree if unit.code == "296")
    where = Place.objects.get(pk=tree.leaves(district.id)[0])
    for name, (born, kg) in CHILDREN.items():
        who = Particulars(name, "m" if "Văn" in name else "f", born)
        child = register_child(who, place=where, warrant=warrant)
        last_year = date(2023, 11, 6)
        record_measurement(
            child, measured_on=last_year, weight_kg=9.0, length_cm=82, warrant=warrant
        )
        if kg is not None:
            record_measurement(
                child, measured_on=date(2024, 4, 8), weight_kg=kg, length_cm=94, warrant=warrant
            )
    yield where
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def desk(commune):
    """The address of a server; the officer of the commune has a password and an app."""
    warrant = system_warrant("test")
    officer = add_person("an", name="An Thị Mẫu", password=PASSWORD, warrant=warrant)
    give_role(officer, "child_officer", commune, valid_from=date(2020, 1, 1), warrant=warrant)
    TOTP.activate(officer, SECRET)
    own = Roster()
    before = replace(own)
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
    replace(before)
    own.close()


@pytest.fixture
def phone(desk, chromium):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"{desk}/desk/")
    yield page
    context.close()


def sign_in(page):
    page.get_by_label("Tên đăng nhập").fill("an")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.get_by_label("Mã").fill(app_code())
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.get_by_role("heading", name="Việc của tôi").wait_for()


def underweight(page):
    """What the first page says of the commune's underweight children."""
    page.goto(page.url.split("/desk/")[0] + "/desk/")
    line = page.locator(".standings > li", has_text="suy dinh dưỡng thể nhẹ cân")
    return line.locator(".figure").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def points(page):
    """The weighings drawn in the chart of weight for age that this width shows."""
    chart = page.locator(".growth:visible", has=page.get_by_text("Cân nặng theo tuổi")).first
    return chart.locator("circle.now").count()


def open_file(page):
    page.get_by_label("Tìm trẻ em theo tên").fill("nguyen thi")
    page.get_by_role("button", name="Tìm", exact=True).click()
    assert page.get_by_role("link", name="Nguyễn Thị").count() == 2
    page.get_by_role("link", name="Nguyễn Thị Đào Mẫu").click()
    page.get_by_label("Theo dõi sức khỏe, cân đo").check()
    page.get_by_role("button", name="Mở hồ sơ").click()
    page.get_by_role("heading", name="Nguyễn Thị Đào Mẫu").wait_for()


def test_from_the_sign_in_to_the_figure_of_the_commune(phone, commune):
    sign_in(phone)
    assert underweight(phone) == "0,0%"  # of the two weighed this year
    open_file(phone)
    assert points(phone) == 1
    acts = phone.get_by_role("navigation", name="Việc với hồ sơ này")
    acts.get_by_role("link", name="Cân đo").click()
    phone.get_by_label("Cân nặng (kg)").fill("9,2")
    phone.get_by_label("Chiều dài hoặc chiều cao (cm)").fill("86")
    phone.get_by_role("button", name="Ghi vào sổ").click()
    phone.get_by_role("heading", name="Nguyễn Thị Đào Mẫu").wait_for()
    assert points(phone) == 2
    assert phone.get_by_role("link", name="20/05/2024").is_visible()
    assert underweight(phone) == "33,3%"
    assert phone.complaints == []
    _all_of_it_is_in_the_trail(commune)


def _all_of_it_is_in_the_trail(commune):
    left = list(Entry.objects.filter(actor__name="An Thị Mẫu").order_by("pk"))
    assert [one.act for one in left] == [
        "account.sign_in", "register.search", "register.read", "register.name",
        "register.record_measurement", "register.read",
    ]  # fmt: skip
    assert len(left[1].subjects) == 2
    assert left[2].data["purpose"] == left[5].data["purpose"] == "care"
    assert {one.place_code for one in left[2:] if one.kind == "act"} == {commune.key}
