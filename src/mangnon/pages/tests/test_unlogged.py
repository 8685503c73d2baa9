"""What Wagtail logs nothing of stands in the trail all the same: many at once, and in choosers."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, ModelLogEntry

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.finding.models import Synonym
from mangnon.pages.models import Picture
from mangnon.pages.tests.test_consent import picture
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import signed_in
from tests.support.editing import HOUSE
from tests.support.newsroom import drawn
from tests.support.officers import officer

OANH = ("Oanh Thị Mẫu", "pages.write/editor")
WRITES = ("Phúc Văn Mẫu", "pages.write/chief_editor")
PHUC = ("Phúc Văn Mẫu", "pages.publish/chief_editor")


@pytest.fixture(autouse=True)
def _house(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


@pytest.fixture
def editor() -> Client:
    return signed_in(officer("oanh"))


@pytest.fixture
def chief() -> Client:
    return signed_in(officer("phuc"))


def acts(thing: object) -> list[tuple[tuple[str, str], str]]:
    """Who did by what right which act on a thing, in order."""
    found = Entry.objects.filter(subject=f"{thing._meta.label_lower}:{thing.pk}").order_by("pk")
    return [((one.actor.name, one.right), one.act) for one in found.select_related("actor")]


def jpeg() -> SimpleUploadedFile:
    return SimpleUploadedFile("san-truong.jpg", drawn(64, 64), "image/jpeg")


def pdf() -> SimpleUploadedFile:
    return SimpleUploadedFile("bieu-mau.pdf", b"%PDF-1.4", "application/pdf")


def paper() -> Document:
    one = Document(title="Biểu mẫu", file=ContentFile(b"%PDF-1.4", name="bieu-mau.pdf"))
    one.save()
    return one


def synonyms() -> list[Synonym]:
    return [Synonym.objects.create(words=one, means="ủy ban") for one in ("UB", "UBND")]


def together(desk: Client, verb: str, things: list, **answers: object) -> None:
    """Do something to many things, as the button below their list does."""
    kind = type(things[0])._meta
    where = reverse("wagtail_bulk_action", args=[kind.app_label, kind.model_name, verb])
    ids = "&".join(f"id={one.pk}" for one in things)
    assert desk.post(f"{where}?{ids}", answers).status_code == 302


@pytest.mark.parametrize(
    ("model", "room", "prefix", "file"),
    [(Picture, "images", "image", jpeg), (Document, "documents", "doc", pdf)],
)
def test_files_sent_many_at_once(chief, model, room, prefix, file):
    where = f"{HOUSE}{room}/multiple/"
    sent = {"title": "Một tệp", "files[]": file(), "collection": 1}
    assert chief.post(f"{where}add/", sent).json()["success"]
    made = model.objects.get()
    assert acts(made) == [(WRITES, "pages.create")]
    named = {f"{prefix}-{made.pk}-title": "Tên khác", f"{prefix}-{made.pk}-collection": 1}
    assert chief.post(f"{where}{made.pk}/", named).json()["success"]
    assert acts(made)[1:] == [(WRITES, "pages.edit")]
    assert chief.post(f"{where}{made.pk}/delete/").json()["success"]
    assert acts(made)[2:] == [(PHUC, "pages.delete")]


@pytest.mark.parametrize(
    ("model", "room", "form", "file"),
    [
        (Picture, "wagtailimages_chooser", "image-chooser-upload", jpeg),
        (Document, "wagtaildocs_chooser", "document-chooser-upload", pdf),
    ],
)
def test_a_file_sent_from_within_a_chooser(editor, model, room, form, file):
    sent = {f"{form}-title": "Một tệp", f"{form}-file": file(), f"{form}-collection": 1}
    editor.post(reverse(f"{room}:create"), sent)
    assert acts(model.objects.get()) == [(OANH, "pages.create")]


@pytest.mark.parametrize(
    ("make", "room"), [(picture, "pages"), (paper, "pages"), (synonyms, "finding")]
)
def test_what_is_deleted_together_is_an_entry_each(chief, make, room):
    made = make()
    things = made if isinstance(made, list) else [made, make()]
    together(chief, "delete", things)
    assert not type(things[0]).objects.filter(pk__in=[one.pk for one in things]).exists()
    for one in things:
        assert acts(one) == [(PHUC, f"{room}.delete")]


def test_what_changes_together_without_being_kept(chief):
    shelf = Collection.get_first_root_node().add_child(name="Trường học")
    one, other = picture(), paper()
    together(chief, "add_to_collection", [one], collection=shelf.pk)
    together(chief, "add_tags", [other], tags="trường")
    assert acts(one) == acts(other) == [(WRITES, "pages.edit")]


def test_what_wagtail_logs_is_one_entry(chief):
    chief.post(f"{HOUSE}images/add/", {"title": "Một tệp", "file": jpeg(), "collection": 1})
    made = Picture.objects.get()
    assert acts(made) == [(WRITES, "pages.create")]
    chief.post(f"{HOUSE}images/{made.pk}/delete/")
    assert acts(made)[1:] == [(PHUC, "pages.delete")]


def test_the_entry_and_the_act_fall_together(chief, monkeypatch):
    def refused(*_words: object, **_more: object) -> None:
        raise RuntimeError("no entry")

    one = picture()
    monkeypatch.setattr("mangnon.pages.trail.record", refused)
    chief.raise_request_exception = False
    where = reverse("wagtail_bulk_action", args=["pages", "picture", "delete"])
    assert chief.post(f"{where}?id={one.pk}").status_code == 500
    assert Picture.objects.filter(pk=one.pk).exists()
    assert not ModelLogEntry.objects.exists()
