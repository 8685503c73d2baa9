"""One small stage: two communes, children whose figures were counted by hand."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from mangnon import clock
from mangnon.indicators.models import Indicator
from mangnon.places import generation
from mangnon.places.models import Belonging, Kind, Place
from mangnon.register.models import Child, Circumstance, CircumstanceGroup, Residence

PACK = Path(__file__).parents[4] / "packs" / "hai-duong" / "indicators"
BEGIN = date(2012, 1, 1)


def declared(code: str) -> dict[str, object]:
    """Return an indicator's table as the pack declares it."""
    return tomllib.loads((PACK / f"{code}.toml").read_text(encoding="utf-8"))


def as_json(raw: object) -> object:
    """Give dates the form they have in the database."""
    if isinstance(raw, dict):
        return {key: as_json(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [as_json(value) for value in raw]
    return raw.isoformat() if isinstance(raw, date) else raw


def make_indicator(code: str, position: int = 1) -> Indicator:
    raw = declared(code)
    return Indicator.objects.create(
        code=code,
        name_vi=raw["name_vi"],
        name_en=raw["name_en"],
        position=position,
        declaration=as_json(raw),
    )


def make_place(code: str, kind: str, style: str, parent: Place | None = None) -> Place:
    place = Place.objects.create(
        code=code, valid_from=BEGIN, kind=kind, style=style, name_vi=code, name_en=code,
        sort_key=code,
    )  # fmt: skip
    if parent is not None:
        Belonging.objects.create(child=place, parent=parent, valid_from=BEGIN)
    generation.bump()
    return place


@pytest.fixture
def province(db):
    """An area with one district of two communes."""
    area = make_place("A", Kind.PROGRAMME_AREA, "dia_ban")
    district = make_place("D", Kind.DISTRICT, "huyen", area)
    return {
        "area": area,
        "district": district,
        "near": make_place("N", Kind.COMMUNE, "xa", district),
        "far": make_place("F", Kind.COMMUNE, "phuong", district),
    }


@pytest.fixture
def groups(db):
    """A group of the old law and one of the new."""
    old = CircumstanceGroup.objects.create(
        code="old", law="2004", name_vi="cũ", name_en="old", valid_from=BEGIN,
        valid_to=date(2017, 6, 1), lasting=True,
    )  # fmt: skip
    new = CircumstanceGroup.objects.create(
        code="new", law="2016", name_vi="mới", name_en="new", valid_from=date(2017, 6, 1),
        lasting=True,
    )  # fmt: skip
    return {"old": old, "new": new}


def make_child(place: Place, born: date, sex: str = "m", **residence: object) -> Child:
    child = Child.objects.create(sex=sex, birth_date=born)
    Residence.objects.create(
        child=child,
        place=place,
        **{"kind": "permanent", "valid_from": max(born, BEGIN), **residence},
    )
    return child


def make_spell(child: Child, group: CircumstanceGroup, start: date, end: date | None = None):
    return Circumstance.objects.create(
        child=child, group=group, valid_from=start, valid_to=end, identified_on=start
    )


@pytest.fixture
def in_2020():
    """The clock stands on 15 January 2021."""
    with clock.pinned(date(2021, 1, 15)):
        yield
