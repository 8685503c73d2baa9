"""The small area before its merger, and the cast of officers."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.access.models import User
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.places.tests.cast import BEFORE, put, small_area
from tests.support.officers import living, officer


@pytest.fixture(autouse=True)
def today(db: None) -> Iterator[date]:
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield BEFORE


@pytest.fixture
def warrant() -> Warrant:
    return system_warrant("test")


@pytest.fixture
def cast() -> Callable[[str], User]:
    return officer


@pytest.fixture
def place() -> Callable[[str], Place]:
    return living
