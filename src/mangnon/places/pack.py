"""What a pack says of places: six files under ``places/``."""

from collections.abc import Iterable, Mapping
from datetime import date

from mangnon.audit.warrants import Warrant
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import repeated
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.places import actions, gazetteer
from mangnon.places.gazetteer import (
    BelongingRow,
    Gazetteer,
    NamingRow,
    OfficeChangeRow,
    OfficeRow,
    PlaceRow,
    SuccessionRow,
)
from mangnon.places.judging import judge as judge_gazetteer
from mangnon.places.models import Kind
from mangnon.places.pack_shapes import FILES

NAME = "places"
_REQUIRED = frozenset({"places", "belongings"})
SCHEMAS: Mapping[str, Shape] = {}


def read(folder: Folder) -> Part:
    """Read the six files; places and belongings must be there."""
    rows = {
        name: folder.csv(file, shape, required=name in _REQUIRED)
        for name, (file, shape) in FILES.items()
    }
    places = {row["code"]: row for row in rows["places"] if row["code"]}
    keyed = {_key(row, "code", "valid_from"): row for row in rows["places"]}
    roots = {row["code"]: row for row in rows["places"] if row["kind"] == Kind.PROGRAMME_AREA}
    offices = {row["code"]: row for row in rows["offices"]}
    return Part(rows, {"place": {**places, **keyed}, "root": roots, "office": offices})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return every mistake of the places among themselves."""
    mistakes = repeated(part.rows["places"], "code", "valid_from")
    mistakes += repeated(part.rows["namings"], "code", "valid_from", "from")
    mistakes += repeated(part.rows["belongings"], "child", "child_valid_from", "from")
    heirs = ("source", "source_valid_from", "target", "target_valid_from", "date")
    mistakes += repeated(part.rows["successions"], *heirs)
    mistakes += repeated(part.rows["offices"], "code")
    mistakes += repeated(part.rows["changes"], "source", "target", "day")
    readable = _readable(part)
    for flaw in judge_gazetteer(_gazetteer(readable)):
        file, shape = FILES[flaw.table]
        row = readable[flaw.table][flaw.index] if flaw.index >= 0 else None
        if row is None or not _lacks(row, shape.required):
            line = row.line if row else 0
            mistakes.append(Mistake(file, line, flaw.sentence.vi, flaw.sentence.en))
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of every table, in the order in which they can be written."""
    return gazetteer.sheets(_gazetteer(part.rows))


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the places, their names, parents, heirs and offices."""
    rows = _gazetteer(part.rows)
    return [
        actions.add_places(rows.places, warrant=warrant),
        actions.name_places(rows.namings, warrant=warrant),
        actions.belong(rows.belongings, warrant=warrant),
        actions.add_successions(rows.successions, warrant=warrant),
        actions.open_offices(rows.offices, warrant=warrant),
        actions.change_offices(rows.changes, warrant=warrant),
    ]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    actions.withdraw(table, keys, warrant=warrant)


def _readable(part: Part) -> dict[str, list[Row]]:
    """Leave out rows that cannot be named; what they lack is told already."""
    return {
        name: [row for row in part.rows[name] if not _lacks(row, _identity(shape))]
        for name, (_, shape) in FILES.items()
    }


def _identity(shape: Shape) -> list[str]:
    """Return the fields without which a row says nothing at all."""
    told = ("kind", "style", "line")
    return [f.name for f in shape.fields if f.required and f.type != "text" and f.name not in told]


def _lacks(row: Row, names: list[str]) -> bool:
    return any(row[name] in (None, "") for name in names)


def _gazetteer(rows: Mapping[str, list[Row]]) -> Gazetteer:
    newest = _keys_by_code(rows["places"])
    return Gazetteer(
        [_place(row) for row in rows["places"]],
        [_naming(row) for row in rows["namings"]],
        [_belonging(row) for row in rows["belongings"]],
        [_succession(row) for row in rows["successions"]],
        [_office(row, newest) for row in rows["offices"]],
        [_change(row) for row in rows["changes"]],
    )


def _key(row: Row, code: str, day: str) -> str:
    first: date | None = row[day]
    return f"{row[code]}@{first.isoformat() if first else ''}"


def _place(row: Row) -> PlaceRow:
    kind, style = row["kind"] or Kind.COMMUNE, row["style"] or ""
    life = (row["code"], row["valid_from"], row["valid_to"], kind, style)
    names = (row["name_vi"], row["name_en"], row["lat"], row["lon"])
    return PlaceRow(*life, *names, bool(row["stands_in"]), row["note_vi"], row["note_en"])


def _naming(row: Row) -> NamingRow:
    spell = (_key(row, "code", "valid_from"), row["from"], row["to"])
    return NamingRow(*spell, row["style"] or "", row["name_vi"], row["name_en"])


def _belonging(row: Row) -> BelongingRow:
    child = _key(row, "child", "child_valid_from")
    parent = _key(row, "parent", "parent_valid_from")
    return BelongingRow(child, parent, row["from"], row["to"])


def _succession(row: Row) -> SuccessionRow:
    source = _key(row, "source", "source_valid_from")
    target = _key(row, "target", "target_valid_from")
    what = (row["date"], row["share"], row["basis_vi"], row["basis_en"])
    return SuccessionRow(source, target, *what, bool(row["estimated"]))


def _office(row: Row, keys: Mapping[str, list[tuple[date, str]]]) -> OfficeRow:
    place = row["place"] if "@" in row["place"] else _at(keys, row["place"], row["from"])
    named = (row["code"], row["line"] or "", row["name_vi"], row["name_en"], place, row["parent"])
    return OfficeRow(*named, row["from"], row["to"], row["note_vi"], row["note_en"])


def _change(row: Row) -> OfficeChangeRow:
    what = (row["source"], row["target"], row["day"], row["kind"] or "", row["decision"])
    return OfficeChangeRow(*what, row["decided_on"], row["note_vi"], row["note_en"])


def _keys_by_code(rows: list[Row]) -> dict[str, list[tuple[date, str]]]:
    found: dict[str, list[tuple[date, str]]] = {}
    for row in sorted(rows, key=lambda one: one["valid_from"] or date.min):
        key = _key(row, "code", "valid_from")
        found.setdefault(row["code"], []).append((row["valid_from"] or date.min, key))
    return found


def _at(keys: Mapping[str, list[tuple[date, str]]], code: str, day: date | None) -> str:
    """Return the key of the place that carries the code on the day (the first, without one)."""
    known = keys.get(code, [])
    begun = [key for start, key in known if day is None or start <= day]
    if not known:
        return code
    return begun[-1] if begun and day is not None else known[0][1]
