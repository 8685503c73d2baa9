"""What editors do stands in the trail: who, by what right, on what, which act, with the act."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from wagtail.models import PageLogEntry

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.audit.verifying import verify
from mangnon.finding.models import Synonym
from mangnon.pages.keeping_time import look
from mangnon.pages.models import NewsPage, TextPage
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.procedures.models import Procedure
from tests.support.desk import signed_in
from tests.support.editing import HOUSE, write
from tests.support.officers import officer


@pytest.fixture(autouse=True)
def _house(applied_nowhere):
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


@pytest.fixture
def editor() -> Client:
    return signed_in(officer("oanh"))


@pytest.fixture
def chief() -> Client:
    return signed_in(officer("phuc"))


def about() -> TextPage:
    return TextPage.objects.get(slug="gioi-thieu")


def entries(subject: str) -> list[tuple[str, str, str]]:
    """Who did what by what right to a thing, in order."""
    found = Entry.objects.filter(subject=subject).select_related("actor").order_by("pk")
    return [(one.actor.name, one.act, one.right) for one in found]


OANH = ("Oanh Thị Mẫu", "pages.write/editor")
PHUC = ("Phúc Văn Mẫu", "pages.publish/chief_editor")


def did(who: tuple[str, str], act: str) -> tuple[str, str, str]:
    return who[0], act, who[1]


def test_a_draft_and_its_publication(editor, chief):
    page = about()
    assert write(editor, page.pk, lead="Lời mới.").status_code == 302
    assert write(chief, page.pk, action_publish=True, office="", lead="Lời mới.").status_code == 200
    about_it = f"pages.textpage:{page.pk}"
    assert entries(about_it) == [did(OANH, "pages.edit")]
    chief.post(f"{HOUSE}pages/{page.pk}/unpublish/")
    assert entries(about_it)[1:] == [did(PHUC, "pages.unpublish")]
    chief.post(f"{HOUSE}pages/{page.pk}/delete/")
    assert entries(about_it)[2:] == [did(PHUC, "pages.delete")]
    assert verify().fault is None


def test_a_page_that_is_moved(chief):
    page, home = about(), about().get_parent()
    under = TextPage(title="Dưới", slug="duoi")
    page.add_child(instance=under)
    chief.post(f"{HOUSE}pages/{under.pk}/move/{home.pk}/confirm/")
    assert entries(f"pages.textpage:{under.pk}")[-1] == did(PHUC, "pages.move")


def test_many_at_once_are_an_entry_each(chief):
    pages = [about(), NewsPage.objects.get(slug="mo-trang")]
    ids = "&".join(f"id={one.pk}" for one in pages)
    chief.post(f"{HOUSE}bulk/wagtailcore/page/unpublish/?{ids}")
    for one in pages:
        assert entries(f"pages.{one._meta.model_name}:{one.pk}") == [did(PHUC, "pages.unpublish")]


def test_what_is_kept_again_by_itself_is_one_entry(editor):
    page = about()
    write(editor, page.pk, lead="Lời mới.")
    draft = about().latest_revision_id
    answers = {"overwrite_revision_id": draft, "loaded_revision_id": draft}
    write(editor, page.pk, lead="Lời mới hơn.", **answers)
    assert about().latest_revision_id == draft
    assert PageLogEntry.objects.filter(page=page, action="wagtail.edit").count() == 2
    assert entries(f"pages.textpage:{page.pk}") == [did(OANH, "pages.edit")]


def test_a_synonym(editor):
    answers = {"words": "UBND", "means": "Ủy ban nhân dân"}
    editor.post(f"{HOUSE}snippets/finding/synonym/add/", answers)
    made = Synonym.objects.get(words="UBND")
    editor.post(f"{HOUSE}snippets/finding/synonym/edit/{made.pk}/", {**answers, "words": "ubnd"})
    acts = [act for _, act, _ in entries(f"finding.synonym:{made.pk}")]
    assert acts == ["finding.create", "finding.edit"]


def test_a_procedure(chief):
    one = Procedure.objects.first()
    chief.post(f"{HOUSE}snippets/procedures/procedure/unpublish/{one.pk}/")
    assert not Procedure.objects.get(pk=one.pk).live
    assert entries(f"procedures.procedure:{one.pk}") == [did(PHUC, "procedures.unpublish")]


def test_what_comes_of_an_hour_that_was_set_is_the_programs():
    page = about()
    page.expire_at = datetime(2020, 1, 1, tzinfo=UTC)
    page.save()
    look(consents=False)
    assert not about().live
    found = entries(f"pages.textpage:{page.pk}")
    assert found == [("Hệ thống", "pages.unpublish.scheduled", "system")]


def test_the_entry_and_the_act_fall_together(chief, monkeypatch):
    def refused(*_words: object, **_more: object) -> None:
        raise RuntimeError("no entry")

    monkeypatch.setattr("mangnon.pages.trail.record", refused)
    chief.raise_request_exception = False
    page = about()
    assert chief.post(f"{HOUSE}pages/{page.pk}/unpublish/").status_code == 500
    assert about().live
    assert not PageLogEntry.objects.filter(page=page, user__isnull=False).exists()


def test_no_title_is_kept_where_nothing_is_forgotten(editor):
    page = about()
    write(editor, page.pk, title="Bé Nguyễn Thị Mận")
    entry = Entry.objects.get(subject=f"pages.textpage:{page.pk}")
    assert "Mận" not in str([entry.data, entry.before, entry.after, entry.subject, entry.reason])
    assert entry.at.date() >= date(2012, 1, 1)
