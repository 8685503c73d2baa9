"""What a pack says of duties and of announced days off: ``duties.toml``.

A duty is what is asked, in words; who hands it down, to whom and by when are acts.
"""

from collections.abc import Iterable, Iterator, Mapping

from mangnon.audit.warrants import Warrant
from mangnon.duties.actions import catalogue
from mangnon.duties.models import Duty, SpecialDay
from mangnon.duties.pack_shapes import DUTY, SHAPE
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import in_one_language, repeated
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.columns import columns_of

NAME = "duties"
FILE = "duties.toml"
SCHEMAS: Mapping[str, Shape] = {FILE: SHAPE}

_PLAIN = (
    *("original_not_held", "as_printed_vi", "as_printed_en", "title_vi", "title_en"),
    *("result_vi", "result_en", "evidence_vi", "evidence_en"),
)
DUTIES = Table(
    "Nhiệm vụ",
    "Duty",
    Duty,
    ("code",),
    ("document__code", "clause__document__code", "clause__anchor", "lead__code", "counts", *_PLAIN),
)
SUPPORTING = Table(
    "Cơ quan phối hợp",
    "Supporting office",
    Duty.supporting.through,
    ("duty__code", "office__code"),
    (),
)
SPECIAL_DAYS = Table(
    "Ngày nghỉ, ngày làm bù",
    "Day off or worked in exchange",
    SpecialDay,
    ("day",),
    ("is_off", "announced_on", "name_vi", "name_en", "basis"),
)


def read(folder: Folder) -> Part:
    """Read the duties and the special days; a pack need not have any."""
    whole = folder.toml(FILE, SHAPE)
    duties: list[Row] = [] if whole is None else whole["duty"]
    days: list[Row] = [] if whole is None else whole["special_day"]
    offers = {"duty": {row["code"]: row for row in duties if row["code"]}}
    return Part({"duty": duties, "special_day": days}, offers)


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the duties and the days."""
    duties, days = part.rows["duty"], part.rows["special_day"]
    mistakes = repeated(duties, "code") + repeated(days, "day")
    for duty in duties:
        mistakes += judge_duty(duty, context)
    for day in days:
        mistakes += _announced(day)
    return mistakes


def judge_duty(duty: Row, context: Context) -> list[Mistake]:
    """Return what is wrong with one duty."""
    return [
        *context.unknown(duty, "document", "document"),
        *context.unknown(duty, "lead", "office"),
        *in_one_language(duty),
        *_clause(duty, context),
        *_supporting(duty, context),
    ]


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the duties, who supports them, and the days."""
    duties, supporting, days = Sheet(DUTIES), Sheet(SUPPORTING), Sheet(SPECIAL_DAYS)
    for row in part.rows["duty"]:
        clause = (row["document"], row["clause"]) if row["clause"] else (None, None)
        plain = columns_of(row, DUTY, _PLAIN)
        counts = [{"vi": one["vi"], "en": one["en"]} for one in row["count"]]
        duties.rows[row["code"],] = (row["document"], *clause, row["lead"], counts, *plain)
        supporting.rows.update({(row["code"], office): () for office in row["supporting"] or ()})
    for row in part.rows["special_day"]:
        plain = (row["announced_on"], row["name_vi"], row["name_en"], row["basis"])
        days.rows[row["day"],] = (bool(row["off"]), *plain)
    return [duties, supporting, days]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the duties and the days; open deadlines follow the days."""
    return catalogue.put_catalogue(sheets(part, context), warrant=warrant)


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    catalogue.withdraw_from_catalogue(table, keys, warrant=warrant)


def _clause(duty: Row, context: Context) -> Iterator[Mistake]:
    clause = duty["clause"]
    if bool(clause) == bool(duty["original_not_held"]):
        yield duty.wrong(
            "clause" if clause else "code",
            "ghi “clause”, hoặc original_not_held = true khi chưa có bản gốc; đúng một trong hai",
            "write “clause”, or original_not_held = true where the original is not held; one of "
            "the two",
        )
    elif clause and context.find("clause", f"{duty['document']}#{clause}") is None:
        yield duty.wrong(
            "clause",
            f"văn bản “{duty['document']}” không có điều, khoản “{clause}” — thêm "
            "[[document.clause]] trong documents.toml",
            f"the document “{duty['document']}” has no clause “{clause}” — add a "
            "[[document.clause]] to documents.toml",
        )


def _supporting(duty: Row, context: Context) -> Iterator[Mistake]:
    for office in duty["supporting"] or ():
        if context.find("office", office) is None:
            yield duty.wrong(
                "supporting",
                f"gói không có cơ quan “{office}” — sửa, hoặc thêm vào places/offices.csv",
                f"the pack has no office “{office}” — correct it, or add it to places/offices.csv",
            )


def _announced(day: Row) -> list[Mistake]:
    if day["day"] is None or day["announced_on"] is None or day["announced_on"] <= day["day"]:
        return []
    return [
        day.wrong(
            "announced_on",
            f"ngày thông báo {day['announced_on']} sau chính ngày ấy, {day['day']} — hãy sửa",
            f"it was announced on {day['announced_on']}, after the day itself, {day['day']} — "
            "correct it",
        )
    ]
