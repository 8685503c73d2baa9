"""The keys of ``plan.toml``."""

from mangnon.packfile import Field, Shape
from mangnon.programme.models import Target

COMPARATORS = ("<", "<=", "=", ">=", ">")


def _text(name: str, vi: str, en: str, *, required: bool = True) -> tuple[Field, Field]:
    """Return the two fields of a bilingual text."""
    return (
        Field(f"{name}_vi", "text", vi, f"{en}, in Vietnamese", required=required),
        Field(f"{name}_en", "text", f"{vi}, tiếng Anh", en, required=required),
    )


PLAN = Shape(
    "Kế hoạch",
    "The plan",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("document", "code", "mã văn bản", "its document", required=True),
        Field("printed_in", "code", "văn bản in các con số", "where its figures are printed"),
        *_text("title", "tên", "title"),
        *_text("about", "giới thiệu", "about it", required=False),
        Field("may_be_incomplete", "flag", "danh sách có thể chưa đủ", "lists may be incomplete"),
    ),
)
TITLED = Shape(
    "Mục tiêu, nhiệm vụ",
    "An objective or a task",
    (
        Field("code", "code", "mã", "code", required=True),
        *_text("title", "tên", "title"),
    ),
)
ALLOTTED = Shape(
    "Mức của một nơi",
    "The level of one place",
    (
        Field("place", "code", "mã địa bàn", "place", required=True),
        Field("value", "number", "mức", "level", required=True),
    ),
)
STEP = Shape(
    "Hứa gì, đến ngày nào",
    "What is promised by a day",
    (
        Field("due", "day", "đến ngày", "due day", required=True),
        Field("comparator", "text", "so sánh", "comparator", required=True, choices=COMPARATORS),
        Field("value", "number", "mức, theo đơn vị của chỉ số", "level", required=True),
        Field("printed", "flag", "mức này có in", "the level is printed"),
        Field("allotted", "tables", "mức riêng từng nơi", "levels of places", inner=ALLOTTED),
    ),
)
TARGET = Shape(
    "Chỉ tiêu: điều in và cách hiểu",
    "A target: as printed and as read",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("indicator", "code", "mã chỉ số", "indicator", required=True),
        Field("series", "code", "chuỗi dùng để kết luận", "series that judges", required=True),
        Field("objective", "code", "mã mục tiêu", "objective", required=True),
        Field("place", "code", "mã địa bàn", "place", required=True),
        *_text("title", "tên", "title"),
        *_text("as_printed", "điều in trong nguồn", "as printed"),
        *_text("as_read", "cách hiểu", "as read"),
        *_text("reading_note", "ghi chú cách hiểu", "note on the reading", required=False),
        Field("document", "code", "văn bản đặt ra chỉ tiêu", "document", required=True),
        Field("printed_in", "code", "văn bản in con số", "where it is printed"),
        Field("clause", "code", "mã điều, khoản của văn bản", "anchor of the clause"),
        Field("original_not_held", "flag", "chưa có văn bản gốc", "the original is not held"),
        Field("due_is_printed", "flag", "thời hạn có in", "the due date is printed"),
        Field("base_on", "day", "ngày gốc", "day of the base", required=True),
        Field("base_value", "number", "mức gốc, nếu có in", "base, where printed"),
        Field(
            *("allotment", "text", "cách giao xuống dưới", "how it is allotted downward"),
            required=True,
            choices=tuple(Target.Allotment.values),
        ),
        Field(
            *("judged_at", "text", "cấp thấp nhất được kết luận", "lowest level judged"),
            required=True,
            choices=tuple(Target.Lowest.values),
        ),
        Field(
            *("minimum_denominator", "number", "mẫu số ít nhất", "least denominator"),
            required=True,
        ),
        Field("data_age_days", "whole", "tuổi số liệu cho phép", "age allowed", required=True),
        Field("step", "tables", "các bước", "steps", required=True, inner=STEP),
    ),
)
SHAPE = Shape(
    "Kế hoạch và các chỉ tiêu",
    "The plan and its targets",
    (
        Field("plan", "table", "kế hoạch", "the plan", required=True, inner=PLAN),
        Field("objective", "tables", "các mục tiêu", "objectives", inner=TITLED),
        Field("target", "tables", "các chỉ tiêu", "targets", inner=TARGET),
        Field("task", "tables", "các nhiệm vụ", "tasks", inner=TITLED),
    ),
)
