"""Invented trends for the page that shows every part."""

from datetime import date

from mangnon.ui.charts.trend import Break, Due, Point, Segment, Series, Tone, Trend


def _years(first: int, *values: float, spread: float = 0.0) -> Segment:
    """Make a segment of yearly values on 31 December, with intervals where asked."""
    return tuple(
        Point(
            date(first + i, 12, 31),
            value,
            value - spread if spread else None,
            value + spread if spread else None,
        )
        for i, value in enumerate(values)
    )


def _path(base: float, *steps: tuple[int, float]) -> tuple[Due, ...]:
    dues = (Due(date(year, 12, 31), value) for year, value in steps)
    return (Due(date(2012, 12, 31), base), *dues)


def _trend(title: str, path: tuple[Due, ...], tone: Tone, *segments: Segment) -> Trend:
    return Trend(title, segments, path, tone=tone, label="Toàn tỉnh")


SPECIAL = Trend(
    "Trẻ em có hoàn cảnh đặc biệt",
    (_years(2012, 2.95, 2.85, 2.68, 2.46, 2.30), _years(2017, 1.62, 1.5, 1.35, 1.22)),
    _path(2.95, (2015, 2.5), (2020, 2.0)),
    breaks=(Break(date(2017, 6, 1), "Luật Trẻ em 2016, nhóm mới"),),
    label="Toàn tỉnh",
    decimals=2,
)
ASSISTED = _trend(
    "Trẻ em được trợ giúp",
    _path(71, (2015, 80), (2020, 98)),
    "late",
    _years(2012, 71, 74, 78, 81.5, 84, 86, 89, 92, 95.6),
)
STUNTED = Trend(
    "Trẻ dưới 5 tuổi thấp còi",
    (_years(2012, 25, 24, 23, 22, 21, 19.9, 18.9, 17.8, 16.6, spread=1.9),),
    _path(25, (2020, 18)),
    tone="good",
    label="Điều tra",
    others=(Series("Cân đo", (_years(2014, 20.2, 19.6, 18.9, 17.7, 16.2, 15.4, 14.1),)),),
)
SCHOOLS = Trend(
    "Trường đạt chuẩn quốc gia",
    (
        (
            *_years(2012, 43, 46, 50, 54, 58, 62, 65, 69),
            Point(date(2020, 9, 30), 73, None, None, True),
        ),
    ),
    _path(43, (2020, 80)),
    tone="late",
)
FRIENDLY = Trend(
    "Xã, phường phù hợp với trẻ em",
    (_years(2012, 45, 52), _years(2014, 58, 67, 75, 82, 88), _years(2019, 46, 54.9)),
    _path(45, (2020, 100)),
    breaks=(
        Break(date(2014, 7, 15), "tiêu chuẩn 34/2014"),
        Break(date(2019, 1, 3), "tiêu chuẩn 06/QĐ-TTg"),
    ),
    tone="near",
    label="Toàn tỉnh",
)
BY_LEVEL = Trend(
    "Trường đạt chuẩn quốc gia, theo cấp học",
    SCHOOLS.segments,
    SCHOOLS.path,
    others=(
        Series("Mầm non", (_years(2012, 38, 41, 44, 49, 53, 57, 60, 64, 69),)),
        Series("Tiểu học", (_years(2012, 71, 73, 76, 79, 82, 85, 88, 90, 93),)),
        Series("THCS", (_years(2012, 30, 33, 38, 44, 50, 55, 60, 66, 72),)),
        Series("THPT", (_years(2014, 28, 31, 33, 35, 39, 42, 45),)),
    ),
    tone="late",
    label="Mọi cấp",
)
EMPTY = Trend("Chưa có gì", ())
