"""What a pack says of indicators: one file each under ``indicators/``."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from mangnon.audit.warrants import Warrant
from mangnon.indicators import declaring
from mangnon.indicators.judge import Fault, judge_declaration
from mangnon.indicators.models import Indicator
from mangnon.indicators.pack_shapes import INDICATOR
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import ends_before_it_begins, repeated
from mangnon.packsync import Difference, Key, Sheet, Table

NAME = "indicators"
SCHEMAS: Mapping[str, Shape] = {"indicators/*.toml": INDICATOR}
INDICATORS = Table(
    "Chỉ số",
    "Indicator",
    Indicator,
    ("code",),
    ("name_vi", "name_en", "position", "declaration"),
)


def read(folder: Folder) -> Part:
    """Read every indicator, in the order of their codes: T2, T2b, T10."""
    rows: list[Row] = []
    sound: list[Row] = []
    for name in folder.names("indicators/*.toml"):
        before = len(folder.mistakes)
        row = folder.toml(name, INDICATOR)
        if row is not None:
            rows.append(row)
            if len(folder.mistakes) == before:
                sound.append(row)
    rows.sort(key=_natural)
    offers = {"indicator": {row["code"]: row for row in rows if row["code"]}}
    return Part({"indicator": rows, "sound": sound}, offers)


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with each declaration, and with what it names."""
    mistakes = repeated(part.rows["indicator"], "code")
    for row in part.rows["sound"]:
        mistakes += [_placed(row, told) for told in judge_declaration(row.raw)]
    for row in part.rows["indicator"]:
        mistakes += _file_name(row) + _named(row, context)
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the declarations as rows."""
    rows = part.rows["indicator"]
    return [Sheet(INDICATORS, {(r["code"],): _values(r, i) for i, r in enumerate(rows, 1)})]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the declarations."""
    return [declaring.declare(sheets(part, context)[0], warrant=warrant)]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove indicators that the pack no longer declares."""
    declaring.withdraw(table, keys, warrant=warrant)


def _values(row: Row, position: int) -> tuple[Any, ...]:
    return (row["name_vi"], row["name_en"], position, _plain(row.raw))


def _plain(value: Any) -> Any:
    """Write TOML's days as texts, so that a declaration is plain JSON."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _natural(row: Row) -> list[tuple[int, str]]:
    parts = re.findall(r"\d+|\D+", row["code"] or "")
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]


def _placed(row: Row, fault: Fault) -> Mistake:
    """Put a fault at the key that it names; where that is left out, at the table it belongs to."""
    first, *rest = fault.keys
    inside = row[str(first)]
    if len(rest) > 1:
        inside = inside[rest[0]]
    said = fault.sentence
    if rest and isinstance(inside, Row):
        return inside.wrong(str(rest[-1]), said.vi, said.en)
    return row.wrong(str(first) if first in row.lines else "code", said.vi, said.en)


def _file_name(row: Row) -> list[Mistake]:
    code = row["code"]
    if not code or PurePosixPath(row.file).stem == code:
        return []
    return [
        row.wrong(
            "code",
            f"tệp khai báo “{code}” phải tên là {code}.toml — đổi tên tệp hoặc sửa mã",
            f"the file of “{code}” must be called {code}.toml — rename it or correct the code",
        )
    ]


def _named(row: Row, context: Context) -> list[Mistake]:
    mistakes: list[Mistake] = []
    for owner in row["owners"]:
        mistakes += context.unknown(owner, "office", "office")
        mistakes += ends_before_it_begins(owner, "from", "to")
    for code in row["beside"]:
        if context.find("indicator", code) is None:
            mistakes.append(
                row.wrong(
                    "beside",
                    f"“beside”: gói không có chỉ số “{code}” — sửa mã hoặc thêm tệp {code}.toml",
                    f"“beside”: no indicator “{code}” — correct it or add {code}.toml",
                )
            )
    known = {series["code"] for series in row["series"]}
    for one in row["breaks"]:
        if one["series"] is not None and one["series"] not in known:
            mistakes.append(
                one.wrong(
                    "series",
                    f"không có chuỗi “{one['series']}” — chọn: {', '.join(sorted(known))}",
                    f"there is no series “{one['series']}” — choose: {', '.join(sorted(known))}",
                )
            )
    return mistakes
