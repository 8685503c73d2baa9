"""The keys of ``documents.toml``."""

from mangnon.legislation.standing.words import RELATIONS, Standing
from mangnon.packfile import Field, Shape

KINDS = (
    *("constitution", "law", "ordinance", "resolution", "decree", "decision", "circular"),
    *("directive", "plan", "report", "conclusion", "guidance", "notice", "letter"),
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
        Field("signer", "text", "người ký, như in", "who signed, as printed"),
        Field("signer_title_vi", "text", "chức danh người ký", "the signer's title, in Vietnamese"),
        Field("signer_title_en", "text", "chức danh, tiếng Anh", "the signer's title"),
        Field("title_vi", "text", "tên ngắn", "short title, in Vietnamese", required=True),
        Field("title_en", "text", "tên ngắn, tiếng Anh", "short title", required=True),
        Field("abstract_vi", "text", "trích yếu, như in", "abstract, in Vietnamese"),
        Field("abstract_en", "text", "trích yếu, tiếng Anh", "abstract"),
        Field("issued_on", "day", "ngày ban hành", "day of issue"),
        Field("in_force_from", "day", "ngày có hiệu lực", "first day in force"),
        Field("expired_on", "day", "ngày đầu tiên hết hiệu lực", "first day no longer in force"),
        Field("expiry_reason_vi", "text", "lý do hết hiệu lực", "why it expired, in Vietnamese"),
        Field("expiry_reason_en", "text", "lý do, tiếng Anh", "why it expired"),
        Field("stated", "code", "hiệu lực theo nguồn", "how its source says it stands",
              choices=tuple(Standing)),
        Field("stated_on", "day", "ngày đọc nguồn ấy", "the day the source was read"),
        Field("stated_by", "text", "nguồn nào", "which source"),
        Field("gazette", "text", "số công báo", "number of the gazette"),
        Field("gazette_on", "day", "ngày công báo", "day of the gazette"),
        Field("branch_vi", "text", "ngành", "branch, in Vietnamese"),
        Field("branch_en", "text", "ngành, tiếng Anh", "branch"),
        Field("field_vi", "text", "lĩnh vực", "field, in Vietnamese"),
        Field("field_en", "text", "lĩnh vực, tiếng Anh", "field"),
        Field("scope_vi", "text", "phạm vi", "where it applies, in Vietnamese"),
        Field("scope_en", "text", "phạm vi, tiếng Anh", "where it applies"),
        Field("language", "code", "ngôn ngữ của văn bản: vi", "the document's language: vi"),
        Field("held", "flag", "gói có bản gốc", "the original is held"),
        Field("note_vi", "text", "ghi chú", "note, in Vietnamese"),
        Field("note_en", "text", "ghi chú, tiếng Anh", "note"),
        Field("clause", "tables", "các điều, khoản", "its clauses", inner=CLAUSE),
    ),
)  # fmt: skip
RELATION = Shape(
    "Văn bản này làm gì với văn bản kia",
    "What one document does to another",
    (
        Field("from", "code", "văn bản này", "this document", required=True),
        Field("from_clause", "code", "điều, khoản của nó: dieu-3", "its clause: dieu-3"),
        Field("kind", "code", "quan hệ", "relation", required=True, choices=RELATIONS),
        Field("to", "code", "văn bản kia", "the other document", required=True),
        Field("to_clause", "code", "điều, khoản của văn bản kia", "the other's clause"),
        Field("part", "flag", "chỉ một phần", "a part only"),
        Field("on", "day", "từ ngày", "since"),
        Field("until", "day", "đến trước ngày, khi ngưng hiệu lực", "until, where it suspends"),
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
