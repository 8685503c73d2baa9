"""A small province with a release, for the tests of the pages: real pack, invented figures."""

import csv
import shutil
from datetime import date
from pathlib import Path

from PIL import Image

from mangnon import clock
from mangnon.access.doors import demonstration_warrant
from mangnon.audit.actions import known_actor
from mangnon.audit.models import Actor
from mangnon.figures.candidates import Candidates, candidates
from mangnon.figures.models import Figure, Release, Verdict
from mangnon.indicators.models import Cell, Indicator
from mangnon.indicators.rollup import RollKey
from mangnon.packs.actions import apply_pack
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree
from mangnon.programme.scorecard import judge
from mangnon.programme.status import as_json

PACK = Path(__file__).resolve().parents[4] / "packs" / "hai-duong"
TODAY = date(2026, 1, 15)
FIRST, LAST = 2012, 2025
# The yearly paths of an invented province, 2012 to 2025, in the indicator's unit.
PATHS: dict[str, tuple[float, ...]] = {
    "T1": (2.95, 2.85, 2.68, 2.46, 2.30, 1.62, 1.50, 1.35, 1.22, 1.12, 1.02, 0.93, 0.86, 0.82),
    "T1-exits": (18, 18, 17, 17, 17, 40, 16, 16, 16, 15, 15, 15, 15, 15),
    "T2": (71, 74, 78, 81.5, 84, 86, 89, 92, 95.6, 96, 97, 97.6, 98.2, 98.4),
    "T2b": (31, 34, 36, 40, 43, 45, 48, 52, 57, 60, 63, 66, 69, 71),
    "T3": (93.6, 94.3, 95.8, 97, 97.7, 98.1, 98.1, 98.3, 98.7, 97.9, 97.4, 97, 96.6, 96.3),
    "T4": (12.4, 11.8, 11.1, 10.5, 9.9, 9.3, 8.8, 8.2, 7.7, 7.3, 6.9, 6.6, 6.2, 6.0),
    "T5": (22.1, 21.2, 20.3, 19.4, 18.4, 17.4, 16.4, 15.4, 14.3, 13.2, 12.0, 11.0, 10.0, 9.4),
    "T7": (43, 46, 50, 54, 58, 62, 65, 69, 75, 79, 82, 85.4, 86.5, 87.5),
    "T7-ever": (50, 53, 57, 61, 65, 69, 72, 76, 81, 84, 87, 90, 91, 92),
    "T8": (45, 52, 58, 67, 75, 82, 88, 46, 54.9, 59.6, 64.3, 69, 73, 0),
}
SURVEYS: dict[tuple[str, str], tuple[float, ...]] = {
    ("T4", "survey"): (14.8, 14.0, 13.2, 12.6, 12.0, 11.4, 10.8, 10.1, 9.5, 9.2, 8.7, 8.3, 8, 7.7),
    ("T5", "survey"): (25, 24, 23, 22, 21, 19.9, 18.9, 17.8, 16.6, 15.4, 14.1, 13, 11.9, 11.2),
    ("T6", "statistics"): (15, 14, 14, 13, 13, 12, 12, 12, 11, 11, 11, 10.3, 10, 9.8),
}  # fmt: skip
DEATHS = (169, 147, 146, 134, 126, 122, 112, 103, 90, 83, 74, 69, 68, 67)
BIRTHS = (
    32500, 30000, 31000, 30500, 30000, 30500, 29500, 28500, 26500, 24500,
    22500, 21500, 22000, 21500,
)  # fmt: skip
# How many a commune counts in a denominator, where it is not persons in the thousands.
SIZES = {"T2": 60, "T2b": 60, "T1-exits": 0, "T3": 1, "T7": 4, "T7-ever": 4, "T8": 1}


def build(folder: Path, districts: tuple[str, ...] | None = ("296", "300")) -> Release:
    """Apply the pack (of some districts), write figures of every year, and release them."""
    with clock.pinned(TODAY):
        apply_pack(trimmed_pack(folder, districts), warrant=demonstration_warrant())
        write_figures()
        return freeze()


def trimmed_pack(folder: Path, districts: tuple[str, ...] | None) -> Path:
    """Copy the pack, keeping only some districts, their communes and the heirs of these."""
    pack = Path(shutil.copytree(PACK, folder / "pack"))
    for drawing in (pack / "pictures").glob("*.png"):  # their sizes would take ten seconds
        Image.new("RGB", (16, 9)).save(drawing)
    if districts is None:
        return pack
    (pack / "simulation.toml").unlink()  # it names districts that are left out here
    under = _rows(pack, "belongings")
    old = {row["child"] for row in under if row["parent"] in districts}
    heirs = [row for row in _rows(pack, "successions") if row["source"] in old]
    new = {row["target"] for row in heirs}
    upper = {*districts, "HD", "30"}

    def kept(code: str, day: str) -> bool:
        return code in upper or (code in (new if day == "2025-07-01" else old))

    for name, keep in (
        ("places", lambda row: kept(row["code"], row["valid_from"])),
        ("namings", lambda row: kept(row["code"], row["valid_from"])),
        ("belongings", lambda row: kept(row["child"], row["child_valid_from"])),
        ("successions", lambda row: row in heirs),
    ):
        _write(pack, name, [row for row in _rows(pack, name) if keep(row)])
    return pack


def _rows(pack: Path, name: str) -> list[dict[str, str]]:
    with (pack / "places" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(pack: Path, name: str, rows: list[dict[str, str]]) -> None:
    path = pack / "places" / f"{name}.csv"
    head = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_figures() -> None:
    """Write a cell a commune, year and indicator, by sex for T1; and the province's surveys."""
    known = {one.code: one for one in Indicator.objects.all()}
    area = Place.objects.get(kind=Kind.PROGRAMME_AREA)
    cells: list[Cell] = []
    for index in range(LAST - FIRST + 1):
        end = date(FIRST + index, 12, 31)
        tree = Tree.on(end)
        communes = [tree.place(one).id for one in tree.at_kind(Kind.COMMUNE)]
        for code, path in PATHS.items():
            if code in known:
                cells += _cells(known[code], communes, end, path[index])
        cells += _reported(known, area.pk, end, index)
    Cell.objects.bulk_create(cells, batch_size=500)


def _cells(indicator: Indicator, communes: list[int], end: date, value: float) -> list[Cell]:
    """Spread a value over communes so that their sum comes near it."""
    size = SIZES.get(indicator.code, 2000 if len(communes) > 8 else 6000)
    factor = 1000 if indicator.declaration["unit"] == "per_mille" else 100
    found, owed = [], 0.0
    for rank, commune in enumerate(communes):
        wave = 1 + 0.3 * ((rank * 7919 + end.year) % 11 - 5) / 5
        if not size:
            found.append(_cell(indicator, "records", commune, end, round(value * wave), None))
            continue
        owed += min(size, size * value * wave / factor)
        count = min(size, round(owed))
        owed -= count
        found.append(_cell(indicator, "records", commune, end, count, size))
        if indicator.code == "T1":
            boys = round(count * 0.55)
            for key, some, all_of in (("m", boys, size * 0.53), ("f", count - boys, size * 0.47)):
                found.append(_cell(indicator, "records", commune, end, some, all_of, "sex", key))
    return found


def _reported(known: dict[str, Indicator], area: int, end: date, index: int) -> list[Cell]:
    found = []
    for (code, series), path in SURVEYS.items():
        cell = _cell(known[code], series, area, end, None, None)
        cell.estimate = path[index]
        if series == "survey":
            cell.lower, cell.upper = path[index] - 1.9, path[index] + 1.9
        found.append(cell)
    deaths, births = DEATHS[index], BIRTHS[index]
    return [*found, _cell(known["T6"], "registered", area, end, deaths, births)]


def _cell(
    indicator: Indicator,
    series: str,
    place: int,
    end: date,
    numerator: float | None,
    denominator: float | None,
    breakdown: str = "",
    value_key: str = "",
) -> Cell:
    return Cell(
        indicator=indicator, series=series, place_id=place, period_kind="year",
        period_start=end.replace(month=1, day=1), breakdown=breakdown, value_key=value_key,
        numerator=numerator, denominator=denominator, as_of=end, counted_at=clock.now(),
    )  # fmt: skip


def freeze() -> Release:
    """Write a release as the act does, but withholding only what is small or estimated itself."""
    found = candidates()
    actor = known_actor("operator:Bà Tám", kind=Actor.Kind.PERSON, name="Bà Tám")
    release = Release.objects.create(
        number=1, made_at=clock.now(), made_by=actor, day=TODAY, finished=True, demonstration=True
    )
    ids = dict(Indicator.objects.values_list("code", "pk"))
    why = {key: _withheld(found, key) for key in found.rolls}
    Figure.objects.bulk_create(
        (_figure(release, ids, found, key, why[key]) for key in found.rolls), batch_size=500
    )
    rows = judge(found.rolls, found.places.values(), TODAY, lambda key: bool(why[key]))
    Verdict.objects.bulk_create(
        (
            Verdict(
                release=release, target_code=row.target.code, place=row.place,
                status=str(row.assessment.status or ""), arithmetic=as_json(row.assessment),
            )
            for row in rows
        ),
        batch_size=200,
    )  # fmt: skip
    return release


def _withheld(found: Candidates, key: RollKey) -> str:
    rolled = found.rolls[key]
    if rolled.estimated and found.level(key) == "commune":
        return "estimated"
    if not found.about_persons(key) or rolled.numerator is None:
        return ""
    rest = (rolled.denominator or rolled.numerator) - rolled.numerator
    return "small" if 0 < rolled.numerator < 5 or 0 < rest < 5 else ""


def _figure(
    release: Release, ids: dict[str, int], found: Candidates, key: RollKey, withheld: str
) -> Figure:
    rolled = found.rolls[key]
    shown = {} if withheld else {
        "numerator": rolled.numerator, "denominator": rolled.denominator, "value": rolled.value,
        "lower": rolled.lower, "upper": rolled.upper,
    }  # fmt: skip
    return Figure(
        release=release, indicator_id=ids[key.indicator], series=key.series, place_id=key.place_id,
        period_start=key.period_start, breakdown=key.breakdown, value_key=key.value_key,
        withheld=withheld, estimated=rolled.estimated, provisional=rolled.provisional,
        as_of=rolled.as_of, **shown,
    )  # fmt: skip
