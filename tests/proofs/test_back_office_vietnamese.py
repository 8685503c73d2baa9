"""Whoever edits meets Vietnamese: every screen of the editors' house, of signing in and accounts.

A walk through all that pages lead to, as an editor and as who publishes; what a browser shows of
scripts' own words is walked through by a real one, in what takes long.
"""

from collections.abc import Iterable

import pytest
from django.test import Client

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.places.models import Place
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import signed_in
from tests.support.newsroom import furnish
from tests.support.officers import CAST, officer
from tests.support.speaking.crawl import HOUSE, Screen, walk
from tests.support.speaking.seen import said
from tests.support.speaking.words import foreign

pytestmark = pytest.mark.django_db
# The people of the cast by the names they sign in with; endings of files.
KNOWN = frozenset({*CAST, "jpeg", "webp", "avif"})
LINKS = ("external", "email", "phone", "anchor")


@pytest.fixture
def room(applied_nowhere, settings, tmp_path) -> dict[str, int]:
    settings.MEDIA_ROOT = tmp_path / "media"
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield furnish()


def english(screens: Iterable[Screen]) -> list[str]:
    """What screens say that is no Vietnamese, each once."""
    places = {str(place) for place in Place.objects.all()}
    found = {
        one: f"{screen.address} · {one.where} · {one.text}"
        for screen in screens
        for one in said(screen.page)
        if foreign(one.text, KNOWN) and one.text not in places
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


def test_every_screen_that_who_publishes_reaches(room):
    screens = list(walk(signed_in(officer("phuc")), beginnings(room)))
    assert len(screens) > 100
    assert english(screens) == []


@pytest.mark.long
def test_every_screen_that_who_writes_reaches(room):
    screens = list(walk(signed_in(officer("oanh")), beginnings(room)))
    assert len(screens) > 100
    assert english(screens) == []
