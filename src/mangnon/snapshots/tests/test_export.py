"""The static copy: every address once, links intact; whole or not at all; gone on with."""

from datetime import date

import pytest

from mangnon import clock
from mangnon.snapshots.export import export_site
from mangnon.snapshots.export.links import links
from mangnon.snapshots.export.stamp import stamped
from mangnon.snapshots.export.withdrawing import withdraw

HOSTS = frozenset({"treem.example.vn"})
DAY = date(2026, 1, 15)
PAGES = {
    "/": '<html lang="vi"><main><a href="/tin/?trang=2">tin</a><a href="/desk/">x</a></main>',
    "/en/": '<html lang="en"><body><img src="/media/anh.jpg"></body>',
    "/tin/": '<html lang="vi"><main><a href="../so-lieu.csv">a</a><a href="/gone/">b</a></main>',
    "/so-lieu.csv": "a,b",
    "/media/anh.jpg": "jpg",
}


class House:
    """A small application that notes what it was asked."""

    def __init__(self):
        self.asked = []
        self.ends_at = None

    def __call__(self, environ, begin):
        path = environ["PATH_INFO"]
        self.asked.append(path)
        if path == self.ends_at:
            raise KeyboardInterrupt
        kind = "text/csv" if path.endswith(".csv") else "text/html; charset=utf-8"
        begin("200 OK" if path in PAGES else "404 Not Found", [("Content-Type", kind)])
        return [PAGES.get(path, "").encode()]


@pytest.fixture
def house(settings, tmp_path):
    settings.MEDIA_URL = "/media/"
    settings.EXPORT_DIR = tmp_path / "export"
    with clock.pinned(DAY):
        yield House()


def test_every_address_once_with_its_links(house, tmp_path):
    done = export_site(tmp_path / "export", house)
    current = tmp_path / "export" / "current"
    assert len(house.asked) == len(set(house.asked))
    assert "Bản lưu ngày 15/01/2026" in (current / "tin" / "index.html").read_text()
    assert (current / "so-lieu.csv").read_text() == "a,b"
    assert (current / "media" / "anh.jpg").read_bytes() == b"jpg"
    assert done.dead == ["/gone/"]
    assert not any(path.startswith("/desk/") for path in house.asked)


def test_an_export_that_is_broken_off_goes_on(house, tmp_path):
    house.ends_at = "/so-lieu.csv"
    with pytest.raises(KeyboardInterrupt):
        export_site(tmp_path / "export", house)
    assert not (tmp_path / "export" / "current").exists()
    house.ends_at, house.asked = None, []
    done = export_site(tmp_path / "export", house)
    assert done.kept >= 3 and "/tin/" not in house.asked
    assert (tmp_path / "export" / "current" / "so-lieu.csv").exists()


def test_yesterdays_is_not_gone_on_with(house, tmp_path):
    house.ends_at = "/so-lieu.csv"
    with pytest.raises(KeyboardInterrupt), clock.pinned(date(2026, 1, 14)):
        export_site(tmp_path / "export", house)
    house.ends_at = None
    assert export_site(tmp_path / "export", house).kept == 0


def test_the_next_takes_the_place_of_the_last(house, tmp_path):
    first = export_site(tmp_path / "export", house).folder
    second = export_site(tmp_path / "export", house).folder
    assert first != second and not first.exists()
    assert (tmp_path / "export" / "current").resolve() == second


def test_what_editors_keep_is_asked_for_like_a_page(house, tmp_path):
    """The application alone knows whether it may be shown."""
    export_site(tmp_path / "export", house)
    assert "/media/anh.jpg" in house.asked


def test_a_picture_that_is_withdrawn_leaves_what_is_being_made(house, tmp_path):
    house.ends_at = "/so-lieu.csv"
    with pytest.raises(KeyboardInterrupt):
        export_site(tmp_path / "export", house)
    making = tmp_path / "export" / "making" / "en" / "index.html"
    assert making.exists()
    withdraw(["anh.jpg"])
    assert not making.exists()


def test_a_picture_that_is_withdrawn_leaves_with_the_pages_that_show_it(house, tmp_path):
    export_site(tmp_path / "export", house)
    gone = {path.name for path in withdraw(["anh.jpg"])}
    assert gone == {"anh.jpg", "index.html"}
    current = tmp_path / "export" / "current"
    assert not (current / "en" / "index.html").exists()
    assert (current / "index.html").exists()
    assert withdraw([]) == []


@pytest.mark.parametrize(
    ("kind", "body", "found"),
    [
        ("text/html", '<a href="b/?x=1#y">', {"/a/b/"}),
        ("text/html", '<img srcset="/m/1.webp 320w, /m/2.webp 640w">', {"/m/1.webp", "/m/2.webp"}),
        ("text/html", '<a href="https://treem.example.vn/c/">', {"/c/"}),
        ("text/html", '<a href="https://else.vn/c/"><a href="tel:111"><a href="#x">', {"/a/"}),
        ("text/html", '<a href="http://[x">', set()),
        ("text/css", 'a{src:url("../f.woff2")}', {"/f.woff2"}),
        ("application/xml", "<loc>https://treem.example.vn/d/</loc>", {"/d/"}),
    ],
)
def test_links(kind, body, found):
    assert links(kind, body.encode(), "/a/", HOSTS) == found


def test_a_stamp_speaks_the_language_of_its_page():
    assert b"Copy saved on" in stamped(PAGES["/en/"].encode(), DAY)
    page = stamped(PAGES["/"].encode(), DAY)
    assert page.index(b"<main>") < page.index("Bản lưu".encode()) < page.index(b"/tin/")
