"""A roster of the test's own, and children entered in one line."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.places.models import Kind, Place
from mangnon.register.actions import register_child
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.register.roster import Roster, replace
from tests.support.rosters import own_roster

TODAY = date(2024, 6, 15)
Enter = Callable[..., Child]


@pytest.fixture(autouse=True)
def today() -> Iterator[date]:
    with clock.pinned(TODAY):
        yield TODAY


@pytest.fixture
def roster(db: None) -> Iterator[Roster]:
    """A roster that sees what the test's transaction holds."""
    with own_roster() as own:
        yield own


@pytest.fixture
def committed(transactional_db: None) -> Iterator[Roster]:
    """A roster as a process has it: it sees what was committed, from a thread of its own."""
    own = Roster()
    before = replace(own)
    yield own
    replace(before)
    own.close()


def commune(code: str) -> Place:
    return Place.objects.create(
        code=code, kind=Kind.COMMUNE, style="xa", name_vi=f"Xã {code}", name_en=code,
        sort_key=code, valid_from=date(2012, 1, 1),
    )  # fmt: skip


def enter(name: str, place: Place, *, born: date = date(2015, 3, 10), sex: str = "f") -> Child:
    who = Particulars(name, sex, born)
    return register_child(who, place=place, warrant=demonstration_warrant())


def found(roster: Roster, text: str, scope: set[int] | None = None) -> list[int]:
    return [hit.id for hit in roster.search(text, scope=scope).hits]
