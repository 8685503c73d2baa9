"""An article from the first word to the public page and back, by an editor and a chief editor."""

from io import BytesIO
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from mangnon import clock
from mangnon.access import factors
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
        assert not factors.has_one(officer(name)) or TOTP
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
        page.set_default_timeout(60_000)
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


def picture(name: str) -> dict[str, object]:
    file = BytesIO()
    Image.new("RGB", (1200, 700), "seagreen").save(file, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


def shown(path: str) -> str:
    return Client().get(path).content.decode()


def test_from_the_first_word_to_the_public_page_and_back(house, desk):
    editor = desk("oanh")
    index = NewsIndexPage.objects.get(slug="tin-tuc")
    editor.goto(f"{house}/desk/cms/images/add/")
    editor.locator("input[type=file]").first.set_input_files(picture("san-truong.jpg"))
    editor.goto(f"{house}/desk/cms/pages/add/pages/newspage/{index.pk}/")
    editor.locator("#id_title").fill(TITLE)
    editor.locator("#id_date").fill("03/04/2015")
    editor.locator("#id_lead").click()
    # Unfinished it may be kept; sent on, it is told what is missing.
    editor.get_by_role("button", name="Lưu bản nháp").click()
    expect(editor.get_by_text(f"'{TITLE}'").or_(editor.get_by_text(TITLE)).first).to_be_visible()
    page = NewsPage.objects.get(title=TITLE)
    assert (page.live, page.slug) == (False, ADDRESS.split("/")[2])
    assert page.date.isoformat() == "2015-04-03"
    assert Client().get(ADDRESS).status_code == 404

    chief = desk("phuc")
    chief.goto(f"{house}/desk/cms/pages/{page.pk}/edit/")
    chief.get_by_role("button", name="Thao tác khác").or_(
        chief.locator("[data-w-dropdown-target=toggle]").last
    ).first.click()
    chief.locator("button[name=action-publish]").click()
    expect(chief.get_by_text("Hãy viết đoạn mở đầu").first).to_be_visible()
    assert not NewsPage.objects.get(pk=page.pk).live
    assert editor.complaints == []
    assert chief.complaints == []


def test_published_it_is_everywhere_and_withdrawn_it_is_nowhere(house):
    index = NewsIndexPage.objects.get(slug="tin-tuc")
    page = NewsPage(title=TITLE, slug=ADDRESS.split("/")[2], lead="Ba mươi chỗ.", date="2015-04-03")
    index.add_child(instance=page)
    page.save_revision().publish()
    places = ("/", "/tin-tuc/", "/tin.xml", "/tim-kiem/?q=truong+mam+non+choi+non")
    assert [path for path in places if ADDRESS not in shown(path)] == []
    assert TITLE in shown(ADDRESS)
    NewsPage.objects.get(pk=page.pk).unpublish()
    assert [path for path in places if ADDRESS in shown(path)] == []
    assert Client().get(ADDRESS).status_code == 404
