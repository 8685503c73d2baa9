"""The keys of ``duties.toml``."""

from mangnon.packfile import Field, Shape


def _text(name: str, vi: str, en: str, *, required: bool = False) -> tuple[Field, Field]:
    """Return the two fields of a bilingual text."""
    return (
        Field(f"{name}_vi", "text", vi, f"{en}, in Vietnamese", required=required),
        Field(f"{name}_en", "text", f"{vi}, tiếng Anh", en, required=required),
    )


COUNT = Shape(
    "Một con số mà báo cáo phải nêu",
    "A number that a report gives",
    (
        Field("vi", "text", "đếm gì", "what is counted, in Vietnamese", required=True),
        Field("en", "text", "đếm gì, tiếng Anh", "what is counted", required=True),
    ),
)
DUTY = Shape(
    "Một nhiệm vụ",
    "A duty",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("document", "code", "mã văn bản giao việc", "the document", required=True),
        Field("clause", "code", "điều, khoản của văn bản đó", "its clause"),
        Field("original_not_held", "flag", "chưa có bản gốc", "the original is not held"),
        *_text("as_printed", "nguyên văn nguồn in", "as the source prints it"),
        *_text("title", "việc phải làm", "what is asked", required=True),
        *_text("result", "kết quả mong đợi", "the result expected"),
        *_text("evidence", "minh chứng cần có", "the proof wanted"),
        Field("lead", "code", "mã cơ quan chủ trì", "the office that leads", required=True),
        Field("supporting", "texts", "mã cơ quan phối hợp", "the offices that support"),
        Field("count", "tables", "con số báo cáo, nhiều nhất 5", "numbers, 5 at most", inner=COUNT),
    ),
)
SPECIAL_DAY = Shape(
    "Một ngày nghỉ hoặc ngày làm bù được thông báo",
    "A day off, or worked in exchange, as announced",
    (
        Field("day", "day", "ngày", "the day", required=True),
        Field("off", "flag", "nghỉ (true) hay làm bù (false)", "off, or worked", required=True),
        Field("announced_on", "day", "thông báo ngày", "announced on", required=True),
        *_text("name", "tên gọi", "its name", required=True),
        Field("basis", "text", "căn cứ", "what it rests on"),
    ),
)
SHAPE = Shape(
    "Nhiệm vụ được giao và ngày nghỉ, ngày làm bù",
    "The duties handed down, and the days off or worked in exchange",
    (
        Field("duty", "tables", "các nhiệm vụ", "the duties", inner=DUTY),
        Field("special_day", "tables", "ngày nghỉ, làm bù", "special days", inner=SPECIAL_DAY),
    ),
)
