"""Every private route × every role × every place: who gets in, what she sees, what is recorded.

The table, ``tests/support/private_rows.py``, is written by hand. A route without a row fails, and
so does a row without anybody who gets in.
"""

import re
from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from mangnon import clock
from mangnon.access import factors
from mangnon.access.actions import end_role, give_role
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.places.actions import succeed
from mangnon.places.tests.cast import AFTER, BEFORE, MERGER, put, small_area
from mangnon.register import actions
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from tests.support.desk import signed_in
from tests.support.officers import SECRET, living, officer
from tests.support.private_rows import ACCOUNT, CHILDREN, PEOPLE, ROUTES, Row
from tests.support.private_world import World, made, rolled_back
from tests.support.rosters import own_roster

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[World]:
    """Made once: every test that asks for it leaves it as it was."""
    kept = override_settings(ATTACHMENTS_ROOT=tmp_path_factory.mktemp("attachments"))
    with kept, own_roster(), django_db_blocker.unblock(), clock.pinned(BEFORE), rolled_back():
        put(small_area(), system_warrant("test"))
        yield made()


def private_routes() -> dict[str, str]:
    """Return every route of the private house: its name and its address.

    The editors' house has a proof of its own, ``test_editors_house``.
    """

    def walk(patterns, prefix="", space=""):
        for pattern in patterns:
            where = prefix + str(pattern.pattern)
            if where == "desk/cms/":
                continue
            if isinstance(pattern, URLResolver):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern.url_patterns, where, inner)
            elif isinstance(pattern, URLPattern) and where.startswith("desk/"):
                yield f"{space}{pattern.name}", where

    return dict(walk(get_resolver().url_patterns))


def plain(answer) -> str:
    """The page without its forms' tokens, which are new each time."""
    text = re.sub(r'(name="sending" value=|X-CSRFToken": )"[^"]*"', "…", answer.content.decode())
    return re.sub(r"[A-Za-z0-9]{64}", "…", text)


def test_every_route_has_its_row_and_every_row_its_route():
    assert sorted(private_routes()) == sorted([*ROUTES, *ACCOUNT, "register:assign"])


def test_every_row_lets_somebody_in_where_she_reaches():
    for name, row in ROUTES.items():
        within = [who for who, (role, reached) in PEOPLE.items() if role in row.roles]
        assert within, name
        assert not row.of or any(PEOPLE[who][1] for who in within), name


def test_children_of_a_split_commune_are_assigned_by_its_heirs_and_nobody_else():
    """The one route that leads nowhere before the merger."""
    warrant = system_warrant("test")
    with clock.pinned(BEFORE):
        put(small_area(), warrant)
        who = Particulars(name=CHILDREN["n1"], sex="f", birth_date=date(2013, 3, 10))
        actions.register_child(who, place=living("n3"), warrant=warrant)
        split = living("n3")
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=warrant)
        address = reverse("register:assign", args=[split.code, split.valid_from.isoformat()])
        heir, other = officer("khach"), officer("en", on=MERGER)
        give_role(heir, "child_officer", living("mid", MERGER), warrant=warrant)
        end_role(other.holdings.get(), warrant=warrant)
        give_role(other, "child_officer", living("t", MERGER), warrant=warrant)
        for user in (heir, other):
            if not factors.has_one(user):
                TOTP.activate(user, SECRET)
        page = signed_in(heir).get(address)
        assert page.status_code == 200
        assert CHILDREN["n1"] in page.content.decode()
        assert signed_in(other).get(address).status_code == 404
        assert Client().get(address).status_code == 302


@pytest.mark.parametrize("route", ACCOUNT)
def test_an_account_is_its_owners_and_shows_no_child(world, route):
    row = ACCOUNT[route]
    address = reverse(route, args=row.args)
    for who, desk in world.desks.items():
        with rolled_back():
            answer = desk.get(address)
        expected = (row.strange,) if who == "stranger" else row.mine
        assert answer.status_code in expected, who
        text = answer.content.decode()
        assert not any(name in text for name in CHILDREN.values())
        if who == "stranger" and row.strange == 302:
            assert answer["Location"].startswith("/desk/tai-khoan/dang-nhap/")


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("route", ROUTES)
def test_who_gets_in_what_she_sees_and_what_is_recorded(world, route, who):
    row = ROUTES[route]
    for code in CHILDREN if row.of else ["n1"]:
        if row.args(world, code) is None:  # nothing of this kind belongs there
            continue
        with rolled_back():
            _tried(world, route, row, who, code)


def _tried(world: World, route: str, row: Row, who: str, code: str) -> None:
    role, reached = PEOPLE[who]
    whose = world.children[code]
    address = reverse(route, args=_named(world, row, code))
    allowed = role in row.roles and (not row.of or code in reached)
    if row.opened and allowed:
        file = reverse("register:file", args=[whose.uuid])
        world.desks[who].post(file, {"purpose": "care", "words": ""})
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    desk = world.desks[who]
    answer = desk.post(address, row.post) if row.post else desk.get(address)
    entries = list(Entry.objects.filter(pk__gt=last))
    if allowed:
        _let_in(row, answer, entries, whose, code)
    elif who == "stranger":
        assert answer.status_code == 302
        assert answer["Location"].startswith("/desk/tai-khoan/dang-nhap/")
        assert entries == []
    else:
        assert answer.status_code == 404
        assert CHILDREN[code] not in answer.content.decode()
        assert entries == []
        _same_as_nothing(world, route, row, who, answer, code)


def _let_in(row: Row, answer, entries: list[Entry], whose: Child, code: str) -> None:
    assert answer.status_code == row.status
    if row.shows:
        assert row.shows.format(name=CHILDREN[code]) in answer.content.decode()
    if row.leaves:
        subject = f"register.child:{whose.uuid}"
        left = [one for one in entries if one.act == row.leaves]
        assert [one.subject for one in left] == [subject]
        assert left[0].right.split("/")[0].startswith("register.")


def _named(world: World, row: Row, code: str) -> list[object]:
    named = list(row.args(world, code) or [])
    return [world.children[code].uuid, *named] if row.of == "child" else named


def _same_as_nothing(world: World, route: str, row: Row, who: str, answer, code: str) -> None:
    """What is not hers answers like what does not exist."""
    if row.of:
        nobody = reverse(route, args=[uuid4(), *_named(world, row, code)[1:]])
        desk = world.desks[who]
        other = desk.post(nobody, row.post) if row.post else desk.get(nobody)
        assert (other.status_code, plain(other)) == (answer.status_code, plain(answer))
