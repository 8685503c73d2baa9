"""Promise: what changes is on every page that shows it within two seconds; others stay as kept.

The site runs in processes of its own, behind the shipped nginx; the acts are this process's.
"""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.figures.actions import make_release
from mangnon.legislation.actions import put_documents
from mangnon.legislation.models import Document
from mangnon.legislation.pack import CLAUSES, DOCUMENTS, RELATIONS
from mangnon.packsync import Sheet
from mangnon.places.actions import add_places
from mangnon.places.gazetteer import PlaceRow
from mangnon.places.models import Place
from mangnon.portal.tests import province
from mangnon.snapshots.tests.stage import kept_in
from tests.support.nginx import nginx
from tests.support.site import free_port, get, serving

DEADLINE = 2.0  # seconds, which the next reader of a page waits for it at most
SAMPLES = "/phan-giao-dien/"  # its words are no data
AREA, NOWHERE = "HD@2012-01-01", "\0"
PATHS = (
    *("/", "/en/", f"/bang-diem/{AREA}/", f"/loi-hua/T1/{AREA}/", f"/en/promise/T8/{AREA}/"),
    *("/chi-so/", "/chi-so/T4/", "/en/indicator/T6/", f"/dia-ban/{AREA}/", "/cong-bo/"),
    "/dia-ban/296@2012-01-01/",
    SAMPLES,
)
LATER = province.TODAY + timedelta(days=40)
pytestmark = [pytest.mark.alone, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def house(tmp_path):
    """The small province and its site behind nginx."""
    home, port = tmp_path / "home", free_port()
    home.mkdir()
    day = {"MANGNON_TODAY": province.TODAY.isoformat()}
    with kept_in(home / "snapshots"):
        province.build(tmp_path).delete()
        release(province.TODAY)
        with serving(home, port, **day), nginx(tmp_path / "nginx", home, port) as address:
            yield House(address, home / "snapshots" / "pages")


class House:
    """The site as its readers see it, and its snapshots as they lie on the disk."""

    def __init__(self, address, folder):
        self.address, self.folder = address, folder

    def read(self):
        """Read every page twice: drawn where it must be, then from its snapshot."""
        for path in PATHS:
            assert get(self.address + path).status == 200, path
        return {path: get(self.address + path).text for path in PATHS}

    def files(self):
        """When the file of each page was made."""
        known = {path: self.folder / f"{path[1:]}index.html" for path in PATHS}
        return {path: file.stat().st_ctime_ns for path, file in known.items() if file.exists()}

    def show(self, act, old, new):
        """Do an act; the next reader of each page that said the old word gets the new one, in
        time. Return which pages showed it, and which were made again."""
        before, files = self.read(), self.files()
        assert len(files) == len(PATHS)
        showed = {path for path, text in before.items() if old in text and path != SAMPLES}
        act()
        for path in showed:
            began = time.monotonic()
            assert new not in before[path], path
            assert new in get(self.address + path).text, path
            assert time.monotonic() - began <= DEADLINE, path
        left = {path for path, file in self.files().items() if file == files[path]}
        assert self.read().keys() == before.keys()
        return showed, set(PATHS) - left


def document(code, **changed):
    """Edit a document through its action."""
    held = Document.objects.get(code=code)
    row = {name: getattr(held, name) for name in DOCUMENTS.fields} | changed
    sheet = Sheet(DOCUMENTS, {(code,): tuple(row[name] for name in DOCUMENTS.fields)})
    put_documents(sheet, Sheet(CLAUSES), Sheet(RELATIONS), warrant=demonstration_warrant())


def rename(place, name):
    """Rename a place through its action."""
    row = PlaceRow(**{field: getattr(place, field) for field in PlaceRow.__dataclass_fields__})
    add_places([replace(row, name_vi=name)], warrant=demonstration_warrant())


def release(day):
    """Make the release of a day."""
    with clock.pinned(day):
        make_release(warrant=demonstration_warrant())


def take_back():
    """Begin to edit the plan, and think better of it."""
    with transaction.atomic():
        document("plan-86", number="Never")
        transaction.set_rollback(True)


def test_what_changes_is_fresh_and_nothing_else_is_touched(house):
    showed, again = house.show(lambda: document("plan-86", number="87-KH/TU"), "86-KH", "87-KH")
    assert "/" in showed and again == showed

    _, again = house.show(lambda: document("directive-28", title_en="Another"), NOWHERE, "")
    assert again == set()

    _, again = house.show(take_back, NOWHERE, "")
    assert again == set()

    place = Place.objects.get(code="296")
    showed, again = house.show(lambda: rename(place, "Tràm Chim"), place.name_vi, "Tràm Chim")
    assert "/dia-ban/296@2012-01-01/" in showed and showed <= again
    # The map is one thing, read and kept as a whole; what shows none of it stays.
    assert not again & {"/chi-so/", "/cong-bo/", "/phan-giao-dien/"}

    showed, again = house.show(lambda: release(LATER), "15/01/2026", "24/02/2026")
    assert {f"/bang-diem/{AREA}/", "/cong-bo/"} <= showed <= again
    assert "/phan-giao-dien/" not in again
