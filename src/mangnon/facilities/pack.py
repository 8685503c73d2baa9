"""What a pack says of facilities: titles of staff, standards and their criteria."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mangnon.audit.warrants import Warrant
from mangnon.facilities import catalogue_actions as actions
from mangnon.facilities.models import Criterion, Facility, StaffTitle, Standard
from mangnon.packfile import Context, Field, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import ends_before_it_begins, repeated
from mangnon.packsync import Difference, Key, Sheet, Table

NAME = "facilities"
_NAMES = (
    Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
    Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
)
_LIFE = (
    Field("valid_from", "day", "từ ngày", "first day"),
    Field("valid_to", "day", "ngày đầu tiên không còn", "first day without"),
)
# What a specialty means for the question whether a station has somebody for mothers and children.
ROLES = {"ho_sinh": "midwife", "san_nhi": "assistant_doctor", "san": "obstetrician"}
SPECIALTIES = (*ROLES, *ROLES.values(), "other")
TITLE = Shape(
    "Chức danh ở trạm y tế",
    "Titles at health stations",
    (
        Field("code", "code", "mã", "code", required=True),
        *_NAMES,
        Field("specialty", "code", "chuyên môn", "specialty", choices=SPECIALTIES),
        Field("official_code", "text", "mã số chức danh", "official code"),
        Field("counts_for_t3", "flag", "được tính cho trạm", "counts", required=True),
        *_LIFE,
    ),
)
CRITERION = Shape(
    "Tiêu chí",
    "A criterion",
    (
        Field("code", "code", "số thứ tự hoặc mã", "number or code", required=True),
        *_NAMES,
        Field("points", "number", "điểm tối đa", "most points"),
        Field("indicators", "texts", "các chỉ số liên quan", "indicators it rests on"),
    ),
)
STANDARD = Shape(
    "Tiêu chuẩn",
    "A standard",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("subject", "text", "cho ai", "for", required=True, choices=("school", "commune")),
        Field("levels", "texts", "cấp học", "levels", choices=tuple(Facility.Level.values)),
        Field("document", "code", "mã văn bản", "document", required=True),
        *_NAMES,
        *_LIFE,
        Field("validity_years", "whole", "công nhận có giá trị số năm", "years that it holds"),
        Field("per_year", "flag", "công nhận từng năm", "recognised year by year"),
        Field("criteria_known", "flag", "biết đủ tiêu chí", "all criteria are known"),
        Field("criteria_count", "whole", "số tiêu chí", "number of criteria"),
        Field("points_total", "number", "tổng điểm", "points in all"),
        Field("no_criterion_at_zero", "flag", "không tiêu chí nào 0 điểm", "none at zero"),
        Field("threshold", "number", "điểm đạt", "threshold"),
        Field("threshold_difficult", "number", "điểm đạt, nơi khó khăn", "where life is hard"),
        Field("threshold_central_city_ward", "number", "điểm đạt, phường", "wards of cities"),
        Field("note_vi", "text", "ghi chú", "note, in Vietnamese"),
        Field("note_en", "text", "ghi chú, tiếng Anh", "note"),
        Field("criterion", "tables", "các tiêu chí đã biết", "known criteria", inner=CRITERION),
    ),
)
STANDARDS_FILE = "standards.toml"
WHOLE = Shape(
    "Các tiêu chuẩn",
    "The standards",
    (Field("standard", "tables", "các tiêu chuẩn", "the standards", inner=STANDARD),),
)
SCHEMAS: Mapping[str, Shape] = {STANDARDS_FILE: WHOLE}
TITLES = Table(
    "Chức danh",
    "Staff title",
    StaffTitle,
    ("code",),
    ("name_vi", "name_en", "role", "official_code", "counts_for_t3", "valid_from", "valid_to"),
)
STANDARDS = Table(
    "Tiêu chuẩn",
    "Standard",
    Standard,
    ("code",),
    (
        *("subject", "levels", "document", "name_vi", "name_en", "valid_from", "valid_to"),
        *("validity_years", "per_year", "criteria_known", "criteria_count", "points_total"),
        *("no_criterion_at_zero", "threshold", "threshold_difficult"),
        *("threshold_central_city_ward", "note_vi", "note_en"),
    ),
)
_FLAGS = ("per_year", "criteria_known", "no_criterion_at_zero")
CRITERIA = Table(
    "Tiêu chí",
    "Criterion",
    Criterion,
    ("standard__code", "code"),
    ("name_vi", "name_en", "points", "indicators"),
)


def read(folder: Folder) -> Part:
    """Read titles and standards."""
    titles = folder.csv("staff_titles.csv", TITLE)
    whole = folder.toml(STANDARDS_FILE, WHOLE)
    standards: list[Row] = [] if whole is None else whole["standard"]
    return Part({"title": titles, "standard": standards})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with titles and standards."""
    mistakes: list[Mistake] = []
    for rows in part.rows.values():
        mistakes += repeated(rows, "code")
        for row in rows:
            mistakes += ends_before_it_begins(row, "valid_from", "valid_to")
    for standard in part.rows["standard"]:
        mistakes += context.unknown(standard, "document", "document")
        mistakes += repeated(standard["criterion"], "code")
        mistakes += _for_schools(standard)
        mistakes += _indicators(standard, context)
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of the three tables."""
    standards = part.rows["standard"]
    return [
        Sheet(TITLES, {(row["code"],): _title(row) for row in part.rows["title"]}),
        Sheet(STANDARDS, {(row["code"],): _standard(row) for row in standards}),
        Sheet(
            CRITERIA,
            {
                (row["code"], one["code"]): tuple(one[name] for name in CRITERIA.fields)
                for row in standards
                for one in row["criterion"]
            },
        ),
    ]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write titles and standards."""
    return [actions.put_catalogue(one, warrant=warrant) for one in sheets(part, context)]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    actions.withdraw_from_catalogue(table, keys, warrant=warrant)


def _title(row: Row) -> tuple[Any, ...]:
    role = ROLES.get(row["specialty"], row["specialty"] or "other")
    named = (row["name_vi"], row["name_en"], role, row["official_code"])
    return (*named, row["counts_for_t3"], row["valid_from"], row["valid_to"])


def _standard(row: Row) -> tuple[Any, ...]:
    flags = {name: bool(row[name]) for name in _FLAGS}
    plain = {**row.values, **flags}
    return tuple(plain[name] for name in STANDARDS.fields)


def _for_schools(row: Row) -> list[Mistake]:
    if row["subject"] != "school" or (row["levels"] and row["validity_years"]):
        return []
    lacking = "validity_years" if row["levels"] else "levels"
    return [
        row.wrong(
            "subject",
            f"tiêu chuẩn trường học cần “{lacking}” — hãy ghi",
            f"a standard for schools needs “{lacking}” — write it",
        )
    ]


def _indicators(standard: Row, context: Context) -> Iterator[Mistake]:
    for one in standard["criterion"]:
        for code in one["indicators"]:
            if context.find("indicator", code) is None:
                yield one.wrong(
                    "indicators",
                    f"gói không có chỉ số “{code}” — sửa mã hoặc bỏ đi",
                    f"the pack has no indicator “{code}” — correct it or drop it",
                )
