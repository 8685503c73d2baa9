"""What a pack says of its invented province: read by the simulation, judged here."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from mangnon.packfile import Context, Field, Folder, Mistake, Row, Shape
from mangnon.packfile.parts import repeated
from mangnon.packs.simulated_duties import DUTIES, judge_cascades

FILE = "simulation.toml"
FIRST_YEAR, LAST_YEAR = 2012, 2025  # the years that are played
OLDEST = FIRST_YEAR - 16  # born then: 16 years old during the first year
SCHOOLS_COUNTED = 2023  # the year whose schools are given level by level
MINORITIES = ("san_diu",)
LEVELS = ("mam_non", "tieu_hoc", "thcs", "thpt", "lien_cap")


def _number(name: str, vi: str, en: str, *, required: bool = True) -> Field:
    return Field(name, "number", vi, en, required=required)


def _whole(name: str, vi: str, en: str) -> Field:
    return Field(name, "whole", vi, en, required=True)


SHARES = ("t1", "t2", "t2b", "t2c", "t3", "t4", "t5", "t7", "t8", "poor", "near_poor")
DISTRICT = Shape(
    "Một huyện khác các huyện khác",
    "A district that differs from the others",
    (
        Field("code", "code", "mã huyện", "code of the district", required=True),
        _number("draws", "sức hút người đến, nơi khác là 1", "its pull", required=False),
        _number("z_shift", "lệch z-score của trẻ", "shift of z-scores", required=False),
        Field("minority", "code", "dân tộc", "minority", choices=MINORITIES),
    ),
)
SCHOOL = Shape(
    "Trường của một cấp",
    "The schools of a level",
    (
        Field("level", "code", "cấp học", "level", required=True, choices=LEVELS),
        _whole("public_2012", "trường công lập cuối 2012", "public schools at the end of 2012"),
        _whole("public_2023", "trường công lập cuối 2023", "public schools at the end of 2023"),
        _whole("standard_2023", "trường đạt chuẩn cuối 2023", "at standard at the end of 2023"),
        _number("ease_2012", "trọng số đạt chuẩn năm 2012", "weight of the level in 2012"),
        _whole("private", "trường tư thục", "private schools"),
    ),
)
GROUP = Shape(
    "Tỷ lệ của một nhóm",
    "The share of a group",
    (
        Field("code", "code", "mã nhóm", "code of the group", required=True),
        _number("share", "tỷ lệ trong các nhóm", "share among the groups"),
    ),
)
COHORT = Shape(
    "Trẻ sinh trong một năm trước đó",
    "The children born in an earlier year",
    (
        _whole("year", "năm", "year"),
        _number("births_k", "nghìn trẻ sinh", "births in thousands"),
    ),
)
YEAR = Shape(
    "Một năm",
    "A year",
    (
        _whole("year", "năm", "year"),
        _number("children_k", "nghìn trẻ dưới 16 tuổi", "children under 16 in thousands"),
        _number("births_k", "nghìn trẻ sinh", "births in thousands"),
        _number("boys_per_100", "bé trai trên 100 bé gái", "boys per 100 girls at birth"),
        _number("deaths_true", "tử vong dưới 5 tuổi, ‰", "deaths under five, ‰"),
        _number("deaths_registered", "đã đăng ký, ‰", "those registered, ‰"),
        *(_number(name, f"{name}, %", f"{name}, %", required=name != "t8") for name in SHARES),
        Field("known", "texts", "số đã công bố", "the numbers that were published"),
    ),
)
SHAPE = Shape(
    "Tỉnh mô phỏng",
    "The invented province",
    (
        _whole(
            "full_size", "số trẻ dưới 16 tuổi cuối 2024", "children under 16 at the end of 2024"
        ),
        Field("document_prefix", "text", "đầu số định danh", "digits of documents", required=True),
        _number("t1_at_start", "T1 ngày 01/01/2012, %", "T1 on 1 January 2012, %"),
        _number("t1_old_law_2017", "T1 theo luật cũ, 5/2017, %", "T1 by the old law, May 2017, %"),
        Field("district", "tables", "các huyện khác biệt", "districts that differ", inner=DISTRICT),
        Field("school", "tables", "trường theo cấp", "schools by level", inner=SCHOOL),
        Field("group", "tables", "tỷ lệ các nhóm", "shares of the groups", inner=GROUP),
        Field("cohort", "tables", "trẻ sinh trước 2012", "births before 2012", inner=COHORT),
        Field("year", "tables", "từng năm", "year by year", inner=YEAR),
        *DUTIES,
    ),
)


def read(folder: Folder) -> Row | None:
    """Read the file; a pack need not have one."""
    return folder.toml(FILE, SHAPE)


def judge(row: Row | None, context: Context) -> list[Mistake]:
    """Return what is wrong with the invented province."""
    if row is None:
        return []
    mistakes = [*_every_year(row, "year", FIRST_YEAR, LAST_YEAR)]
    mistakes += _every_year(row, "cohort", OLDEST, FIRST_YEAR - 1)
    for name in ("full_size", "t1_at_start", "t1_old_law_2017"):
        mistakes += _bounded(row, name, 1 if name == "full_size" else 0)
    for kind, key in (("district", "code"), ("school", "level"), ("group", "code")):
        mistakes += repeated(row[kind], key)
    for one in row["district"]:
        mistakes += _district(one, context)
    for one in row["group"]:
        mistakes += context.unknown(one, "code", "circumstance_group") + _bounded(one, "share", 0)
    for one in row["school"]:
        mistakes += _schools(one)
    for one in row["cohort"]:
        mistakes += _bounded(one, "births_k", 0)
    for one in row["year"]:
        mistakes += _year(one)
    return [*mistakes, *judge_cascades(row, context)]


def as_json(value: Any) -> Any:
    """Return what TOML gave as JSON can keep it: days as 2013-12-03."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _every_year(row: Row, kind: str, first: int, last: int) -> Iterator[Mistake]:
    """Every year from the first to the last, once."""
    rows: list[Row] = row[kind]
    yield from repeated(rows, "year")
    found = {one["year"] for one in rows}
    for one in rows:
        if one["year"] is not None and not first <= one["year"] <= last:
            yield one.wrong(
                "year",
                f"“year” {one['year']} ngoài {first}–{last} — sửa hoặc bỏ dòng này",
                f"“year” {one['year']} is outside {first}–{last} — correct it or drop it",
            )
    lacking = [str(year) for year in range(first, last + 1) if year not in found]
    if lacking:
        yield row.wrong(
            kind,
            f"“{kind}” thiếu các năm {', '.join(lacking)} — thêm mỗi năm một [[{kind}]]",
            f"“{kind}” lacks the years {', '.join(lacking)} — add a [[{kind}]] for each",
        )


def _district(row: Row, context: Context) -> list[Mistake]:
    found = context.find("place", row["code"]) if row["code"] else None
    if found is None:
        return context.unknown(row, "code", "place")
    wrong = [] if found["kind"] == "district" else [_no_district(row)]
    return [*wrong, *_bounded(row, "draws", 0), *_bounded(row, "z_shift", -1, 1)]


def _no_district(row: Row) -> Mistake:
    return row.wrong(
        "code",
        f"“{row['code']}” không phải là huyện — ghi mã một huyện",
        f"“{row['code']}” is no district — write the code of a district",
    )


def _schools(row: Row) -> list[Mistake]:
    names = ("public_2012", "public_2023", "standard_2023", "ease_2012", "private")
    mistakes = [one for name in names for one in _bounded(row, name, 0)]
    counts = [row[name] for name in ("standard_2023", "public_2023", "public_2012")]
    if None in counts or counts == sorted(counts):
        return mistakes
    return [
        *mistakes,
        row.wrong(
            "standard_2023",
            "cần “standard_2023” ≤ “public_2023” ≤ “public_2012” — sửa các số này",
            "“standard_2023” ≤ “public_2023” ≤ “public_2012” must hold — correct these numbers",
        ),
    ]


def _year(row: Row) -> Iterable[Mistake]:
    for name in ("children_k", "births_k", "boys_per_100", "deaths_true", "deaths_registered"):
        yield from _bounded(row, name, 0)
    for name in SHARES:
        yield from _bounded(row, name, 0)
    for name in row["known"]:
        if YEAR.field(name) is None:
            yield row.wrong(
                "known",
                f"“known”: không có số nào tên “{name}” — sửa hoặc bỏ",
                f"“known”: there is no number “{name}” — correct it or drop it",
            )


def _bounded(row: Row, name: str, least: float, most: float | None = None) -> list[Mistake]:
    """Judge a number: a share lies from 0 to 100, others have a least value."""
    value = row[name]
    if most is None and (name in SHARES or name.startswith("t1_")):
        most = 100
    if value is None or (least <= value and (most is None or value <= most)):
        return []
    bounds = f"≥ {least}" if most is None else f"{least}–{most}"
    return [
        row.wrong(
            name,
            f"“{name}” là {value}, phải {bounds} — hãy sửa",
            f"“{name}” is {value}, it must be {bounds} — correct it",
        )
    ]
