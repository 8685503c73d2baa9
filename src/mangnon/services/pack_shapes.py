"""The keys of ``services.toml``."""

from mangnon.legislation.pack_bases import BASIS
from mangnon.packfile import Field, Shape
from mangnon.services.models import Service

SERVICE = Shape(
    "Một dịch vụ",
    "A service",
    (
        Field("code", "code", "mã trong địa chỉ trang", "code in the address", required=True),
        Field("name_vi", "text", "tên", "name, in Vietnamese", required=True),
        Field("name_en", "text", "tên, tiếng Anh", "name", required=True),
        Field("kind", "code", "loại", "kind", required=True, choices=tuple(Service.Kind.values)),
        Field("offers_vi", "text", "giúp được gì", "what it gives, in Vietnamese"),
        Field("offers_en", "text", "giúp được gì, tiếng Anh", "what it gives"),
        Field("for_whom_vi", "text", "dành cho ai", "for whom, in Vietnamese"),
        Field("for_whom_en", "text", "dành cho ai, tiếng Anh", "for whom"),
        Field("age_from", "whole", "từ mấy tuổi", "youngest age"),
        Field("age_to", "whole", "đến mấy tuổi", "oldest age"),
        Field("how_vi", "text", "đến bằng cách nào", "how to reach it, in Vietnamese"),
        Field("how_en", "text", "đến bằng cách nào, tiếng Anh", "how to reach it"),
        Field("place", "text", "đặt tại địa bàn", "the place where it stands"),
        Field("address", "text", "địa chỉ; để trống nếu chưa biết", "address, or empty"),
        Field("telephone", "text", "điện thoại; để trống nếu chưa biết", "telephone, or empty"),
        Field("hours_vi", "text", "giờ làm việc", "hours, in Vietnamese"),
        Field("hours_en", "text", "giờ làm việc, tiếng Anh", "hours"),
        Field("email", "text", "thư điện tử", "e-mail"),
        Field("web", "text", "trang web", "web address"),
        Field("cost_vi", "text", "chi phí", "cost, in Vietnamese"),
        Field("cost_en", "text", "chi phí, tiếng Anh", "cost"),
        Field("whole_area", "flag", "phục vụ toàn địa bàn", "serves the whole area"),
        Field("serves", "texts", "phục vụ các địa bàn", "the places that it serves"),
        Field("office", "code", "mã cơ quan phụ trách", "code of the office"),
        Field("procedures", "texts", "thủ tục dẫn tới dịch vụ", "procedures that lead to it"),
        Field("national_portal", "text", "trên Cổng Dịch vụ công quốc gia", "national portal"),
        Field("to_check_vi", "text", "còn phải đối chiếu gì", "what to check, in Vietnamese"),
        Field("to_check_en", "text", "còn phải đối chiếu gì, tiếng Anh", "what is to be checked"),
        Field("review_by", "day", "phải xem lại trước ngày", "to be reviewed by"),
        Field("basis", "tables", "căn cứ pháp lý", "the legal bases", inner=BASIS),
    ),
)
SERVICES = Shape(
    "Các dịch vụ",
    "The services",
    (Field("service", "tables", "các dịch vụ", "the services", inner=SERVICE),),
)
