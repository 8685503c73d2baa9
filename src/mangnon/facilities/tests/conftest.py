"""The cast: An Sơn with its station and its primary school, and Bình Minh beside it."""

from collections.abc import Iterator
from datetime import date

import pytest

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import open_facility
from mangnon.facilities.models import Facility, StaffTitle, Standard
from mangnon.indicators.models import DirtyMark
from mangnon.places import generation
from mangnon.places.models import Kind, Place

TODAY = date(2024, 6, 15)
OPENED = date(2012, 1, 1)
MERGER = date(2023, 1, 1)


@pytest.fixture(autouse=True)
def today() -> Iterator[date]:
    with clock.pinned(TODAY):
        yield TODAY


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Every test of facilities meets the database."""


@pytest.fixture
def warrant() -> Warrant:
    return demonstration_warrant()


def place(code: str, name: str, **other: object) -> Place:
    given = {"kind": Kind.COMMUNE, "valid_from": OPENED} | other
    made = Place.objects.create(
        code=code, style="xa", name_vi=f"Xã {name}", name_en=f"{name} Commune",
        sort_key=name, **given,
    )  # fmt: skip
    generation.bump()
    return made


def station_at(where: Place, warrant: Warrant, code: str = "") -> Facility:
    return open_facility(
        code=code or f"tyt-{where.code}", kind="station", name=f"Trạm y tế {where.name_vi}",
        place=where, opened_on=OPENED, warrant=warrant,
    )  # fmt: skip


def school_at(where: Place, warrant: Warrant, code: str = "th-1") -> Facility:
    return open_facility(
        code=code, kind="school", level="tieu_hoc", name="Trường Tiểu học", place=where,
        opened_on=OPENED, warrant=warrant,
    )  # fmt: skip


@pytest.fixture
def an_son() -> Place:
    return place("101", "An Sơn")


@pytest.fixture
def binh_minh() -> Place:
    return place("102", "Bình Minh")


@pytest.fixture
def station(an_son: Place, warrant: Warrant) -> Facility:
    return station_at(an_son, warrant)


@pytest.fixture
def other_station(binh_minh: Place, warrant: Warrant) -> Facility:
    return station_at(binh_minh, warrant)


@pytest.fixture
def school(an_son: Place, warrant: Warrant) -> Facility:
    return school_at(an_son, warrant)


@pytest.fixture
def midwife() -> StaffTitle:
    return StaffTitle.objects.create(
        code="midwife", name_vi="Hộ sinh", name_en="Midwife", role="midwife",
        counts_for_t3=True, valid_from=date(2015, 11, 20),
    )  # fmt: skip


@pytest.fixture
def school_standard() -> Standard:
    return Standard.objects.create(
        code="primary", subject="school", levels=["tieu_hoc"], name_vi="Chuẩn tiểu học",
        name_en="Primary standard", valid_from=date(2013, 2, 18), valid_to=date(2018, 10, 10),
        validity_years=5,
    )  # fmt: skip


@pytest.fixture
def commune_standard() -> Standard:
    return Standard.objects.create(
        code="commune", subject="commune", name_vi="Xã phù hợp với trẻ em",
        name_en="Child-friendly commune", valid_from=date(2019, 1, 3),
    )  # fmt: skip


def marked(dataset: str) -> dict[str, date]:
    """Return the place codes marked for a dataset, each with the day since when."""
    marks = DirtyMark.objects.filter(dataset=dataset)
    return dict(marks.values_list("place__code", "since"))


def forget() -> None:
    """Clear all marks, so that the next act's can be seen alone."""
    DirtyMark.objects.all().delete()
