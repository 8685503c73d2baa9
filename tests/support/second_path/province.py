"""A small province: five communes in two districts, a merger and a split in 2018, more in 2025.

C1 and C2 pass whole to M and C4 is split between S1 (3/4) and S2 (1/4) on 1 July 2018. The
districts end on 1 July 2025, when M and C3 become W, which takes C3's code again, and S1 and
C5 become Z; S2 lives on. Shares are quarters, so that sums of them are exact.
"""

import csv
import tomllib
from datetime import date
from pathlib import Path

from mangnon.access.doors import system_warrant
from mangnon.facilities.models import Site, StaffTitle
from mangnon.indicators.models import Indicator
from mangnon.places import generation
from mangnon.places.actions import succeed
from mangnon.places.models import Belonging, Kind, Place, Succession
from mangnon.register.models import AssistanceKind, CircumstanceGroup

PACK = Path(__file__).parents[3] / "packs" / "hai-duong"
BEGIN, FIRST, SECOND = date(2012, 1, 1), date(2018, 7, 1), date(2025, 7, 1)
TODAY = date(2026, 1, 15)

_LIVES = {
    "C1": ("D1", "c1", BEGIN, FIRST), "C2": ("D1", "c2", BEGIN, FIRST),
    "C3": ("D1", "c3", BEGIN, SECOND), "C4": ("D2", "c4", BEGIN, FIRST),
    "C5": ("D2", "c5", BEGIN, SECOND), "M": ("D1", "m", FIRST, SECOND),
    "S1": ("D2", "s1", FIRST, SECOND), "S2": ("D2", "s2", FIRST, None),
    "W": (None, "c3", SECOND, None), "Z": (None, "z", SECOND, None),
}  # fmt: skip
_HEIRS = {
    "C1": {"M": 1.0}, "C2": {"M": 1.0}, "C4": {"S1": 0.75, "S2": 0.25},
    "M": {"W": 1.0}, "C3": {"W": 1.0}, "S1": {"Z": 1.0}, "C5": {"Z": 1.0},
}  # fmt: skip
_CHOSEN = {"C4": "S1"}  # where the houses of the split commune stand since

Places = dict[str, Place]


def make_place(code: str, kind: str, start: date = BEGIN, end: date | None = None) -> Place:
    """Write a place with hardly any words."""
    return Place.objects.create(
        code=code, kind=kind, style="xa", valid_from=start, valid_to=end,
        name_vi=code, name_en=code, sort_key=code,
    )  # fmt: skip


def make_province() -> Places:
    """Write the places, their belongings and the successions not yet carried out."""
    area = make_place("area", Kind.PROGRAMME_AREA)
    districts = {code: make_place(code, Kind.DISTRICT, end=SECOND) for code in ("D1", "D2")}
    places = {}
    for district in districts.values():
        _belong(district, area, BEGIN, SECOND)
    for name, (above, code, start, end) in _LIVES.items():
        places[name] = make_place(code, Kind.COMMUNE, start, end)
        if above:
            _belong(places[name], districts[above], start, SECOND if start < SECOND else None)
        if end is None:
            _belong(places[name], area, max(start, SECOND), None)
    for source, heirs in _HEIRS.items():
        for target, share in heirs.items():
            Succession.objects.create(
                source=places[source], target=places[target], date=places[target].valid_from,
                share=share, basis_vi="-", basis_en="-", estimated=share < 1,
            )  # fmt: skip
    generation.bump()
    return places


def _belong(child: Place, parent: Place, start: date, end: date | None) -> None:
    Belonging.objects.create(child=child, parent=parent, valid_from=start, valid_to=end)


def pass_on(places: Places, day: date) -> None:
    """Carry out the successions of a day by the real act; then see to houses left behind."""
    succeed(day, warrant=system_warrant("proof"))
    for source, heirs in _HEIRS.items():
        if places[source].valid_to != day:
            continue
        heir = places[_CHOSEN.get(source) or next(iter(heirs))]
        for site in Site.objects.filter(place=places[source], valid_to=None):
            site.valid_to = day
            site.save()
            Site.objects.create(facility=site.facility, place=heir, valid_from=day)


def make_indicators() -> None:
    """Declare the pack's indicators as they stand in its files."""
    for position, path in enumerate(sorted((PACK / "indicators").glob("*.toml"))):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        Indicator.objects.create(
            code=raw["code"], name_vi=raw["name_vi"], name_en=raw["name_en"],
            position=position, declaration=_as_json(raw),
        )  # fmt: skip


def _as_json(raw: object) -> object:
    if isinstance(raw, dict):
        return {key: _as_json(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_as_json(value) for value in raw]
    return raw.isoformat() if isinstance(raw, date) else raw


def make_catalogues() -> None:
    """Write the pack's groups, kinds of assistance and titles; two kinds have short lives."""
    for row in _rows("circumstance_groups"):
        CircumstanceGroup.objects.create(**_dated(row, "code", "law", lasting=row["lasting"]))
    for row in _rows("assistance"):
        AssistanceKind.objects.create(
            **_dated(row, "code", qualifies=row["qualifies"], monthly_allowance=row["monthly"])
        )
    for code, start, end in (("once", None, date(2019, 6, 1)), ("later", date(2019, 6, 1), None)):
        AssistanceKind.objects.create(
            code=code, name_vi=code, name_en=code, qualifies=True, valid_from=start, valid_to=end
        )
    for row in _rows("staff_titles"):
        StaffTitle.objects.create(
            role="other", **_dated(row, "code", counts_for_t3=row["counts_for_t3"])
        )


def _rows(table: str) -> list[dict[str, str]]:
    with (PACK / f"{table}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _dated(row: dict[str, str], *columns: str, **flags: str) -> dict[str, object]:
    kept: dict[str, object] = {name: row[name] for name in (*columns, "name_vi", "name_en")}
    kept |= {
        name: date.fromisoformat(row[name]) for name in ("valid_from", "valid_to") if row[name]
    }
    return kept | {name: value == "true" for name, value in flags.items()}
