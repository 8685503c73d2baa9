"""The keys of ``documents.toml``."""

from mangnon.packfile import Field, Shape

KINDS = (
    *("constitution", "law", "ordinance", "resolution", "decree", "decision", "circular"),
    *("directive", "plan", "report", "conclusion", "guidance", "notice", "letter"),
)
RELATIONS = (
    *("implements", "replaces", "amends", "repeals", "guides", "succeeds", "cites"),
    *("corrects", "consolidates"),
)

CLAUSE = Shape(
    "Một điều, khoản, bằng lời của chính văn bản",
    "A clause, in the document's own words",
    (
        Field("anchor", "code", "mã của điều, khoản: dieu-3", "anchor: dieu-3", required=True),
        Field("label_vi", "text", "tên gọi: Điều 3", "label: Article 3", required=True),
        Field("label_en", "text", "tên gọi, tiếng Anh", "label in English", required=True),
        Field("text", "text", "lời của văn bản", "the document's words", required=True),
    ),
)
DOCUMENT = Shape(
    "Văn bản",
    "A document",
    (
        Field("code", "code", "mã trong gói", "code in this pack", required=True),
        Field("number", "text", "số, ký hiệu; để trống nếu không biết", "number, or empty"),
        Field("kind", "code", "loại", "kind", required=True, choices=KINDS),
        Field("issuer_vi", "text", "cơ quan ban hành", "issuer, in Vietnamese"),
        Field("issuer_en", "text", "cơ quan ban hành, tiếng Anh", "issuer"),
        Field("title_vi", "text", "tên ngắn", "short title, in Vietnamese", required=True),
        Field("title_en", "text", "tên ngắn, tiếng Anh", "short title", required=True),
        Field("issued_on", "day", "ngày ban hành", "day of issue"),
        Field("in_force_from", "day", "ngày có hiệu lực", "first day in force"),
        Field("expired_on", "day", "ngày đầu tiên hết hiệu lực", "first day no longer in force"),
        Field("held", "flag", "gói có bản gốc", "the original is held"),
        Field("note_vi", "text", "ghi chú", "note, in Vietnamese"),
        Field("note_en", "text", "ghi chú, tiếng Anh", "note"),
        Field("clause", "tables", "các điều, khoản", "its clauses", inner=CLAUSE),
    ),
)
RELATION = Shape(
    "Văn bản này làm gì với văn bản kia",
    "What one document does to another",
    (
        Field("from", "code", "văn bản này", "this document", required=True),
        Field("kind", "code", "quan hệ", "relation", required=True, choices=RELATIONS),
        Field("to", "code", "văn bản kia", "the other document", required=True),
        Field("on", "day", "từ ngày", "since"),
    ),
)
DOCUMENTS = Shape(
    "Văn bản và quan hệ giữa chúng",
    "Documents and how they relate",
    (
        Field("document", "tables", "các văn bản", "the documents", inner=DOCUMENT),
        Field("relation", "tables", "các quan hệ", "the relations", inner=RELATION),
    ),
)
