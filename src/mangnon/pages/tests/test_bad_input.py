"""What goes wrong at the editors' desks: each is told in a sentence, nothing breaks or is lost."""

import re
import struct
import zlib
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import Page

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.pages.models import NewsIndexPage, NewsPage, Picture, TextPage
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import signed_in
from tests.support.editing import HOUSE, send_again, write
from tests.support.officers import officer

ADD_PICTURE = f"{HOUSE}images/add/"


@pytest.fixture(autouse=True)
def _house(applied_nowhere, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


@pytest.fixture
def desk() -> Client:
    return signed_in(officer("phuc"))


def about() -> TextPage:
    return TextPage.objects.get(slug="gioi-thieu")


def said(answer) -> str:
    """What an answer says, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def huge_png(side: int) -> bytes:
    """Few bytes that call themselves a picture of ``side`` times ``side`` points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(bytes(1000))), chunk(b"IEND", b"")]
    )


def png(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PAGE = b"<!doctype html><script>alert(1)</script>"


def upload(desk: Client, name: str, content: bytes, **more: str):
    file = SimpleUploadedFile(name, content, content_type="image/png")
    return desk.post(ADD_PICTURE, {"title": "Hình", "file": file, **more})


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bom.png", huge_png(60_000), "quá nhiều điểm ảnh"),
        ("lon.png", png(8000, 6500), "quá nhiều điểm ảnh"),
        ("hinh.svg", SVG, "Các định dạng dùng được"),
        ("hinh.png", SVG, "đuôi tệp không khớp định dạng (svg)"),
        ("hinh.jpg", PAGE, "Hãy tải lên"),
        ("hinh.png", b"", "trống"),
    ],
)
def test_a_bomb_and_a_script_are_no_pictures(name, content, sentence, desk):
    answer = upload(desk, name, content)
    assert answer.status_code == 200
    assert sentence in said(answer)
    assert not Picture.objects.exists()


def test_the_same_where_many_come_at_once(desk):
    file = SimpleUploadedFile("bom.png", huge_png(60_000), content_type="image/png")
    answer = desk.post(f"{HOUSE}images/multiple/add/", {"title": "Hình", "files[]": file})
    assert "quá nhiều điểm ảnh" in answer.json()["error_message"]
    assert not Picture.objects.exists()


def test_a_drafts_address_says_nothing(client):
    page = NewsPage(title="Chưa đăng", slug="chua-dang", date=clock.today(), live=False)
    NewsIndexPage.objects.get(slug="tin-tuc").add_child(instance=page)
    page.save_revision()
    for guessed in ("/tin-tuc/chua-dang/", "/en/tin-tuc/chua-dang/", f"/pages/{page.pk}/"):
        assert client.get(guessed).status_code == 404
    for inside in (f"pages/{page.pk}/view_draft/", f"pages/{page.pk}/edit/"):
        assert client.get(HOUSE + inside).status_code == 302
        assert signed_in(officer("an")).get(HOUSE + inside).status_code == 404


def test_a_slug_that_is_taken(desk):
    other = TextPage(title="Trang khác", slug="trang-khac")
    about().get_parent().add_child(instance=other)
    answer = write(desk, other.pk, slug="gioi-thieu", title="Trang khác")
    assert "Địa chỉ rút gọn “gioi-thieu” đã có trong trang cha" in said(answer)
    assert TextPage.objects.get(pk=other.pk).slug == "trang-khac"


def test_a_page_moved_under_itself(desk):
    page = about()
    under = TextPage(title="Dưới", slug="duoi")
    page.add_child(instance=under)
    for below in (page.pk, under.pk):
        answer = desk.post(f"{HOUSE}pages/{page.pk}/move/{below}/confirm/", follow=True)
        assert "Không có quyền vào phần này." in said(answer)
    assert Page.find_problems() == ([], [], [], [], [])
    assert about().path == page.path


def test_what_leads_to_a_page_that_was_deleted_is_plain_text(
    desk, client, django_capture_on_commit_callbacks
):
    page, news = about(), NewsPage.objects.get(slug="mo-trang")
    link = f'<p>Xem <a linktype="page" id="{page.pk}">giới thiệu</a>.</p>'
    news.body = [("paragraph", link)]
    with django_capture_on_commit_callbacks(execute=True):
        news.save_revision().publish()
    asked = desk.get(f"{HOUSE}pages/{page.pk}/delete/")
    assert "được tham chiếu: 1" in said(asked)
    desk.post(f"{HOUSE}pages/{page.pk}/delete/")
    read = client.get("/tin-tuc/mo-trang/")
    assert read.status_code == 200
    assert "Xem <a>giới thiệu</a>." in read.content.decode()
    assert client.get("/gioi-thieu/").status_code == 404
    assert desk.get(f"{HOUSE}pages/{news.pk}/edit/").status_code == 200


def test_of_two_on_one_page_the_second_is_told_and_nothing_is_lost(desk):
    page, where = about(), f"pages/{about().pk}/edit/"
    first, second = signed_in(officer("oanh")), desk
    opened = [one.get(HOUSE + where) for one in (first, second)]
    send_again(first, where, opened[0], "page-edit-form", lead="Của người thứ nhất.")
    kept_by_itself = second.post(
        HOUSE + where,
        {**_held(opened[1]), "lead": "Của người thứ hai.", "body-count": "0"},
        headers={"accept": "application/json"},
    )
    assert kept_by_itself.status_code == 400
    assert kept_by_itself.json()["error_message"] == "Lưu lúc này sẽ ghi đè một phiên bản mới hơn."
    send_again(second, where, opened[1], "page-edit-form", lead="Của người thứ hai.")
    leads = [one.as_object().lead for one in page.revisions.order_by("pk")][-2:]
    assert leads == ["Của người thứ nhất.", "Của người thứ hai."]


def _held(page) -> dict[str, object]:
    from wagtail.test.utils.form_data import querydict_from_html

    return querydict_from_html(page.content.decode(), form_id="page-edit-form").dict()


def test_who_comes_second_is_told_who_is_there(desk):
    page = about()
    where = f"{HOUSE}editing-sessions/ping/wagtailcore/page/{page.pk}/"
    for one in (signed_in(officer("oanh")), desk):
        assert one.get(f"{HOUSE}pages/{page.pk}/edit/").status_code == 200
    told = desk.post(f"{where}999/").json()
    assert "Oanh Thị Mẫu" in told["html"]
