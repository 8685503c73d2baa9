"""The small trend."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon.ui.charts.sparkline import HEIGHT, WIDTH, sparkline
from mangnon.ui.charts.trend import Break, Due, Point, Series, Trend
from mangnon.ui.tests.markup import all_of, read, texts


def year(of: int, value: float) -> Point:
    """A value on the last day of a year."""
    return Point(date(of, 12, 31), value)


BEFORE = (year(2012, 2.95), year(2014, 2.68), year(2016, 2.3))
AFTER = (year(2017, 1.62), year(2020, 1.22))
PATH = (Due(date(2012, 12, 31), 2.95), Due(date(2015, 12, 31), 2.5), Due(date(2020, 12, 31), 2))
TREND = Trend("Hoàn cảnh đặc biệt", (BEFORE, AFTER), PATH, decimals=2)


def test_segments_are_never_joined() -> None:
    lines = all_of(sparkline(TREND), "seen")
    assert [len(line.get("points", "").split()) for line in lines] == [3, 2]


def test_due_dates_are_open_circles_with_their_values() -> None:
    drawn = sparkline(TREND)
    assert len(all_of(drawn, "due")) == 2
    assert {"2,5", "2"} <= set(texts(drawn))


def test_the_last_value_is_written_in_the_page_language() -> None:
    assert "1,22" in texts(sparkline(TREND))
    assert "1.22" in texts(sparkline(TREND, "en"))


def test_a_provisional_last_point_is_hollow_and_its_line_dashed() -> None:
    last = Point(date(2020, 6, 30), 1.3, provisional=True)
    drawn = sparkline(replace(TREND, segments=((*BEFORE, last),)))
    assert len(all_of(drawn, "hollow")) == 1
    assert len(all_of(drawn, "provisional")) == 1


def test_an_interval_is_a_whisker() -> None:
    survey = (Point(date(2019, 12, 31), 17.8, 15.9, 19.7), year(2020, 16.6))
    whiskers = all_of(sparkline(replace(TREND, segments=(survey,), path=())), "whisker")
    assert len(whiskers) == 3


def test_another_source_is_a_line_of_its_own() -> None:
    drawn = sparkline(replace(TREND, others=(Series("Cân đo", (BEFORE, AFTER)),)))
    assert len(all_of(drawn, "other")) == 2
    assert len(all_of(drawn, "seen")) == 2


def test_a_segment_of_one_year_is_a_dot() -> None:
    drawn = sparkline(replace(TREND, segments=((year(2013, 2.8),), AFTER)))
    assert len(all_of(drawn, "now")) == 2


def test_the_words_name_ends_promises_and_breaks() -> None:
    trend = replace(TREND, breaks=(Break(date(2017, 6, 1), "luật mới"),))
    words = read(sparkline(trend)).findtext(".//desc")
    assert words == (
        "2012: 2,95%; 2020: 1,22%. Hứa 2015: 2,50%; 2020: 2,00%. Chuỗi ngắt 2017: luật mới."
    )


@pytest.mark.parametrize("trend", [Trend("Trống", ()), replace(TREND, segments=())])
def test_without_data_it_says_so(trend: Trend) -> None:
    assert read(sparkline(trend)).findtext(".//desc") == "Chưa có số liệu để vẽ."


def test_everything_lies_inside_the_drawing() -> None:
    for circle in all_of(sparkline(TREND), "due"):
        assert 0 <= float(circle.get("cx", "-1")) <= WIDTH
        assert 0 <= float(circle.get("cy", "-1")) <= HEIGHT


def test_a_level_line_is_drawn_in_the_middle() -> None:
    flat = Trend("Đủ", ((year(2019, 100), year(2020, 100)),))
    assert len(all_of(sparkline(flat), "seen")) == 1
