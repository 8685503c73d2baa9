"""What a pack says of the duties that its simulation plays: which, from when, to whom, by when."""

from collections.abc import Iterator

from mangnon.duties.models import Handing
from mangnon.duties.pack import judge_duty
from mangnon.duties.pack_shapes import DUTY
from mangnon.packfile import Context, Field, Mistake, Row, Shape
from mangnon.packfile.parts import repeated

RULES = tuple(Handing.Rule.values)
DEADLINES = ("before", "by", "within")
CASCADE = Shape(
    "Một lần giao nhiệm vụ được mô phỏng",
    "A handing down that is simulated",
    (
        Field("duty", "code", "mã nhiệm vụ", "code of the duty", required=True),
        Field("handed_on", "day", "giao ngày", "handed down on", required=True),
        Field("rule", "text", "giao cho ai", "to whom", required=True, choices=RULES),
        Field("offices", "texts", "mã cơ quan nhận", "the offices that receive it"),
        Field("further", "flag", "huyện giao xuống cho xã", "districts hand it on to communes"),
        Field("meetings", "flag", "mỗi nơi họp để phổ biến", "each place holds a meeting"),
        Field("before", "day", "xong trước ngày", "to be done before this day"),
        Field("by", "day", "chậm nhất ngày", "at the latest on this day"),
        Field("within", "whole", "số ngày làm việc", "within so many working days"),
        Field("late", "number", "phần trăm báo cáo chậm", "per cent that report late"),
        Field("unfinished", "whole", "số nơi không báo cáo", "places that never report"),
    ),
)
DUTIES = (
    Field("duty", "tables", "nhiệm vụ chỉ có trong mô phỏng", "invented duties", inner=DUTY),
    Field("cascade", "tables", "các lần giao nhiệm vụ", "duties handed down", inner=CASCADE),
)


def judge_cascades(row: Row, context: Context) -> Iterator[Mistake]:
    """Return what is wrong with the invented duties and their course."""
    yield from repeated(row["duty"], "code")
    yield from repeated(row["cascade"], "duty", "handed_on")
    for duty in row["duty"]:
        yield from judge_duty(duty, context)
    own = {duty["code"] for duty in row["duty"]}
    for one in row["cascade"]:
        if one["duty"] not in own:
            yield from context.unknown(one, "duty", "duty")
        yield from _deadline(one)
        yield from _numbers(one)
        for code in one["offices"] or ():
            if context.find("office", code) is None:
                yield one.wrong(
                    "offices",
                    f"gói không có cơ quan “{code}” — hãy sửa",
                    f"the pack has no office “{code}” — correct it",
                )


def _deadline(one: Row) -> Iterator[Mistake]:
    if sum(one[name] is not None for name in DEADLINES) != 1:
        yield one.wrong(
            "duty",
            "cần đúng một thời hạn: “before”, “by” hoặc “within”",
            "one deadline is needed: “before”, “by” or “within”",
        )
    for name in ("before", "by"):
        if one[name] is not None and one["handed_on"] and one[name] <= one["handed_on"]:
            yield one.wrong(
                name,
                f"thời hạn {one[name]} không sau ngày giao {one['handed_on']} — hãy sửa",
                f"the deadline {one[name]} is not after the day of handing, {one['handed_on']} — "
                "correct it",
            )


def _numbers(one: Row) -> Iterator[Mistake]:
    for name, most in (("late", 100), ("unfinished", 10_000), ("within", 1_000)):
        value = one[name]
        if value is not None and not 0 <= value <= most:
            yield one.wrong(
                name,
                f"“{name}” là {value}, phải từ 0 đến {most} — hãy sửa",
                f"“{name}” is {value}, it must be from 0 to {most} — correct it",
            )
