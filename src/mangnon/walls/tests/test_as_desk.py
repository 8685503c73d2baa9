"""Where a database has roles, every page of every test is answered as the desk's."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection, transaction

from mangnon.access.doors import system_warrant
from mangnon.places.tests.cast import put, small_area
from mangnon.register.actions import register_child
from mangnon.register.models import Child, Residence
from mangnon.register.particulars import Particulars
from mangnon.walls import within
from tests.support.as_desk import desk, names
from tests.support.officers import living

pytestmark = pytest.mark.django_db
WALLED = connection.vendor == "postgresql"
DESK = names()["desk"] if WALLED else ""
SIGN_IN = "/desk/tai-khoan/dang-nhap/"


def me() -> str:
    """Name the role that speaks; a database without roles has none."""
    if not WALLED:
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]


@contextmanager
def listening() -> Iterator[set[str]]:
    """Yield the roles that spoke, as they come."""
    heard = set()

    def note(execute, statement, values, many, context):
        answer = execute(statement, values, many, context)
        raw = context["connection"].connection
        if WALLED and raw.info.transaction_status.name != "INERROR":
            heard.add(raw.execute("SELECT current_user").fetchone()[0])
        elif not WALLED:
            heard.add("")
        return answer

    with connection.execute_wrapper(note):
        yield heard


def test_a_page_is_answered_as_the_desk_and_a_test_looks_as_the_owner(client):
    before = me()
    with listening() as heard:
        assert client.get(SIGN_IN).status_code == 200
        client.post(SIGN_IN, {"login": "nobody", "password": "nothing"})
    assert heard == {DESK}
    assert me() == before
    assert not WALLED or before != DESK


def test_who_became_the_desk_stays_so_when_a_part_is_undone():
    with desk():
        with transaction.atomic():
            assert me() == DESK
            transaction.set_rollback(True)
        assert me() == DESK


def test_within_one_place_only_its_children_are_there():
    warrant = system_warrant("test")
    put(small_area(), warrant)
    for code in ("n1", "n2"):
        who = Particulars(name="Nguyễn Thị Mận", sex="f", birth_date=date(2020, 1, 1))
        register_child(who, place=living(code), lived_from=date(2020, 1, 1), warrant=warrant)
    here, there = living("n1").pk, living("n2").pk
    reached = {here} if WALLED else {here, there}
    with desk(), within([here]):
        assert set(Child.objects.values_list("home_id", flat=True)) == reached
        assert set(Residence.objects.values_list("place_id", flat=True)) == reached
