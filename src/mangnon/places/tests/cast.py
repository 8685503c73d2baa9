"""A small area for tests: two districts, seven communes until 2020, four since.

North: n1 and n2 pass whole to N, n3 is split between N and the middle. South: s1 is split
between the middle and S, s2 passes whole to S, s3 to T, s4 lives on as itself.
"""

from datetime import date

import pytest

from mangnon.access.doors import system_warrant
from mangnon.audit.warrants import Warrant
from mangnon.places import actions
from mangnon.places.gazetteer import BelongingRow, Gazetteer, PlaceRow, SuccessionRow
from mangnon.places.models import Place

OPENING = date(2010, 1, 1)
MERGER = date(2020, 7, 1)
BEFORE = date(2015, 6, 1)
AFTER = date(2021, 6, 1)

_OLD = {"n1": "north", "n2": "north", "n3": "north", "s1": "south", "s2": "south", "s3": "south"}
_NEW = ("n1", "mid", "s2", "t")
_HEIRS = (
    *(("n1", "n1", 1.0), ("n2", "n1", 1.0), ("n3", "n1", 0.5), ("n3", "mid", 0.5)),
    *(("s1", "mid", 2 / 3), ("s1", "s2", 1 / 3), ("s2", "s2", 1.0), ("s3", "t", 1.0)),
)


def _place(code: str, kind: str, start: date, end: date | None) -> PlaceRow:
    return PlaceRow(code, start, end, kind, "xa", f"Xã {code}", f"{code} Commune")


def small_area() -> Gazetteer:
    """Return the rows of the area."""
    places = [_place("area", "programme_area", OPENING, None)]
    places += [_place(code, "district", OPENING, MERGER) for code in ("north", "south")]
    places += [_place(code, "commune", OPENING, MERGER) for code in _OLD]
    places += [_place("s4", "commune", OPENING, None)]
    places += [_place(code, "commune", MERGER, None) for code in _NEW]
    return Gazetteer(places, (), _belongings(), _successions())


def _belongings() -> list[BelongingRow]:
    area = f"area@{OPENING}"
    above = [(f"{code}@{OPENING}", area, OPENING, MERGER) for code in ("north", "south")]
    above += [(f"{c}@{OPENING}", f"{d}@{OPENING}", OPENING, MERGER) for c, d in _OLD.items()]
    above += [(f"s4@{OPENING}", f"south@{OPENING}", OPENING, MERGER)]
    above += [(f"s4@{OPENING}", area, MERGER, None)]
    above += [(f"{code}@{MERGER}", area, MERGER, None) for code in _NEW]
    return [BelongingRow(*one) for one in above]


def _successions() -> list[SuccessionRow]:
    return [
        SuccessionRow(f"{a}@{OPENING}", f"{b}@{MERGER}", MERGER, share, "b", "b", share < 1)
        for a, b, share in _HEIRS
    ]


def put(rows: Gazetteer, warrant: Warrant) -> None:
    """Write the rows as a pack would."""
    actions.add_places(rows.places, warrant=warrant)
    actions.name_places(rows.namings, warrant=warrant)
    actions.belong(rows.belongings, warrant=warrant)
    actions.add_successions(rows.successions, warrant=warrant)
    actions.open_offices(rows.offices, warrant=warrant)


@pytest.fixture
def warrant(db: None) -> Warrant:
    """Leave for everything."""
    return system_warrant("test")


@pytest.fixture
def area(warrant: Warrant) -> dict[str, int]:
    """The small area in the database: {key: id}."""
    put(small_area(), warrant)
    return {place.key: place.pk for place in Place.objects.all()}


def old(code: str) -> str:
    """Return the key of a place of the first generation."""
    return f"{code}@{OPENING}"


def new(code: str) -> str:
    """Return the key of a place of the second generation."""
    return f"{code}@{MERGER}"
