"""The small area, its officers, a roster of the test's own, and Mận, who lives in n1."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.places.models import Place
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import register_child
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from tests.support.desk import signed_in
from tests.support.officers import living, officer
from tests.support.rosters import own_roster


@pytest.fixture(autouse=True)
def today(db: None) -> Iterator[date]:
    with own_roster(), clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield BEFORE


@pytest.fixture
def enter() -> Callable[..., Child]:
    def one(name: str, code: str = "n1", born: date = date(2013, 3, 10), sex: str = "f") -> Child:
        particulars = Particulars(name=name, sex=sex, birth_date=born, document="030213000123")
        place: Place = living(code)
        return register_child(particulars, place=place, warrant=system_warrant("test"))

    return one


@pytest.fixture
def man(enter: Callable[..., Child]) -> Child:
    return enter("Nguyễn Thị Mận Mẫu")


@pytest.fixture
def an() -> Client:
    """The child officer of n1, where Mận lives."""
    return signed_in(officer("an"))


@pytest.fixture
def binh() -> Client:
    """The child officer of n2."""
    return signed_in(officer("binh"))
