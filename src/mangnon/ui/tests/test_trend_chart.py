"""The large trend, and bars."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from mangnon.ui import sample, sample_trends
from mangnon.ui.charts.bars import Bar, BarChart, Level, bars
from mangnon.ui.charts.trend import Point, Series
from mangnon.ui.charts.trend_chart import trend_chart
from mangnon.ui.tests.markup import all_of, read, texts


def test_it_is_drawn_for_wide_and_narrow_columns() -> None:
    drawn = trend_chart(sample_trends.SPECIAL)
    assert len(all_of(drawn, "wide")) == len(all_of(drawn, "narrow")) == 1


def test_a_break_is_a_rule_with_its_reason() -> None:
    drawn = trend_chart(sample_trends.SPECIAL)
    assert len(all_of(drawn, "break")) == 2
    assert "6-2017: Luật Trẻ em 2016, nhóm mới" in texts(drawn)


def test_lines_beside_the_main_one_are_named_where_they_end() -> None:
    written = " ".join(texts(trend_chart(sample_trends.BY_LEVEL)))
    assert all(name in written for name in ("Mầm non", "Tiểu học", "THCS", "THPT", "Mọi cấp"))


def test_a_line_that_ends_earlier_says_in_which_year() -> None:
    census = Series("Tổng điều tra", ((Point(date(2019, 4, 1), 12.0),),))
    written = " ".join(texts(trend_chart(replace(sample_trends.SPECIAL, others=(census,)))))
    assert "Tổng điều tra, 2019" in written
    assert ", 2025" not in written


def test_lines_differ_in_marker_and_dash_not_only_in_colour() -> None:
    drawn = trend_chart(sample_trends.BY_LEVEL)
    classes = {e.get("class") for e in read(drawn).iter("polyline") if "line" in e.get("class", "")}
    shapes = {e.get("d", e.tag).split("m", 1)[-1] for e in all_of(drawn, "spot")}
    assert classes == {"line s1", "line s2", "line s3", "line s4"}
    assert len(shapes) == 4


@pytest.mark.parametrize("sheet", ["wide", "narrow"])
def test_labels_at_the_edge_do_not_cover_each_other(sheet: str) -> None:
    (drawing,) = all_of(trend_chart(sample_trends.BY_LEVEL), sheet)
    places = [(float(t.get("x", "0")), float(t.get("y", "0"))) for t in drawing.iter("text")]
    edge = max(x for x, _ in places)
    heights = sorted(y for x, y in places if x == edge)
    assert len(heights) >= 6
    assert all(b - a >= 14 for a, b in pairwise(heights))


@pytest.mark.parametrize("sheet", ["wide", "narrow"])
def test_the_year_of_the_promise_is_on_the_axis(sheet: str) -> None:
    (drawing,) = all_of(trend_chart(sample_trends.SPECIAL), sheet)
    assert "2020" in [text.text for text in drawing.iter("text")]


def test_an_empty_trend_says_so() -> None:
    assert "Chưa có số liệu để vẽ." in texts(trend_chart(sample_trends.EMPTY))


def test_bars_show_values_level_and_what_is_withheld() -> None:
    drawn = bars(sample.DISTRICT_BARS)
    assert {"96,2%", "hứa 98%", "Không công bố vì số quá nhỏ"} <= set(texts(drawn))
    assert len(all_of(drawn, "fill")) == 22
    assert len(all_of(drawn, "absent")) == 2


def test_bars_are_as_long_as_their_values() -> None:
    chart = BarChart("Hai nơi", (Bar("A", 40, "40"), Bar("B", 80, "80")), Level(80, "hứa"))
    short, long = (float(e.get("width", "0")) for e in all_of(bars(chart), "fill")[:2])
    assert long == pytest.approx(2 * short, abs=0.2)


def test_long_names_of_bars_are_broken_into_lines_that_fit() -> None:
    name = "Trẻ em mắc bệnh hiểm nghèo hoặc bệnh phải điều trị dài ngày thuộc hộ nghèo, cận nghèo"
    drawn = bars(BarChart("Nhóm", (Bar(name, 1, "1"), Bar("Khác", 2, "2"))))
    lines = [line for line in texts(drawn) if len(line) > 2]
    assert " ".join(lines).count(name) == 2
    assert max(map(len, lines)) <= 45
    heights = [float(e.get("y", "0")) for e in all_of(drawn, "fill")]
    assert heights == sorted(heights[:2]) + sorted(heights[2:])


def test_bars_without_links_are_an_image() -> None:
    chart = BarChart("Một nơi", (Bar("A", 40, "40"),))
    assert {e.get("role") for e in read(bars(chart)).iter("svg")} == {"img"}
    linked = replace(chart, bars=(Bar("A", 40, "40", "/a"),))
    assert {e.get("role") for e in read(bars(linked)).iter("svg")} == {"group"}


def test_bars_of_nothing_but_zeros_have_no_length() -> None:
    drawn = bars(BarChart("Chưa nơi nào", (Bar("A", 0, "0%"), Bar("B", 0, "0%"))))
    assert {float(one.get("width")) for one in all_of(drawn, "fill")} == {1.0}
