"""Two files of one child in a browser: set side by side, merged, taken apart; a child's copy."""

import os
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.linkage.actions import stage
from mangnon.linkage.finding import Pair
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import record_measurement, register_child, set_guardian
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from tests.support.desk import signed_in
from tests.support.officers import living, officer

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
NAME = "Nguyễn Thị Mận Mẫu"


@pytest.fixture
def desk(transactional_db):
    clock.pin(BEFORE)
    warrant = system_warrant("test")
    put(small_area(), warrant)
    entered = []
    for code, name, born in (("n1", NAME, date(2013, 3, 10)),
                             ("n2", "Nguyen Thi Man Mau", date(2013, 10, 3))):  # fmt: skip
        who = Particulars(name=name, sex="f", birth_date=born, document="030213000123")
        one = register_child(who, place=living(code), warrant=warrant)
        set_guardian(one, None, relation="mother", name="Lê Thị Mẹ Mẫu", warrant=warrant)
        record_measurement(one, measured_on=date(2015, 3, 1), weight_kg=11.0, warrant=warrant)
        entered.append(one)
    stage([Pair(entered[0].pk, entered[1].pk, 0.93)], compared=2, warrant=warrant)
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()
    clock.pin(None)
    call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def page(desk, chromium):
    """A browser of who supervises both communes."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    cookies = signed_in(officer("dung")).cookies.values()
    context.add_cookies(
        [{"name": one.key, "value": one.value, "url": f"{desk}/desk/"} for one in cookies]
    )
    yield context.new_page()
    context.close()


def _looked_at(page, name: str) -> None:
    """Everybody can use it, at both widths; pictures are kept where a folder is named."""
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        if folder := os.environ.get("MANGNON_TEST_PICTURES"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], name


def test_two_files_become_one_and_two_again_and_the_family_has_a_copy(desk, page):
    page.goto(desk + reverse("linkage:list"))
    _looked_at(page, "doubles")
    page.get_by_role("link", name="93%").click()
    assert NAME in page.inner_text("main")
    _looked_at(page, "pair")
    page.get_by_role("button", name="Ghi kết quả xét").click()
    _looked_at(page, "pair-fault")
    page.get_by_label("gộp vào hồ sơ bên trái").check()
    page.get_by_role("button", name="Ghi kết quả xét").click()
    assert "Đã gộp hai hồ sơ" in page.inner_text("main")
    assert Child.objects.filter(merged_into=None).count() == 1
    _looked_at(page, "judged")
    page.get_by_role("link", name="93%").click()
    _looked_at(page, "merged")
    page.get_by_role("button", name="Tháo gộp").click()
    assert "trở lại như trước" in page.inner_text("main")
    assert Child.objects.filter(merged_into=None).count() == 2

    child = Child.objects.order_by("pk").first()
    page.goto(desk + reverse("retention:copy", args=[child.uuid]))
    _looked_at(page, "ask")
    page.get_by_label("Cha, mẹ, người giám hộ").check()
    page.get_by_label("Trang để in").check()
    page.get_by_role("button", name="Lập bản sao").click()
    assert NAME in page.inner_text("main")
    assert "030213000123" in page.inner_text("main")
    _looked_at(page, "copy")
    page.goto(desk + reverse("retention:due"))
    assert "Lưu giữ và quên" in page.inner_text("main")
    _looked_at(page, "due")
