"""The shipped nginx hands out no folder of what editors keep: the application is asked for each
file, nobody keeps it on the way, and without the application there is what the export holds."""

import http.server
import threading
from contextlib import contextmanager

import pytest

from tests.support.nginx import DEPLOY, nginx
from tests.support.site import free_port, get

PICTURE = "/tep/images/san.width-960.jpg"
ORIGINAL = "original_images/san.jpg"
# The folders below /var/lib/mangnon that nginx reads: all of them were made for everybody.
OPEN = {"snapshots/pages", "export/current", "static"}
pytestmark = pytest.mark.alone


class _Application(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        for name, value in (("Content-Type", "image/jpeg"), ("Content-Length", "2"),
                            ("Cache-Control", "public, max-age=300, s-maxage=1")):  # fmt: skip
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_words):
        return None


@contextmanager
def application(port):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), _Application)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def put(folder, name):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"jpg")


def test_the_shipped_configuration_reads_no_other_folder():
    words = (DEPLOY / "site.conf").read_text(encoding="utf-8").replace(";", " ").split()
    named = {word.rstrip("/") for word in words if word.startswith("/var/lib/mangnon/")}
    assert named == {f"/var/lib/mangnon/{folder}" for folder in OPEN}


def test_no_file_of_the_editors_is_there_without_the_application(tmp_path):
    home, port = tmp_path / "home", free_port()
    put(home / "media", ORIGINAL)
    put(home / "media", "images/san.width-960.jpg")
    with nginx(tmp_path / "nginx", home, port) as address:
        for start in ("/media", "/tep", "/tep/..", "/static/../media"):
            assert get(f"{address}{start}/{ORIGINAL}").status in (400, 503), start
        with application(port):
            assert get(address + PICTURE).status == 200
        assert get(address + PICTURE).status == 503  # nobody kept it
        put(home / "export" / "current", PICTURE[1:])
        saved = get(address + PICTURE)
    assert (saved.status, saved.headers["Content-Type"]) == (200, "image/jpeg")
    assert "sandbox" in saved.headers["Content-Security-Policy"]
