"""Promise: killed, the application takes no page with it: nginx hands out every page that was kept,
then every page of the nightly export; a plain web server can hand out that export by itself."""

import functools
import http.server
import threading

import pytest
from click.testing import CliRunner
from django.core.management import call_command

from mangnon import clock
from mangnon.cli.export import export_command
from mangnon.legislation.models import Document
from mangnon.portal.tests import province
from mangnon.snapshots.tests.stage import kept_in
from tests.support.nginx import nginx
from tests.support.site import free_port, get, serving

AREA = "HD@2012-01-01"
DISTRICTS = ("293",)  # one of the smallest
KEPT = ("/", "/en/", f"/bang-diem/{AREA}/", f"/loi-hua/T1/{AREA}/", "/chi-so/", "/cong-bo/")
NOT_KEPT = ("/chi-so/T4/", "/en/indicator/T6/", f"/dia-ban/{AREA}/", "/loi-hua/T2/")
SENT = ("Content-Type", "Content-Language", "Content-Security-Policy", "Cache-Control", "Vary",
        "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options", "ETag",
        "Cross-Origin-Opener-Policy", "Content-Encoding")  # fmt: skip
pytestmark = [pytest.mark.alone, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def home(tmp_path, settings):
    """The small province in a data folder of its own."""
    folder = tmp_path / "home"
    folder.mkdir()
    settings.STATIC_ROOT = folder / "static"
    call_command("collectstatic", verbosity=0, interactive=False)
    settings.EXPORT_DIR = folder / "export"
    with kept_in(folder / "snapshots"), clock.pinned(province.TODAY):
        province.build(tmp_path, DISTRICTS)
        yield folder


@pytest.fixture
def day():
    return {"MANGNON_TODAY": province.TODAY.isoformat()}


def heads(page):
    return {name: page.headers.get(name) for name in SENT}


def test_every_page_kept_is_still_served(home, day, tmp_path):
    port = free_port()
    with serving(home, port, **day) as site, nginx(tmp_path / "nginx", home, port) as address:
        asked = {"Accept_Encoding": "gzip"}
        told = {path: get(site.address + path, **asked) for path in KEPT}
        assert {page.status for page in told.values()} == {200}
        plain = {path: get(site.address + path) for path in KEPT}
        site.kill()
        with pytest.raises(OSError):
            get(site.address)
        for path in KEPT:
            served = get(address + path, **asked)
            assert (served.status, served.body) == (200, told[path].body), path
            assert heads(served) == heads(told[path]), path
            assert get(address + path).body == plain[path].body
            again = get(address + path, **asked, If_None_Match=served.headers["ETag"])
            assert (again.status, again.body) == (304, b"")
        assert get(f"{address}/?utm_source=x").status == 503
        assert get(f"{address}/index.html").status == 503  # a page has one address
        gone = get(f"{address}/chi-so/T4/")  # never read, never exported
        assert gone.status == 503
        assert "gọi 111" in gone.text and gone.headers["Retry-After"] == "120"


def test_what_is_withdrawn_is_not_served_by_anybody(home, day, tmp_path):
    port, page = free_port(), f"/loi-hua/T1/{AREA}/"
    with serving(home, port, **day) as site, nginx(tmp_path / "nginx", home, port) as address:
        assert get(address + page).status == 200  # drawn, by way of nginx and its own store
        Document.objects.filter(code="plan-86").update(number="Withdrawn")
        site.kill()
        assert get(address + page).status == 503


def test_the_export_stands_in_for_the_rest(home, day, tmp_path):
    port = free_port()
    with serving(home, port, **day) as site, nginx(tmp_path / "nginx", home, port) as address:
        words = [str(home / "export"), "--pages-only"]
        done = CliRunner().invoke(export_command, words, catch_exceptions=False)
        assert "✓" in done.output and "✗" not in done.output, done.output
        told = get(site.address + NOT_KEPT[0])
        site.kill()
        for path in (home / "snapshots" / "pages").rglob("index.html*"):
            path.unlink()
        for path in (*KEPT, *NOT_KEPT):
            assert get(address + path).status == 200, path
        saved = get(address + NOT_KEPT[0])
        assert "Bản lưu ngày 15/01/2026" in saved.text
        assert "Copy saved on 15 January 2026" in get(f"{address}/en/").text
        assert heads(saved)["Content-Security-Policy"] == heads(told)["Content-Security-Policy"]
        assert get(f"{address}/?ky=2020").status == 200  # the page without its choice
    with PlainServer(home / "export" / "current") as address:
        for path in (*KEPT, *NOT_KEPT):
            assert get(address + path).status == 200, path
        style = get(address).text.partition('rel="stylesheet" href="')[2].partition('"')[0]
        assert get(address + style).headers["Content-Type"] == "text/css"


class PlainServer:
    """Python's own file server: it knows nothing of us."""

    def __init__(self, folder):
        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_words):
                return None

        handler = functools.partial(Quiet, directory=folder)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_rest):
        self._server.shutdown()
        self._server.server_close()
