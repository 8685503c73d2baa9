"""The keys of ``meetings.toml``."""

from mangnon.meetings.models import Meeting
from mangnon.packfile import Field, Shape

SPEAKER = Shape(
    "Một báo cáo viên: chức danh và cơ quan, không ghi tên riêng",
    "A speaker: post and office, never a person's name",
    (
        Field("office", "code", "mã cơ quan", "code of the office"),
        Field("post_vi", "text", "chức danh", "post, in Vietnamese", required=True),
        Field("post_en", "text", "chức danh, tiếng Anh", "post", required=True),
        Field("about_vi", "text", "trình bày điều gì", "what about, in Vietnamese"),
        Field("about_en", "text", "trình bày điều gì, tiếng Anh", "what about"),
    ),
)
POINT = Shape(
    "Một mục của chương trình",
    "A point of the programme",
    (
        Field("at", "text", "giờ: 08:00; để trống nếu không biết", "hour: 08:00, or empty"),
        Field("title_vi", "text", "nội dung", "what, in Vietnamese", required=True),
        Field("title_en", "text", "nội dung, tiếng Anh", "what", required=True),
    ),
)
MEETING = Shape(
    "Một hội nghị hoặc lớp tập huấn đã diễn ra",
    "A conference or a training that took place",
    (
        Field("code", "code", "mã trong gói", "code in this pack", required=True),
        Field("kind", "code", "loại", "kind", required=True, choices=tuple(Meeting.Kind.values)),
        Field("title_vi", "text", "tên", "title, in Vietnamese", required=True),
        Field("title_en", "text", "tên, tiếng Anh", "title", required=True),
        Field("day", "day", "ngày, hoặc ngày đầu", "day, or the first day", required=True),
        Field("last_day", "day", "ngày cuối, nếu nhiều ngày", "last day, of several"),
        Field("part", "code", "buổi", "part of the day", choices=tuple(Meeting.Part.values)),
        Field("starts", "text", "giờ bắt đầu: 08:00", "hour of the start: 08:00"),
        Field("ends", "text", "giờ kết thúc: 11:30", "hour of the end: 11:30"),
        Field("place", "text", "địa bàn tổ chức", "the place that held it", required=True),
        Field("office", "code", "mã cơ quan chủ trì", "code of the office that leads"),
        Field("together_with", "texts", "mã cơ quan phối hợp", "codes of the offices beside it"),
        Field("hall", "text", "địa điểm", "where"),
        Field("capacity", "whole", "số chỗ ngồi", "seats"),
        Field("documents", "texts", "mã các văn bản", "codes of the documents it is about"),
        Field("conclusion_vi", "text", "kết luận", "conclusion, in Vietnamese", required=True),
        Field("conclusion_en", "text", "kết luận, tiếng Anh", "conclusion", required=True),
        Field("note_vi", "text", "ghi chú: điều gì không biết", "note, in Vietnamese"),
        Field("note_en", "text", "ghi chú, tiếng Anh", "note: what is not known"),
        Field("speaker", "tables", "các báo cáo viên", "the speakers", inner=SPEAKER),
        Field("point", "tables", "chương trình", "the programme", inner=POINT),
    ),
)
MEETINGS = Shape(
    "Các hội nghị, lớp tập huấn",
    "The conferences and trainings",
    (Field("meeting", "tables", "các hội nghị", "the meetings", inner=MEETING),),
)
