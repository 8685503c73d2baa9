"""The keys of ``procedures.toml``."""

from mangnon.legislation.pack_bases import BASIS
from mangnon.packfile import Field, Shape
from mangnon.procedures.models import Paper, Procedure, Way

_CHECK = Field("to_check", "flag", "cần đối chiếu", "to be checked")
STEP = Shape(
    "Một bước",
    "A step",
    (
        Field("words_vi", "text", "việc phải làm", "what to do, in Vietnamese", required=True),
        Field("words_en", "text", "việc phải làm, tiếng Anh", "what to do", required=True),
        _CHECK,
    ),
)
WAY = Shape(
    "Một cách nộp",
    "A way to submit",
    (
        Field("how", "code", "cách nộp", "how", required=True, choices=tuple(Way.How.values)),
        Field("where_vi", "text", "nộp ở đâu", "where, in Vietnamese"),
        Field("where_en", "text", "nộp ở đâu, tiếng Anh", "where"),
        Field("url", "text", "địa chỉ nộp trực tuyến", "address on the web"),
        Field("time_vi", "text", "thời hạn; để trống nếu chưa biết", "time limit, or empty"),
        Field("time_en", "text", "thời hạn, tiếng Anh", "time limit in English"),
        Field("fee_vi", "text", "phí, lệ phí; để trống nếu chưa biết", "fee, or empty"),
        Field("fee_en", "text", "phí, lệ phí, tiếng Anh", "fee in English"),
        _CHECK,
    ),
)
_KINDS = tuple(kind for kind in Paper.Kind.values if kind)
PAPER = Shape(
    "Một giấy tờ",
    "A paper",
    (
        Field("name_vi", "text", "giấy tờ", "paper, in Vietnamese", required=True),
        Field("name_en", "text", "giấy tờ, tiếng Anh", "paper", required=True),
        Field("kind", "text", "bản chính hay bản sao", "original or copy", choices=_KINDS),
        Field("count", "whole", "số bản", "how many"),
        Field("form_vi", "text", "theo mẫu nào", "after which form, in Vietnamese"),
        Field("form_en", "text", "theo mẫu nào, tiếng Anh", "after which form"),
        _CHECK,
    ),
)
PROCEDURE = Shape(
    "Thủ tục hành chính",
    "An administrative procedure",
    (
        Field("code", "code", "mã trong địa chỉ trang", "code in the address", required=True),
        Field("national_code", "text", "mã quốc gia, như 1.001193; hoặc trống", "national code"),
        Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
        Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
        Field("field", "code", "lĩnh vực", "field", True, tuple(Procedure.Field.values)),
        Field("level", "code", "cấp giải quyết", "level", True, tuple(Procedure.Level.values)),
        Field("about_vi", "text", "dùng khi nào", "what for, in Vietnamese"),
        Field("about_en", "text", "dùng khi nào, tiếng Anh", "what for"),
        Field("who_vi", "text", "ai được nộp", "who may apply, in Vietnamese"),
        Field("who_en", "text", "ai được nộp, tiếng Anh", "who may apply"),
        Field("decider_vi", "text", "cơ quan giải quyết", "who decides, in Vietnamese"),
        Field("decider_en", "text", "cơ quan giải quyết, tiếng Anh", "who decides"),
        Field("office", "code", "mã cơ quan trong gói", "code of the office"),
        Field("result_vi", "text", "kết quả", "result, in Vietnamese"),
        Field("result_en", "text", "kết quả, tiếng Anh", "result"),
        Field("conditions_vi", "text", "yêu cầu, điều kiện", "conditions, in Vietnamese"),
        Field("conditions_en", "text", "yêu cầu, điều kiện, tiếng Anh", "conditions"),
        Field("to_check_vi", "text", "còn phải đối chiếu gì", "what to check, in Vietnamese"),
        Field("to_check_en", "text", "còn phải đối chiếu gì, tiếng Anh", "what is to be checked"),
        Field("review_by", "day", "phải xem lại trước ngày", "to be reviewed by"),
        Field("valid_from", "day", "áp dụng từ ngày", "first day"),
        Field("valid_to", "day", "ngày đầu tiên không còn áp dụng", "first day without"),
        Field("replaces", "code", "thay cho thủ tục mang mã", "the procedure that it replaces"),
        Field("step", "tables", "các bước", "its steps", inner=STEP),
        Field("way", "tables", "các cách nộp", "the ways to submit", inner=WAY),
        Field("paper", "tables", "giấy tờ phải có", "the papers needed", inner=PAPER),
        Field("basis", "tables", "căn cứ pháp lý", "the legal bases", inner=BASIS),
    ),
)
PROCEDURES = Shape(
    "Các thủ tục hành chính",
    "The administrative procedures",
    (Field("procedure", "tables", "các thủ tục", "the procedures", inner=PROCEDURE),),
)
