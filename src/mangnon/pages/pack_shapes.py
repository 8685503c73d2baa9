"""The heads of a pack's pages."""

from mangnon.packfile import Field, Shape
from mangnon.pages.models import SectionPage

KINDS = ("home", "section", "text", "policy", "situation", "news-index", "news")
SECTIONS = tuple(kind for kind in SectionPage.Kind.values if kind)

PAGE = Shape(
    "Phần đầu của một trang, giữa hai dòng +++",
    "The head of a page, between two lines +++",
    (
        Field("title", "text", "tiêu đề", "title", required=True),
        Field("lead", "text", "đoạn mở đầu", "lead", required=True),
        Field("kind", "code", "loại trang", "kind of page", required=True, choices=KINDS),
        Field("under", "code", "trang mẹ: tên tệp không đuôi", "the page above: its file's stem"),
        Field("slug", "code", "phần cuối của địa chỉ", "last part of the address"),
        Field("order", "whole", "thứ tự dưới trang mẹ", "order below the page above"),
        Field("menu", "flag", "có trong trình đơn", "stands in the menu"),
        Field("section", "code", "loại chuyên mục", "kind of section", choices=SECTIONS),
        Field("office", "code", "cơ quan chịu trách nhiệm", "office that answers for the page"),
        Field("contact", "text", "nơi góp ý", "where to write"),
        Field("review_by", "day", "xem lại trước ngày", "to be looked at before"),
        Field("picture", "code", "hình đầu trang", "head picture"),
        Field("protects", "flag", "có nút thoát nhanh", "has a way to leave quickly"),
        Field("for_children", "flag", "viết cho trẻ em", "written for children"),
        Field("foot", "flag", "hiện ở chân mọi trang", "stands at the foot of every page"),
        Field("date", "day", "ngày của tin", "day of the news"),
        Field("date_note", "text", "ghi chú về ngày", "note on the day"),
        Field("signature", "text", "chữ ký như đã in", "signature as printed"),
        Field("signed_by", "code", "cơ quan của người ký", "office of who signed"),
        Field("basis", "texts", "căn cứ: mã văn bản | điều", "basis: document's code | article"),
        Field("leads_to", "texts", "dẫn tới: procedure:mã, service:mã, page:trang",
              "leads to: procedure:code, service:code, page:stem"),
    ),
)  # fmt: skip

PICTURE = Shape(
    "Một hình",
    "A picture",
    (
        Field("file", "text", "tên tệp trong pictures/", "file in pictures/", required=True),
        Field("title_vi", "text", "tên", "name, in Vietnamese", required=True),
        Field("title_en", "text", "tên, tiếng Anh", "name", required=True),
        Field("alt_vi", "text", "mô tả hình", "what it shows, in Vietnamese", required=True),
        Field("alt_en", "text", "mô tả hình, tiếng Anh", "what it shows", required=True),
        Field("credit_vi", "text", "nguồn, người vẽ", "who made it, in Vietnamese"),
        Field("credit_en", "text", "nguồn, tiếng Anh", "who made it"),
    ),
)
PICTURES = Shape(
    "Các hình của gói",
    "The pack's pictures",
    (Field("picture", "tables", "các hình", "the pictures", inner=PICTURE),),
)

_TWICE = (
    ("functions", "chức năng, nhiệm vụ", "what it does"),
    ("structure", "cơ cấu tổ chức", "how it is made up"),
    ("post", "chức danh phụ trách, không ghi tên riêng", "the post in charge, no person's name"),
)
PROFILE = Shape(
    "Một trang cơ quan",
    "An office's page",
    (
        Field("office", "code", "mã cơ quan", "code of the office", required=True),
        *(
            Field(f"{stem}_{tongue}", "text", vi, en)
            for stem, vi, en in _TWICE
            for tongue in ("vi", "en")
        ),
        Field("address", "text", "địa chỉ; để trống nếu chưa biết", "address, or empty"),
        Field("telephone", "text", "điện thoại; để trống nếu chưa biết", "telephone, or empty"),
        Field("email", "text", "thư điện tử; để trống nếu chưa biết", "e-mail, or empty"),
    ),
)
OFFICES = Shape(
    "Trang các cơ quan",
    "The offices' pages",
    (Field("profile", "tables", "các trang cơ quan", "the offices' pages", inner=PROFILE),),
)

LINK = Shape(
    "Một liên kết",
    "A link",
    (
        Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
        Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
        Field("url", "text", "địa chỉ", "address", required=True),
    ),
)
LINKS = Shape(
    "Ô liên kết website ở chân trang",
    "The box of website links at the foot of every page",
    (Field("link", "tables", "các liên kết", "the links", inner=LINK),),
)

VALUE = Shape(
    "Một năm",
    "A year",
    (
        Field("on", "day", "của ngày", "of the day", required=True),
        Field("value", "number", "giá trị", "value", required=True),
    ),
)
SERIES = Shape(
    "Một số liệu bối cảnh",
    "A figure of the context",
    (
        Field("code", "code", "mã", "code", required=True),
        Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
        Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
        Field("unit_vi", "text", "đơn vị", "unit, in Vietnamese", required=True),
        Field("unit_en", "text", "đơn vị, tiếng Anh", "unit", required=True),
        Field("decimals", "whole", "số chữ số thập phân", "decimals"),
        Field("source_vi", "text", "nguồn", "source, in Vietnamese", required=True),
        Field("source_en", "text", "nguồn, tiếng Anh", "source", required=True),
        Field("note_vi", "text", "điều cần biết khi đọc", "what to know, in Vietnamese"),
        Field("note_en", "text", "điều cần biết, tiếng Anh", "what to know"),
        Field("value", "tables", "các năm", "the years", inner=VALUE),
    ),
)
CONTEXT = Shape(
    "Số liệu bối cảnh của tỉnh",
    "The province's context in figures",
    (Field("series", "tables", "các số liệu", "the figures", inner=SERIES),),
)
