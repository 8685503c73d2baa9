"""Whoever edits meets Vietnamese: every screen of the editors' house, of signing in and accounts.

A walk through all that pages lead to, as an editor and as who publishes; what a browser shows of
scripts' own words is walked through by a real one, in what takes long.
"""

import json
import re
from collections.abc import Iterable

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from mangnon import clock
from mangnon.access import urls as access
from mangnon.access.doors import system_warrant
from mangnon.places.models import Place
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import hidden, signed_in
from tests.support.newsroom import furnish
from tests.support.officers import CAST, PASSWORD, officer
from tests.support.speaking.crawl import HOUSE, Screen, walk
from tests.support.speaking.seen import said
from tests.support.speaking.words import foreign

pytestmark = pytest.mark.django_db
# The people of the cast by the names they sign in with; endings of files.
KNOWN = frozenset({*CAST, *settings.WAGTAILIMAGES_EXTENSIONS, *settings.WAGTAILDOCS_EXTENSIONS})
LINKS = ("external", "email", "phone", "anchor")


@pytest.fixture
def room(applied_nowhere, settings, tmp_path) -> dict[str, int]:
    settings.MEDIA_ROOT = tmp_path / "media"
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield furnish()


def english(screens: Iterable[Screen]) -> list[str]:
    """What screens say that is no Vietnamese, each once."""
    names = sorted((re.escape(str(place)) for place in Place.objects.all()), key=len)
    places = re.compile("|".join(reversed(names)))
    found = {
        one: f"{screen.address} · {one.where} · {one.text}"
        for screen in screens
        for one in said(screen.page)
        if foreign(places.sub("", one.text), KNOWN)
    }
    return sorted(found.values())


def beginnings(room: dict[str, int]) -> list[str]:
    """The first screen, and what only scripts lead to."""
    bulk = [f"bulk/wagtailcore/page/{act}/?id={room['spoken_of']}"
            for act in ("publish", "unpublish", "delete", "move")]  # fmt: skip
    bulk += [f"bulk/pages/picture/{act}/?id={room['picture']}"
             for act in ("delete", "add_tags", "add_to_collection")]  # fmt: skip
    bulk += [f"bulk/wagtaildocs/document/{act}/?id={room['document']}"
             for act in ("delete", "add_tags", "add_to_collection")]  # fmt: skip
    links = [f"choose-{kind}-link/" for kind in LINKS]
    pages = [f"pages/{room[name]}/edit/" for name in ("sent", "spoken_of", "held", "timed")]
    return [HOUSE + one for one in ("", *pages, *links, *bulk)]


# What must be among the screens: whoever loses the way to one of them walks past what it says.
MET = (
    "wagtailadmin_home", "wagtailadmin_explore newsindexpage vi", "wagtailadmin_account",
    *(f"wagtailadmin_pages:edit {one} vi" for one in ("homepage", "textpage", "newspage")),
    "wagtailadmin_pages:add pages newspage", "wagtailadmin_pages:revisions_compare",
    "wagtailadmin_pages:history newspage vi", "wagtailadmin_pages:workflow_history",
    "wagtailadmin_pages:workflow_action approve", "wagtailadmin_pages:search",
    "wagtailadmin_choose_page", "wagtailadmin_choose_page_email_link",
    "wagtailimages_chooser:choose", "wagtailimages:edit", "wagtaildocs_chooser:choose",
    "wagtaildocs:edit", "wagtailadmin_reports:workflow", "wagtailadmin_reports:site_history",
    "wagtailredirects:add", "wagtailsettings:edit pages websitelinks", "pages_to_review",
    "wagtail_bulk_action wagtailcore page delete", "finding_sought_in_vain", "pages_help",
    "wagtailsnippets_finding_synonym:edit", "wagtailsnippets_pages_consent:edit",
    "wagtailsnippets_procedures_procedure:edit", "wagtailsnippets_services_service:history",
)  # fmt: skip
FIELD = re.compile(r'<(?:input|textarea|select)[^>]* name="([^"]+)"')
FORMS = ("add", "edit", "copy", "_link", "create", "settings:edit", "start_import", "account")


def refused(desk: Client, screens: Iterable[Screen]) -> Iterable[Screen]:
    """Send every form that was met with nothing filled in, to be published at once."""
    for one in screens:
        if not one.kind.split()[0].endswith(FORMS):
            continue
        page = json.loads(one.page).get("html", "") if one.page.startswith("{") else one.page
        held = {**dict.fromkeys(FIELD.findall(page), ""), **hidden(HttpResponse(page))}
        answer = desk.post(one.address, {**held, "body-count": "0", "action-publish": "1"})
        assert answer.status_code < 500, one.address
        yield one._replace(page=answer.content.decode())


def test_every_screen_that_who_publishes_reaches(room):
    desk = signed_in(officer("phuc"))
    screens = list(walk(desk, beginnings(room)))
    assert english(screens) == []
    assert set(MET) - {screen.kind for screen in screens} == set()
    told = list(refused(desk, screens))
    assert len([one for one in told if "bắt buộc" in one.page]) > 10
    assert english(told) == []


@pytest.mark.long
def test_every_screen_that_who_writes_reaches(room):
    screens = list(walk(signed_in(officer("oanh")), beginnings(room)))
    assert len(screens) > 100
    assert english(screens) == []


def accounts() -> list[str]:
    """The addresses of signing in and of one's own account that stand for themselves."""
    return [reverse(one.name) for one in access.urlpatterns if not one.pattern.converters]


@pytest.mark.parametrize("who", [None, "khach", "phuc", "kien"])
def test_signing_in_and_ones_own_account(who, room):
    desk = Client() if who is None else signed_in(officer(who))
    screens = [Screen(at, at, desk.get(at, follow=True)) for at in accounts()]
    sent = [Screen(at, at, desk.post(at, {}, follow=True)) for at in accounts() if "xuat" not in at]
    shown = [
        one._replace(page=one.page.content.decode())
        for one in (*screens, *sent)
        if one.page.headers.get("Content-Type", "").startswith("text/html")
    ]
    assert len(shown) > 20
    assert english(shown) == []


def test_what_a_wrong_password_and_a_wrong_code_are_told(room):
    stranger, at = Client(), reverse("account_login")
    officer("kien")
    wrong = stranger.post(at, {"login": "kien", "password": "x"})
    stranger.post(at, {"login": "kien", "password": PASSWORD})
    code = stranger.post(reverse("mfa_authenticate"), {"code": "1"})
    told = [Screen(at, at, one.content.decode()) for one in (wrong, code)]
    assert all("Có chỗ cần sửa" in one.page for one in told)
    assert english(told) == []
