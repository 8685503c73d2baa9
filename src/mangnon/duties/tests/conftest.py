"""The cast: a province with two districts of two communes each, and the offices that lead."""

from collections.abc import Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions import hand_down, put_duty
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.models import Duty, Handing
from mangnon.legislation.models import Document
from mangnon.places import generation
from mangnon.places.models import Belonging, Office, Place
from mangnon.places.models import Kind as PlaceKind

HANDED = date(2013, 12, 3)
BEGIN = date(2012, 1, 1)
LEAVE_ANNOUNCED = date(2013, 12, 16)
BEFORE_TET = Deadline(Kind.BEFORE, date(2014, 1, 30))


@pytest.fixture(autouse=True)
def today() -> Iterator[date]:
    with clock.pinned(HANDED):
        yield HANDED


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Every test of duties meets the database."""


@pytest.fixture
def warrant() -> Warrant:
    return demonstration_warrant()


def place(code: str, kind: str, under: Place | None = None, **other: object) -> Place:
    given = {"valid_from": BEGIN, "name_vi": f"Nơi {code}", "name_en": f"Place {code}"} | other
    made = Place.objects.create(code=code, kind=kind, style="xa", sort_key=code, **given)
    if under is not None:
        Belonging.objects.create(child=made, parent=under, valid_from=given["valid_from"])
    generation.bump()
    return made


@pytest.fixture
def province() -> Place:
    return place("HD", PlaceKind.PROGRAMME_AREA)


@pytest.fixture
def districts(province: Place) -> list[Place]:
    return [place(f"1{n}", PlaceKind.DISTRICT, province) for n in range(2)]


@pytest.fixture
def communes(districts: list[Place]) -> list[Place]:
    return [
        place(f"2{n}", PlaceKind.COMMUNE, districts[n // 2]) for n in range(4)
    ]  # the first two below the first district


@pytest.fixture
def board(province: Place) -> Office:
    return Office.objects.create(
        code="btg", line=Office.Line.PARTY, name_vi="Ban Tuyên giáo", name_en="Board",
        place=province, valid_from=BEGIN,
    )  # fmt: skip


@pytest.fixture
def duty(board: Office, warrant: Warrant) -> Duty:
    directive = Document.objects.create(
        code="ct-20", number="20-CT/TW", kind="Chỉ thị", title_vi="Chỉ thị", title_en="Directive"
    )
    return put_duty(
        "quan-triet", document=directive, lead=board, title_vi="Quán triệt chỉ thị đến cơ sở",
        title_en="Bring the directive to the base", original_not_held=True, warrant=warrant,
    )  # fmt: skip


@pytest.fixture
def to_communes(duty: Duty, province: Place, communes: list[Place], warrant: Warrant) -> Handing:
    return hand_down(
        duty, within=province, rule=Handing.Rule.COMMUNES, deadline=BEFORE_TET, warrant=warrant
    )
