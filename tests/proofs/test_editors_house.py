"""Every address of the editors' house × every role: who writes pages gets in, nobody else.

What Wagtail keeps there on people, groups, sites and passwords is closed to everybody: it
declares no right, so a page that comes with a later version is closed until somebody thought.
"""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.access.routes import declared
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.desk import signed_in
from tests.support.officers import officer

pytestmark = pytest.mark.django_db
HOUSE = "desk/cms/"
OUTSIDE = ("an", "giang", "ha", "kien", "khach")
INSIDE = ("oanh", "phuc")
# Of two patterns at "logout/" the first is ours.
CLOSED = ("users/", "groups/", "sites/", "embeds/", "login/", "password_reset/", "failwhale/")
# One value for each kind of part that an address may have.
PARTS = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-4000-8000-000000000000"}


@pytest.fixture(autouse=True)
def _day():
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


def routes(patterns=None, prefix="") -> Iterator[tuple[str, URLPattern]]:
    """Yield every address of the house with its parts filled in, and its pattern."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        where = prefix + _filled(pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, where)
        elif where.startswith(HOUSE):
            yield where, pattern


def _filled(pattern: URLPattern | URLResolver) -> str:
    text = str(pattern.pattern)
    for name, converter in pattern.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        text = text.replace(f"<{kind}:{name}>", PARTS.get(kind, "x"))
    return text


def plain() -> list[tuple[str, URLPattern]]:
    """Addresses that are no regular expression: they can be asked for as they stand."""
    return [(at, one) for at, one in routes() if not set("^$()?*\\") & set(at)]


def test_there_is_a_house_to_prove_something_of():
    assert len(plain()) > 150


def test_whatever_is_open_declares_the_editors_right():
    rights = {
        declared(one.callback) for at, one in plain() if not at[len(HOUSE) :].startswith(CLOSED)
    }
    assert rights <= {"pages.write", None}
    without = [
        at
        for at, one in plain()
        if declared(one.callback) is None
        and not at[len(HOUSE) :].startswith((*CLOSED, "logout/", "test404/"))
    ]
    assert without == []


@pytest.mark.parametrize("who", OUTSIDE)
def test_who_writes_no_pages_finds_nothing(who):
    desk = signed_in(officer(who))
    found = {at for at, _ in plain() if desk.get(f"/{at}").status_code != 404}
    assert found == set()


def test_a_stranger_is_led_to_the_desks_sign_in_or_finds_nothing():
    desk = Client()
    for at, one in plain():
        if at.endswith("/logout/"):
            continue
        answer = desk.get(f"/{at}")
        assert answer.status_code == (302 if declared(one.callback) else 404), at
        if answer.status_code == 302:
            assert answer["Location"].startswith("/desk/tai-khoan/dang-nhap/")


@pytest.mark.parametrize("who", INSIDE)
def test_an_editor_gets_in_and_the_closed_rooms_stay_closed(who):
    desk = signed_in(officer(who))
    for at in ("", "pages/", "images/", "documents/", "reports/site-history/", "xem-lai/"):
        assert desk.get(f"/{HOUSE}{at}").status_code == 200, at
    closed = [at for at, _ in plain() if at[len(HOUSE) :].startswith(CLOSED)]
    assert len(closed) > 10
    assert {desk.get(f"/{at}").status_code for at in closed} == {404}
