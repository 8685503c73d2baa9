"""What a pack says of the register's catalogues: groups, and kinds of evidence and assistance."""

from collections.abc import Iterable, Mapping

from mangnon.audit.warrants import Warrant
from mangnon.packfile import Context, Field, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import ends_before_it_begins, repeated
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.register.actions import catalogues
from mangnon.register.models import AssistanceKind, CircumstanceGroup, EvidenceKind

NAME = "register"
SCHEMAS: Mapping[str, Shape] = {}
_NAMES = (
    Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
    Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
)
_END = Field("valid_to", "day", "ngày đầu tiên không còn", "first day without")
GROUP = Shape(
    "Nhóm trẻ em có hoàn cảnh đặc biệt",
    "Groups of special circumstances",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("law", "code", "mã văn bản", "document", required=True),
        *_NAMES,
        Field("valid_from", "day", "từ ngày", "first day", required=True),
        _END,
        Field("lasting", "flag", "hoàn cảnh lâu dài", "lasts", required=True),
        Field("share_note", "text", "tỷ lệ để mô phỏng", "share, for the simulation"),
    ),
)
EVIDENCE = Shape(
    "Loại giấy tờ làm căn cứ",
    "Kinds of evidence",
    (Field("code", "code", "mã", "code", required=True), *_NAMES),
)
ASSISTANCE = Shape(
    "Hình thức trợ giúp",
    "Kinds of assistance",
    (
        Field("code", "code", "mã", "code", required=True),
        *_NAMES,
        Field("qualifies", "flag", "được tính là trợ giúp", "counts", required=True),
        Field("valid_from", "day", "từ ngày", "first day"),
        _END,
        Field("monthly", "flag", "trợ cấp hằng tháng", "a monthly allowance"),
        Field("note_vi", "text", "ghi chú", "note, in Vietnamese"),
        Field("note_en", "text", "ghi chú, tiếng Anh", "note"),
    ),
)
GROUPS = Table(
    "Nhóm hoàn cảnh",
    "Circumstance group",
    CircumstanceGroup,
    ("code",),
    ("law", "name_vi", "name_en", "valid_from", "valid_to", "lasting"),
)
PAPERS = Table("Loại giấy tờ", "Kind of evidence", EvidenceKind, ("code",), ("name_vi", "name_en"))
KINDS = Table(
    "Hình thức trợ giúp",
    "Kind of assistance",
    AssistanceKind,
    ("code",),
    (
        *("name_vi", "name_en", "qualifies", "monthly_allowance"),
        *("valid_from", "valid_to", "note_vi", "note_en"),
    ),
)


def read(folder: Folder) -> Part:
    """Read the catalogues."""
    groups = folder.csv("circumstance_groups.csv", GROUP)
    papers = folder.csv("evidence.csv", EVIDENCE)
    kinds = folder.csv("assistance.csv", ASSISTANCE)
    offers = {"circumstance_group": {row["code"]: row for row in groups if row["code"]}}
    return Part({"group": groups, "evidence": papers, "assistance": kinds}, offers)


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the catalogues."""
    mistakes: list[Mistake] = []
    for rows in part.rows.values():
        mistakes += repeated(rows, "code")
    for row in (*part.rows["group"], *part.rows["assistance"]):
        mistakes += ends_before_it_begins(row, "valid_from", "valid_to")
    for group in part.rows["group"]:
        mistakes += context.unknown(group, "law", "document")
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of the tables."""
    return [
        Sheet(GROUPS, {(row["code"],): _group(row) for row in part.rows["group"]}),
        Sheet(
            PAPERS,
            {(row["code"],): (row["name_vi"], row["name_en"]) for row in part.rows["evidence"]},
        ),
        Sheet(KINDS, {(row["code"],): _kind(row) for row in part.rows["assistance"]}),
    ]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the catalogues."""
    return [catalogues.put_catalogue(one, warrant=warrant) for one in sheets(part, context)]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    catalogues.withdraw_from_catalogue(table, keys, warrant=warrant)


def _group(row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in GROUPS.fields)


def _kind(row: Row) -> tuple[object, ...]:
    named = (row["name_vi"], row["name_en"], row["qualifies"], bool(row["monthly"]))
    return (*named, row["valid_from"], row["valid_to"], row["note_vi"], row["note_en"])
