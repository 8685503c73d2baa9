"""The counter as picture and text in both languages, and the desk's page."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

import mangnon.ui
from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.packs.models import AppliedPack
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.visits import drawing, store
from tests.support.desk import signed_in
from tests.support.officers import officer

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
CSS = Path(mangnon.ui.__file__).parent / "static" / "ui" / "mangnon.css"


@pytest.fixture(autouse=True)
def old_site():
    AppliedPack.objects.create(
        code="x", version="1", country="VN", root="x", name_vi="x", name_en="x",
        visits_before=1_724_080, applied_at=clock.now(),
    )  # fmt: skip
    store.add({(BEFORE, "chi-so"): 7, (BEFORE, "khac"): 2})


@pytest.mark.parametrize(("path", "said"), [
    ("/luot-xem", "Lượt xem trang: 1.724.089"), ("/en/visits", "Page views: 1,724,089"),
])  # fmt: skip
def test_the_number_goes_on_from_the_old_sites_in_both_languages(client, path, said):
    text, image = client.get(f"{path}.txt"), client.get(f"{path}.svg")
    assert text.content.decode() == f"{said}\n"
    root = ET.fromstring(image.content)
    assert root.get("aria-label") == root.find(f"{SVG}title").text == said
    assert len(root.findall(f".//{SVG}path")) == len("1.724.089")
    for answer in (text, image):
        assert "max-age=60" in answer["Cache-Control"]
        assert "Set-Cookie" not in answer.headers
    assert image["Content-Type"].startswith("image/svg+xml")


def test_its_inks_are_the_houses():
    css = CSS.read_text("utf-8")
    light, dark = re.findall(r"--ink: (#\w+);", css)
    assert (light, dark) == (drawing.INK, drawing.DARK_INK)
    assert f"prefers-color-scheme:dark){{path{{fill:{dark}" in drawing.picture(1, "vi")


def test_a_number_beyond_its_room_widens_the_picture():
    assert 'width="102"' in drawing.picture(999_999_999, "vi")
    assert 'width="102"' not in drawing.picture(10**12, "vi")


def test_every_public_page_shows_it(client):
    page = client.get("/").content.decode()
    assert 'src="/luot-xem.svg"' in page
    assert 'src="/en/visits.svg"' in client.get("/en/").content.decode()


def test_the_desk_sees_which_sections_are_read():
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        page = signed_in(officer("khach")).get(reverse("visits"))
    text = page.content.decode()
    assert "<b>1.724.089</b>" in text
    assert "1.724.080 lượt là của trang cũ" in text
    rows = re.findall(r'<th scope="row">([^<]*)</th><td class="num">([^<]*)', text)
    assert rows == [("Chỉ số", "7"), ("Trang khác", "2")]


def test_before_the_first_view_it_says_so():
    store.DayCount.objects.all().delete()
    with clock.pinned(date(2026, 1, 1)):
        text = signed_in(officer("khach")).get(reverse("visits")).content.decode()
    assert "Chưa có lượt xem nào" in text
