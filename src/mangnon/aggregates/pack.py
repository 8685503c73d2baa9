"""What a pack says of reports of totals: ``aggregates.toml``. A pack need not have any."""

from collections.abc import Iterable, Mapping

from mangnon.aggregates.actions import catalogue
from mangnon.aggregates.models import Item, ReportForm
from mangnon.audit.warrants import Warrant
from mangnon.indicators.periods import KINDS
from mangnon.packfile import Context, Field, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import ends_before_it_begins, repeated
from mangnon.packsync import Difference, Key, Sheet, Table

NAME = "aggregates"
FILE = "aggregates.toml"
ITEM = Shape(
    "Một chỉ số phải báo cáo",
    "An indicator that is asked for",
    (
        Field("indicator", "code", "mã chỉ số", "indicator", required=True),
        Field("series", "code", "chuỗi của chỉ số đó", "its series", required=True),
        Field("numerator_vi", "text", "ô thứ nhất đếm gì", "the part", required=True),
        Field("numerator_en", "text", "… tiếng Anh", "the part", required=True),
        Field("denominator_vi", "text", "ô thứ hai đếm gì", "the whole", required=True),
        Field("denominator_en", "text", "… tiếng Anh", "the whole", required=True),
        Field("least", "number", "mức thường gặp ít nhất", "the usual least"),
        Field("most", "number", "mức thường gặp nhiều nhất", "the usual most"),
        Field("change", "number", "thay đổi so với năm trước, %", "change since last year, %"),
    ),
)
FORM = Shape(
    "Một mẫu báo cáo số liệu tổng hợp",
    "A report of totals",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
        Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
        Field("period", "text", "kỳ", "period", required=True, choices=tuple(KINDS)),
        Field("valid_from", "day", "từ kỳ bắt đầu ngày", "from the period of", required=True),
        Field("valid_to", "day", "kỳ đầu tiên không còn", "first period without"),
        Field("due_days", "whole", "hạn: số ngày sau kỳ", "due, days after it", required=True),
        Field("note_vi", "text", "ghi chú", "note, in Vietnamese"),
        Field("note_en", "text", "ghi chú, tiếng Anh", "note"),
        Field("item", "tables", "các chỉ số", "the indicators", required=True, inner=ITEM),
    ),
)
SHAPE = Shape(
    "Các mẫu báo cáo số liệu tổng hợp",
    "The reports of totals",
    (Field("form", "tables", "các mẫu", "the forms", inner=FORM),),
)
SCHEMAS: Mapping[str, Shape] = {FILE: SHAPE}
FORMS = Table(
    "Mẫu báo cáo số liệu", "Report of totals", ReportForm, ("code",),
    ("name_vi", "name_en", "period_kind", "valid_from", "valid_to", "due_days", "note_vi",
     "note_en"),
)  # fmt: skip
_LINE = (
    *("numerator_vi", "numerator_en", "denominator_vi", "denominator_en"),
    *("least", "most", "change"),
)
ITEMS = Table(
    "Chỉ số trong mẫu báo cáo", "Indicator asked for", Item, ("form__code", "indicator__code"),
    ("series", "position", *_LINE),
)  # fmt: skip


def read(folder: Folder) -> Part:
    """Read the forms."""
    whole = folder.toml(FILE, SHAPE)
    return Part({"form": [] if whole is None else whole["form"]})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong with the forms, and with what they name."""
    forms = part.rows["form"]
    mistakes = repeated(forms, "code")
    for form in forms:
        mistakes += ends_before_it_begins(form, "valid_from", "valid_to")
        mistakes += repeated(form["item"], "indicator")
        for item in form["item"]:
            mistakes += _series(form, item, context)
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of the two tables."""
    forms = part.rows["form"]
    return [
        Sheet(FORMS, {(row["code"],): _form(row) for row in forms}),
        Sheet(
            ITEMS,
            {
                (row["code"], one["indicator"]): (
                    one["series"], at, *(one[name] for name in _LINE),
                )
                for row in forms
                for at, one in enumerate(row["item"], 1)
            },
        ),
    ]  # fmt: skip


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the forms."""
    return catalogue.put_catalogue(sheets(part, context), warrant=warrant)


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    catalogue.withdraw_from_catalogue(table, keys, warrant=warrant)


def _form(row: Row) -> tuple[object, ...]:
    named = (row["name_vi"], row["name_en"], row["period"], row["valid_from"], row["valid_to"])
    return (*named, row["due_days"], row["note_vi"] or "", row["note_en"] or "")


def _series(form: Row, item: Row, context: Context) -> list[Mistake]:
    """Say where an item names no series that is reported, or another period than the form's."""
    found = context.find("indicator", item["indicator"])
    if found is None:
        return [
            item.wrong(
                "indicator",
                f"gói không có chỉ số “{item['indicator']}” — sửa mã hoặc bỏ đi",
                f"the pack has no indicator “{item['indicator']}” — correct it or drop it",
            )
        ]
    reported = [one["code"] for one in found["series"] if one["source"] == "reported"]
    if item["series"] not in reported:
        some = ", ".join(reported) or "—"
        return [
            item.wrong(
                "series",
                f"{item['indicator']} không có chuỗi báo cáo “{item['series']}” — chọn: {some}",
                f"{item['indicator']} has no reported series “{item['series']}” — choose: {some}",
            )
        ]
    if (found["period"] or "year") != form["period"]:
        return [
            item.wrong(
                "indicator",
                f"{item['indicator']} tính theo kỳ khác với mẫu — chọn chỉ số cùng kỳ",
                f"{item['indicator']} has another kind of period — choose one of the form's",
            )
        ]
    return []
