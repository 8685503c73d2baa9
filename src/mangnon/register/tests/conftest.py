"""The cast: two communes that live, one that was merged away, and Mận, who lives in An Sơn."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.audit.warrants import Warrant
from mangnon.places import generation
from mangnon.places.models import Kind, Place
from mangnon.register.actions import register_child
from mangnon.register.models import AssistanceKind, Child, CircumstanceGroup
from mangnon.register.particulars import Particulars
from mangnon.register.queries import astray
from mangnon.register.roster import Roster
from tests.support.rosters import own_roster

TODAY = date(2024, 6, 15)
MERGER = date(2023, 1, 1)


@pytest.fixture(autouse=True)
def today() -> Iterator[date]:
    with clock.pinned(TODAY):
        yield TODAY


@pytest.fixture(autouse=True)
def _database(db: None) -> Iterator[None]:
    """Every test of the register meets the database, and leaves each child at its home."""
    yield
    assert list(astray()) == []


@pytest.fixture
def warrant() -> Warrant:
    return demonstration_warrant()


def place(code: str, name: str, kind: str = Kind.COMMUNE, **life: date) -> Place:
    life.setdefault("valid_from", date(2012, 1, 1))
    made = Place.objects.create(
        code=code, kind=kind, style="xa", name_vi=f"Xã {name}", name_en=f"{name} Commune",
        sort_key=name, **life,
    )  # fmt: skip
    generation.bump()
    return made


@pytest.fixture
def an_son() -> Place:
    return place("101", "An Sơn")


@pytest.fixture
def binh_minh() -> Place:
    return place("102", "Bình Minh")


@pytest.fixture
def merged() -> Place:
    return place("103", "Cẩm Cũ", valid_to=MERGER)


@pytest.fixture
def disability() -> CircumstanceGroup:
    return CircumstanceGroup.objects.create(
        code="disability", law="new", name_vi="Trẻ em khuyết tật", name_en="Disability",
        valid_from=date(2017, 6, 1), lasting=True,
    )  # fmt: skip


@pytest.fixture
def old_group() -> CircumstanceGroup:
    return CircumstanceGroup.objects.create(
        code="street", law="old", name_vi="Trẻ em lang thang", name_en="Street children",
        valid_from=date(2005, 1, 1), valid_to=date(2017, 6, 1), lasting=False,
    )  # fmt: skip


@pytest.fixture
def allowance() -> AssistanceKind:
    return AssistanceKind.objects.create(
        code="allowance", name_vi="Trợ cấp hằng tháng", name_en="Monthly allowance",
        qualifies=True, monthly_allowance=True, valid_from=date(2012, 1, 1),
    )  # fmt: skip


@pytest.fixture
def gift() -> AssistanceKind:
    return AssistanceKind.objects.create(
        code="gift", name_vi="Quà Tết", name_en="Tết gift", qualifies=False,
        valid_to=date(2022, 1, 1),
    )  # fmt: skip


Enter = Callable[..., Child]


@pytest.fixture
def enter(warrant: Warrant) -> Enter:
    """Register somebody in one line: enter(place, born, sex="m")."""

    def one(where: Place, born: date, *, since: date | None = None, **who: object) -> Child:
        who = {"name": "Nguyễn Thị Mận", "sex": "f"} | who
        return register_child(
            Particulars(birth_date=born, **who), place=where, lived_from=since, warrant=warrant
        )

    return one


@pytest.fixture
def man(enter: Enter, an_son: Place) -> Child:
    return enter(an_son, date(2015, 3, 10), document="030215000123")


@pytest.fixture
def roster(db: None) -> Iterator[Roster]:
    """A roster that sees what the test's transaction holds."""
    with own_roster() as own:
        yield own
