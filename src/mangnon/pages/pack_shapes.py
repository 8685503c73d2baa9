"""The heads of a pack's pages."""

from mangnon.packfile import Field, Shape

KINDS = ("home", "section", "text", "policy", "situation", "news-index", "news")
SECTIONS = ("about", "policies", "economy", "procedures", "services", "documents", "situations")

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
        Field("menu", "flag", "có trong thực đơn", "stands in the menu"),
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
