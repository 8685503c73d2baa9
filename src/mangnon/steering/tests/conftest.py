"""The cast: a province with an office of each line, a district and a commune with an office."""

from collections.abc import Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.warrants import Warrant
from mangnon.duties.tests.conftest import BEGIN, place
from mangnon.legislation.models import Document
from mangnon.places.models import Kind, Office, Place
from mangnon.steering import actions
from mangnon.steering.models import Inspection

TODAY = date(2013, 12, 3)


@pytest.fixture(autouse=True)
def today(db: None) -> Iterator[date]:
    with clock.pinned(TODAY):
        yield TODAY


@pytest.fixture
def warrant() -> Warrant:
    return system_warrant("test")


@pytest.fixture
def province() -> Place:
    return place("HD", Kind.PROGRAMME_AREA)


@pytest.fixture
def district(province: Place) -> Place:
    return place("10", Kind.DISTRICT, province)


@pytest.fixture
def commune(district: Place) -> Place:
    return place("20", Kind.COMMUNE, district)


def office(code: str, where: Place, line: str = Office.Line.STATE, **other: object) -> Office:
    return Office.objects.create(
        code=code, line=line, name_vi=f"Cơ quan {code}", name_en=f"Office {code}", place=where,
        **({"valid_from": BEGIN} | other),
    )  # fmt: skip


@pytest.fixture
def board(province: Place) -> Office:
    return office("btg", province, Office.Line.PARTY)


@pytest.fixture
def department(province: Place) -> Office:
    return office("so", province)


@pytest.fixture
def commune_office(commune: Place) -> Office:
    return office("ubnd-xa", commune)


@pytest.fixture
def plan() -> Document:
    return Document.objects.create(
        code="kh-86", number="86-KH/TU", kind="Kế hoạch", title_vi="Kế hoạch", title_en="Plan"
    )


@pytest.fixture
def inspection(
    department: Office, commune: Place, commune_office: Office, warrant: Warrant
) -> Inspection:
    return actions.inspect(
        department, commune, office=commune_office, subject="Kiểm tra việc thực hiện chỉ thị",
        decision="12/QĐ-SLĐTBXH", decided_on=date(2013, 11, 1), begun_on=date(2013, 11, 12),
        warrant=warrant,
    )  # fmt: skip
