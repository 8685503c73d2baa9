"""What is larger than the web server takes is refused with a sentence in both languages."""

import http.client
import re
from urllib.parse import urlsplit

import pytest

from mangnon.attachments.judging import MOST_BYTES
from tests.support.nginx import DEPLOY, nginx
from tests.support.site import free_port, get

PAGE = DEPLOY.parent / "src/mangnon/ui/static/ui/too_large.html"
pytestmark = pytest.mark.alone


def sent(address: str, path: str, size: int) -> tuple[int, str, str]:
    """Send so many bytes; return the status, for how long the answer is kept, and its words."""
    asked = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    asked.request("POST", path, b"x" * size, {"Content-Type": "application/octet-stream"})
    answer = asked.getresponse()
    said = answer.read().decode()
    asked.close()
    return answer.status, answer.headers["Cache-Control"] or "", said


@pytest.mark.parametrize(("path", "size"), [("/desk/nhap-bang-tinh/dua-len/", 65 * 1024**2),
                                            ("/", 17 * 1024)])  # fmt: skip
def test_what_is_too_large_is_answered_by_our_own_page(tmp_path, path, size):
    kept = tmp_path / "home" / "static" / "ui"
    kept.mkdir(parents=True)
    (kept / PAGE.name).write_bytes(PAGE.read_bytes())
    with nginx(tmp_path / "nginx", tmp_path / "home", free_port()) as address:
        status, held, said = sent(address, path, size)
        assert get(f"{address}/ui/{PAGE.name}").status == 404  # nobody's page but the server's own
    assert (status, held) == (413, "no-store")
    assert "Tệp quá lớn, chưa gửi được" in said and "The file is too large" in said


def test_the_page_says_the_limits_that_there_are():
    said = PAGE.read_text(encoding="utf-8")
    limits = re.findall(r"client_max_body_size (\d+)([mk])", (DEPLOY / "site.conf").read_text())
    told = {f"{number} {unit.upper()}B" for number, unit in limits}
    told.add(f"{MOST_BYTES // 1024**2} MB")
    assert told == {"16 KB", "64 MB", "20 MB"}
    for one in told:
        assert said.count(one) == 2, one
