"""Writing SVG: numbers, escaping, and nothing that a strict content policy refuses."""

import pytest

from mangnon.ui import sample, sample_trends
from mangnon.ui.charts import svg
from mangnon.ui.charts.bars import bars
from mangnon.ui.charts.draw_map import draw_map
from mangnon.ui.charts.sparkline import sparkline
from mangnon.ui.charts.tiles import tile_map
from mangnon.ui.charts.trend import Trend
from mangnon.ui.charts.trend_chart import trend_chart
from mangnon.ui.tests.markup import read

TRENDS = [value for value in vars(sample_trends).values() if isinstance(value, Trend)]
PICTURES = [
    *(sparkline(trend) for trend in TRENDS),
    *(trend_chart(trend) for trend in TRENDS),
    bars(sample.DISTRICT_BARS),
    tile_map(sample.TILE_MAP),
    *(draw_map(p) for p in (sample.COMMUNE_MAP, sample.DISTRICT_MAP, sample.BOUNDARY_MAP)),
]


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.04, "1"), (1.06, "1.1"), (-0.5, "-0.5"), (-0.01, "0"), (0.0, "0"), (120.0, "120")],
)
def test_coordinates_have_one_decimal(value: float, written: str) -> None:
    assert svg.number(value) == written


def test_words_and_addresses_are_escaped() -> None:
    drawn = svg.link('"><script>', "<b>&", svg.text(0, 0, "<i>"))
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert "<i>" not in drawn


@pytest.mark.parametrize("picture", PICTURES)
def test_no_style_attribute_no_colour_no_script(picture: str) -> None:
    for element in read(picture).iter():
        assert not {"style", "stroke"} & set(element.attrib)
        assert element.get("fill", "url(#").startswith("url(#")
        assert not any(name.startswith("on") for name in element.attrib)
        assert element.tag != "script"


@pytest.mark.parametrize("picture", PICTURES)
def test_every_drawing_says_what_it_shows(picture: str) -> None:
    for drawing in read(picture).iter("svg"):
        if drawing.get("aria-hidden") == "true":
            continue
        assert drawing.get("role") in ("img", "group")
        assert (drawing.findtext("title") or "").strip()


@pytest.mark.parametrize("picture", PICTURES)
def test_links_are_never_hidden_inside_an_image(picture: str) -> None:
    for drawing in read(picture).iter("svg"):
        linked = next(drawing.iter("a"), None) is not None
        assert not (linked and drawing.get("role") == "img")
