"""Promise: no public page knows its reader: no cookie, no form's token, no answer by cookie; and
each is kept with all that it read. Every public route, found in the table of addresses."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from mangnon import clock
from mangnon.portal.tests import province
from mangnon.snapshots import index, store
from mangnon.snapshots.tests.stage import kept_in
from tests.support.public_house import routes

KEYS = {"key": "HD@2012-01-01", "code": "T1", "kind": "csv", "year": 2020}
OF_SUBJECTS = {
    "procedure": {"code": "dang-ky-khai-sinh"}, "service": {"code": "tong-dai-111"},
    "document": {"code": "plan-86"}, "office": {"code": "so-y-te-hai-phong"},
    **{
        f"document-{form}": {"code": "plan-86"}
        for form in ("data", "akn", "feed", "text", "versions", "problem", "follow")
    },
    "document-compared": {"code": "decision-34-2014", "other": "decision-37-2010"},
    **{f"document-{what}": {"code": "plan-86", "token": "cut"} for what in ("confirm", "stop")},
    "document-original": {"code": "plan-86", "uuid": uuid4(), "name": "goc.pdf"},
}  # fmt: skip
WRITTEN = {"vi:written": "gioi-thieu/", "en:written": "about/"}
# A picture and a file of editors: none is there in a small province.
FILES = {"picture": {"name": "x.jpg"}, "wagtaildocs_serve": {"number": 1, "name": "x.pdf"}}
NOT_THERE = {*FILES, *(f"{language}:document-{what}" for language in ("vi", "en")
                       for what in ("confirm", "stop", "original"))}  # fmt: skip
# Pages of a form, and of any pair that somebody asks for: nobody keeps them.
NOT_KEPT = ("document-problem", "document-follow", "document-compared")
OF_INDICATORS = {"indicator", "indicator-figures"}
# Pages that read nothing of the database.
SAY_NOTHING = {"parts"}
pytestmark = pytest.mark.django_db(transaction=True)


def address(name, pattern):
    """Return an address of a route that answers."""
    page = name.partition(":")[2]
    if name in WRITTEN:
        return reverse(name, kwargs={"path": WRITTEN[name]})
    if name in FILES or page in OF_SUBJECTS:
        return reverse(name, kwargs=FILES.get(name) or OF_SUBJECTS[page])
    kinds = pattern.pattern.converters
    parts = {key: KEYS[key] for key in kinds}
    if page in OF_INDICATORS:
        parts["key"] = "T4"
    return reverse(name, kwargs=parts)


@pytest.fixture
def site(tmp_path):
    """The small province; snapshots are kept in a folder of the test's."""
    with kept_in(tmp_path / "snapshots"), clock.pinned(province.TODAY):
        province.build(tmp_path)
        yield Client(enforce_csrf_checks=True)


def test_every_public_page(site):
    known = dict(routes(get_resolver().url_patterns))
    assert len(known) > 25
    for name, pattern in known.items():
        path = address(name, pattern)
        answer = site.get(path, headers={"cookie": "sessionid=x; csrftoken=y"})
        assert answer.status_code in ((404,) if name in NOT_THERE else (200, 302)), path
        assert not answer.cookies, path
        assert "cookie" not in answer.get("Vary", "").lower(), path
        assert b"csrf" not in b"".join(answer).lower(), path
        if name.endswith(NOT_KEPT):
            assert answer["Cache-Control"] == "no-store", path
        elif answer.status_code == 200 and path.endswith("/"):
            kept(name, path)


def kept(name, path):
    """A page lies in its file, and all that it read is known."""
    file = f"{path[1:]}index.html"
    assert (store.pages() / file).exists(), path
    with index.opened() as found:
        tags = found.execute("SELECT tag FROM reads WHERE path = ?", [file]).fetchall()
    assert tags or name in SAY_NOTHING, f"{path} was kept with nothing that would delete it"
