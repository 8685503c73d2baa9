"""The growth chart: bands between the standard's lines, the child's points, words for all of it."""

from xml.etree import ElementTree

import pytest

from mangnon.ui.charts.growth import GrowthChart, GrowthPoint, StandardLine
from mangnon.ui.charts.growth_chart import growth_chart


@pytest.fixture
def chart():
    lines = tuple(StandardLine(z, ((0, 10.0 + z), (24, 14.0 + z))) for z in (-3, -2, 0, 2, 3))
    points = (GrowthPoint(0, 9.0, "1/1/2020: 9 kg"), GrowthPoint(12, 11.5, "1/1/2021: 11,5 <kg>"))
    return GrowthChart("Cân nặng theo tuổi", "tháng", "kg", (0, 24), 6, lines, points)


def drawings(chart):
    return ElementTree.fromstring(growth_chart(chart)).iter("svg")


def test_both_drawings_hold_three_bands_five_lines_and_every_point(chart):
    for drawing in drawings(chart):
        kinds = [one.get("class", "") for one in drawing.iter()]
        assert sum(kind.startswith("band") for kind in kinds) == 3
        assert sum(kind.startswith("sd") for kind in kinds) == 5
        assert kinds.count("now") == 2


def test_every_point_lies_inside_the_drawing(chart):
    for drawing in drawings(chart):
        _, _, width, height = map(float, drawing.get("viewBox").split())
        for spot in drawing.iter("circle"):
            assert 0 < float(spot.get("cx")) < width
            assert 0 < float(spot.get("cy")) < height


def test_a_heavier_child_is_drawn_higher(chart):
    light, heavy = next(iter(drawings(chart))).iter("circle")
    assert float(heavy.get("cy")) < float(light.get("cy"))


def test_what_it_shows_is_said_in_words_and_escaped(chart):
    markup = growth_chart(chart)
    assert "1/1/2020: 9 kg; 1/1/2021: 11,5 &lt;kg&gt;." in markup
    assert "−2" in markup
    assert "+3" in markup
