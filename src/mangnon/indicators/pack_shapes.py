"""The keys of ``indicators/*.toml``. What must be there is said by :mod:`judge`."""

from mangnon.indicators.judge import CLOSED_LISTS, REQUIRED, SOURCES
from mangnon.packfile import Field, Shape
from mangnon.packfile.shapes import FieldType

LEVELS = ("area", "district", "commune")


def _listed(name: str, vi: str, en: str) -> Field:
    return Field(
        *(name, "text", vi, en),
        required=name in REQUIRED,
        choices=CLOSED_LISTS[name],
        judged_elsewhere=True,
    )


def _own(name: str, kind: FieldType, vi: str, en: str) -> Field:
    return Field(name, kind, vi, en, required=name in REQUIRED, judged_elsewhere=True)


_MEASURE = Shape(
    "Cộng cái gì, từ tập dữ kiện nào",
    "What is added up, from which dataset",
    (
        Field("dataset", "code", "tập dữ kiện", "dataset", required=True, judged_elsewhere=True),
        Field("value", "text", "biểu thức", "expression", required=True, judged_elsewhere=True),
        Field("whole_for", "texts", "cách chia không tách nó", "breakdowns that leave it whole"),
    ),
)
_SERIES = Shape(
    "Một chuỗi số liệu; các chuỗi không bao giờ nối nhau",
    "One series; series are never joined",
    (
        _own("code", "code", "mã", "code"),
        Field(
            *("source", "text", "nguồn", "source"),
            choices=SOURCES,
            required=True,
            judged_elsewhere=True,
        ),
        Field("judges", "flag", "dùng để kết luận chỉ tiêu", "targets are judged by it"),
        Field("levels", "texts", "có ở các cấp", "levels that have it", choices=LEVELS),
        _own("name_vi", "text", "tên", "name, in Vietnamese"),
        _own("name_en", "text", "tên, tiếng Anh", "name"),
        Field("note_vi", "text", "ghi chú", "note, in Vietnamese"),
        Field("note_en", "text", "ghi chú, tiếng Anh", "note"),
    ),
)
_BREAK = Shape(
    "Ngày mà số liệu trước và sau không so sánh được",
    "A day across which figures do not compare",
    (
        Field("on", "day", "ngày", "day", required=True),
        Field("series", "code", "chỉ ở chuỗi này", "in this series only"),
        Field("reason_vi", "text", "lý do", "reason, in Vietnamese", required=True),
        Field("reason_en", "text", "lý do, tiếng Anh", "reason", required=True),
    ),
)
_OWNER = Shape(
    "Cơ quan chịu trách nhiệm",
    "The office that answers for it",
    (
        Field("office", "code", "mã cơ quan", "office code", required=True),
        Field("from", "day", "từ ngày", "since"),
        Field("to", "day", "ngày đầu tiên không còn", "first day without"),
    ),
)
_CUTOFF = Shape(
    "Ngày chốt từ một ngày trở đi",
    "The closing day of periods that begin from a day on",
    (
        Field("from", "day", "từ ngày", "since", required=True),
        Field("day", "text", "tháng-ngày: 12-14", "month-day: 12-14", required=True),
    ),
)
_TEXT = Shape(
    "Một câu bằng hai thứ tiếng",
    "A sentence in both languages",
    (
        Field("vi", "text", "tiếng Việt", "Vietnamese", required=True),
        Field("en", "text", "tiếng Anh", "English", required=True),
    ),
)
INDICATOR = Shape(
    "Một chỉ số",
    "An indicator",
    (
        _own("code", "code", "mã", "code"),
        _own("name_vi", "text", "tên", "name, in Vietnamese"),
        _own("name_en", "text", "tên, tiếng Anh", "name"),
        Field("short_vi", "text", "tên ngắn", "short name, in Vietnamese"),
        Field("short_en", "text", "tên ngắn, tiếng Anh", "short name"),
        _own("definition_vi", "text", "định nghĩa", "definition, in Vietnamese"),
        _own("definition_en", "text", "định nghĩa, tiếng Anh", "definition"),
        _listed("unit", "đơn vị", "unit"),
        _listed("better", "chiều tốt lên", "which way is better"),
        _listed("measure", "ngày cuối kỳ, cả kỳ, hay lần cuối", "stock, flow or latest"),
        _listed("counts", "đếm người, đơn vị hay sự việc", "persons, places or events"),
        _listed("period", "loại kỳ", "kind of period"),
        _listed("interval", "khoảng tin cậy", "interval"),
        _own("cutoff", "text", "ngày chốt: 12-31", "closing day: 12-31"),
        Field("cutoffs", "tables", "các ngày chốt khác", "other closing days", inner=_CUTOFF),
        Field("minimum_denominator", "number", "mẫu số ít nhất", "least denominator"),
        Field("data_age_days", "whole", "tuổi số liệu cho phép", "age of data allowed, days"),
        Field("final_after_days", "whole", "chính thức sau số ngày", "final after so many days"),
        Field("beside", "texts", "các chỉ số đặt bên cạnh", "indicators shown beside it"),
        Field("breakdowns", "texts", "các cách chia", "breakdowns"),
        Field("published", "texts", "các cách chia được công bố", "breakdowns that are published"),
        Field("published_below", "texts", "… của cấp huyện", "… of districts"),
        Field("numerator", "table", "tử số", "numerator", inner=_MEASURE),
        Field("denominator", "table", "mẫu số", "denominator", inner=_MEASURE),
        Field("series", "tables", "các chuỗi", "series", required=True, inner=_SERIES,
              judged_elsewhere=True),
        Field("breaks", "tables", "các mốc ngắt", "breaks", inner=_BREAK),
        Field("owners", "tables", "cơ quan theo dõi", "owners", inner=_OWNER),
        Field("limits", "tables", "hạn chế", "limits", inner=_TEXT),
        Field("sources", "tables", "nguồn", "sources", inner=_TEXT),
    ),
)  # fmt: skip
