"""The cast: a province with a commune, an office at each, and a task of the plan."""

from collections.abc import Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.warrants import Warrant
from mangnon.duties.tests.conftest import BEGIN, place
from mangnon.efforts import actions
from mangnon.efforts.models import Measure, Partner
from mangnon.legislation.models import Document
from mangnon.places.models import Kind, Office, Place
from mangnon.programme.models import Plan, Task

TODAY = date(2014, 3, 3)


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
def commune(province: Place) -> Place:
    return place("20", Kind.COMMUNE, province)


@pytest.fixture
def department(province: Place) -> Office:
    return Office.objects.create(
        code="so", line=Office.Line.STATE, name_vi="Sở", name_en="Department", place=province,
        valid_from=BEGIN,
    )  # fmt: skip


@pytest.fixture
def task() -> Task:
    document = Document.objects.create(code="kh", kind="Kế hoạch", title_vi="k", title_en="p")
    plan = Plan.objects.create(code="p", document=document, title_vi="Kế hoạch", title_en="Plan")
    return Task.objects.create(
        plan=plan, code="models", position=4, title_vi="Nhân rộng mô hình", title_en="Models"
    )


@pytest.fixture
def measure(task: Task, province: Place, department: Office, warrant: Warrant) -> Measure:
    return actions.add_measure(
        task, province, office=department, title="Tập huấn cộng tác viên", from_year=2012,
        to_year=2015, warrant=warrant,
    )  # fmt: skip


@pytest.fixture
def partner(province: Place, warrant: Warrant) -> Partner:
    return actions.add_partner(
        "business", province, name="Công ty Mẫu", shown_as="Công ty Mẫu", warrant=warrant
    )
