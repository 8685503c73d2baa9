"""The columns of the six files of places."""

from mangnon.packfile import Field, Shape
from mangnon.places.models import Kind, Office, OfficeChange

_FROM = Field("from", "day", "từ ngày", "first day", required=True)
_TO = Field("to", "day", "ngày đầu tiên không còn", "first day without")
_NAMES = (
    Field("name_vi", "text", "tên tiếng Việt", "Vietnamese name", required=True),
    Field("name_en", "text", "tên tiếng Anh", "English name", required=True),
)
_NOTES = (
    Field("note_vi", "text", "ghi chú tiếng Việt", "note in Vietnamese"),
    Field("note_en", "text", "ghi chú tiếng Anh", "note in English"),
)
_STYLE = Field("style", "code", "loại gọi tên: xa, phuong …", "style: xa, phuong …", required=True)


def _code(name: str, vi: str, en: str) -> Field:
    return Field(name, "code", vi, en, required=True)


def _day(name: str, vi: str, en: str) -> Field:
    return Field(name, "day", vi, en, required=True)


PLACES = Shape(
    "Địa bàn",
    "Places",
    (
        _code("code", "mã chính thức", "official code"),
        _day("valid_from", "ngày bắt đầu", "first day"),
        Field("valid_to", "day", "ngày đầu tiên không còn", "first day without"),
        Field("kind", "code", "cấp", "level", required=True, choices=tuple(Kind.values)),
        _STYLE,
        *_NAMES,
        Field("lat", "number", "vĩ độ của một điểm bên trong", "latitude of a point inside"),
        Field("lon", "number", "kinh độ của điểm đó", "longitude of that point"),
        Field("stands_in", "flag", "đứng thay cho thời chưa có", "stands in for older units"),
        *_NOTES,
    ),
)
NAMINGS = Shape(
    "Tên gọi theo thời gian",
    "Names over time",
    (
        _code("code", "mã địa bàn", "the place's code"),
        _day("valid_from", "ngày bắt đầu của địa bàn", "the place's first day"),
        _FROM,
        _TO,
        _STYLE,
        *_NAMES,
    ),
)
BELONGINGS = Shape(
    "Nơi nào thuộc nơi nào",
    "What belongs to what",
    (
        _code("child", "mã nơi ở dưới", "code of the place below"),
        _day("child_valid_from", "ngày bắt đầu của nơi đó", "its first day"),
        _code("parent", "mã nơi ở trên", "code of the place above"),
        _day("parent_valid_from", "ngày bắt đầu của nơi đó", "its first day"),
        _FROM,
        _TO,
    ),
)
SUCCESSIONS = Shape(
    "Kế thừa khi sáp nhập, chia tách",
    "Heirs of mergers and splits",
    (
        _code("source", "mã đơn vị cũ", "code of the old unit"),
        _day("source_valid_from", "ngày bắt đầu của nó", "its first day"),
        _code("target", "mã đơn vị mới", "code of the heir"),
        _day("target_valid_from", "ngày bắt đầu của nó", "its first day"),
        _day("date", "ngày kế thừa", "day of the succession"),
        Field("share", "share", "phần chuyển sang", "share that passes", required=True),
        Field("basis_vi", "text", "căn cứ của phần đó", "basis, in Vietnamese", required=True),
        Field("basis_en", "text", "căn cứ, tiếng Anh", "basis, in English", required=True),
        Field("estimated", "flag", "phần này là ước tính", "the share is an estimate"),
    ),
)
OFFICES = Shape(
    "Cơ quan",
    "Offices",
    (
        _code("code", "mã cơ quan", "code of the office"),
        Field("line", "code", "hệ thống", "line", required=True, choices=tuple(Office.Line.values)),
        *_NAMES,
        _code("place", "mã địa bàn", "code of its place"),
        Field("parent", "code", "mã cơ quan cấp trên", "code of the office above"),
        Field("from", "day", "từ ngày", "first day"),
        _TO,
        *_NOTES,
    ),
)
OFFICE_CHANGES = Shape(
    "Cơ quan đổi tên, hợp nhất, chuyển giao",
    "Offices renamed, merged, handed on",
    (
        _code("source", "mã cơ quan trước", "code of the office before"),
        _code("target", "mã cơ quan sau", "code of the office after"),
        _day("day", "ngày thay đổi", "day of the change"),
        Field(
            *("kind", "code", "kiểu thay đổi", "kind of change"),
            required=True,
            choices=tuple(OfficeChange.Kind.values),
        ),
        Field("decision", "text", "số quyết định, trống nếu chưa có", "number of the decision"),
        Field("decided_on", "day", "ngày quyết định", "day of the decision"),
        *_NOTES,
    ),
)
FILES = {
    "places": ("places/places.csv", PLACES),
    "namings": ("places/namings.csv", NAMINGS),
    "belongings": ("places/belongings.csv", BELONGINGS),
    "successions": ("places/successions.csv", SUCCESSIONS),
    "offices": ("places/offices.csv", OFFICES),
    "changes": ("places/office_changes.csv", OFFICE_CHANGES),
}
