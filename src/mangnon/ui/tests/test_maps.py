"""Maps: tiles, schematic points, boundaries, and their key."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon.ui import sample
from mangnon.ui.charts.bars import Bar, BarChart, bars
from mangnon.ui.charts.boundaries import boundary_map
from mangnon.ui.charts.draw_map import draw_map
from mangnon.ui.charts.key import map_key
from mangnon.ui.charts.maps import MapPicture, MapShape
from mangnon.ui.charts.points import point_map
from mangnon.ui.charts.project import project, resolve
from mangnon.ui.charts.tiles import tile_map
from mangnon.ui.tests.markup import all_of, read, texts

SQUARE = ((106.0, 20.0), (106.2, 20.0), (106.2, 20.2), (106.0, 20.2))
UNIT = MapShape("1", "Xã Một", "93%", 4, "/1", 106.1, 20.1, (SQUARE,), "Huyện A")
EMPTY = MapPicture("Trống", (), "thấp", "cao")


def picture(*shapes: MapShape) -> MapPicture:
    """A map of a few shapes."""
    return MapPicture("Bản đồ", shapes, "thấp", "cao")


@pytest.mark.parametrize("draw", [tile_map, point_map, boundary_map])
def test_every_unit_is_a_link_that_says_its_value(draw) -> None:
    drawn = draw(picture(UNIT))
    (anchor,) = read(drawn).iter("a")
    assert anchor.get("href") == "/1"
    assert anchor.findtext("title") == "Xã Một: 93%"
    assert len(all_of(drawn, "q4")) == 2


@pytest.mark.parametrize("draw", [tile_map, point_map, boundary_map, draw_map])
def test_an_empty_map_is_still_a_drawing(draw) -> None:
    assert next(read(draw(EMPTY)).iter("svg")).get("role") == "img"


@pytest.mark.parametrize("draw", [tile_map, point_map, boundary_map])
def test_a_withheld_unit_is_hatched_and_shows_no_value(draw) -> None:
    drawn = draw(picture(replace(UNIT, marker="withheld")))
    (shape,) = [e for e in all_of(drawn, "withheld") if e.get("class") == "withheld"][:1]
    pattern = next(read(drawn).iter("pattern"))
    assert shape.get("fill") == f"url(#{pattern.get('id')})"
    assert "93%" not in drawn
    assert "Không công bố vì số quá nhỏ" in drawn


@pytest.mark.parametrize("draw", [tile_map, point_map, boundary_map])
def test_too_few_to_judge_keeps_its_value_and_takes_no_colour(draw) -> None:
    drawn = draw(picture(replace(UNIT, marker="few", band=None)))
    assert "Xã Một: 93% (quá ít để kết luận)" in drawn
    assert len(all_of(drawn, "few")) >= 2
    assert ">Quá ít để kết luận</li>" in drawn


def test_a_withheld_value_is_not_said_of_a_bar_either() -> None:
    drawn = bars(BarChart("Nơi", (Bar("A", None, "3 trẻ", marker="withheld"),)))
    assert "3 trẻ" not in drawn


def test_two_maps_on_a_page_do_not_share_a_hatching() -> None:
    hidden = replace(UNIT, marker="withheld")
    one, two = tile_map(picture(hidden)), tile_map(replace(picture(hidden), title="Khác"))
    ids = [e.get("id") for markup in (one, two) for e in read(markup).iter("pattern")]
    assert len(ids) == len(set(ids)) == 4


def test_the_key_has_words_at_both_ends_and_only_signs_that_occur() -> None:
    drawn = point_map(picture(UNIT))
    assert "<span>thấp</span><span>cao</span>" in drawn
    assert "Ước tính" not in drawn
    assert "Ước tính" in point_map(picture(replace(UNIT, marker="estimated")))


def test_a_unit_without_a_band_has_no_data() -> None:
    drawn = point_map(picture(replace(UNIT, band=None, value_text="")), "en")
    assert "Xã Một: no data" in drawn
    assert all_of(drawn, "nodata")


def test_tiles_are_grouped_under_the_district_north_first() -> None:
    south = replace(UNIT, code="2", group="Huyện B", lat=19.5)
    drawn = tile_map(picture(south, UNIT), columns=1)
    assert texts(drawn) == ["Huyện A", "Huyện B"]


def test_tiles_without_positions_keep_the_given_order_and_claim_no_direction() -> None:
    first, second = replace(UNIT, group="Huyện B", lat=None), replace(UNIT, group="Huyện A")
    drawn = tile_map(picture(first, second), columns=1)
    assert texts(drawn) == ["Huyện B", "Huyện A"]
    assert "từ bắc xuống nam" not in drawn
    assert "từ bắc xuống nam" in tile_map(picture(UNIT))


def test_207_tiles_are_all_there() -> None:
    assert len(list(read(tile_map(sample.TILE_MAP)).iter("a"))) == 207


def test_points_keep_their_neighbours() -> None:
    west, east = replace(UNIT, name="Tây", lon=106.0), replace(UNIT, name="Đông", lon=106.4)
    north = replace(UNIT, name="Bắc", lat=20.6, lon=106.2)
    drawn = read(point_map(picture(west, east, north)))
    spots = {a.findtext("title", "")[:3]: a.find("circle") for a in drawn.iter("a")}
    at = {k: (float(c.get("cx")), float(c.get("cy"))) for k, c in spots.items() if c is not None}
    assert at["Tây"][0] < at["Bắc"][0] < at["Đôn"][0]
    assert at["Bắc"][1] < at["Tây"][1]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 300)), min_size=2, max_size=30))
def test_circles_do_not_overlap(homes: list[tuple[float, float]]) -> None:
    moved = resolve(tuple(homes), 20.0)
    pairs = [(a, b) for i, a in enumerate(moved) for b in moved[i + 1 :]]
    assert min(math.dist(a, b) for a, b in pairs) >= 19.0


def test_a_schematic_map_says_that_it_is_one() -> None:
    assert "Bản đồ giản lược" in point_map(picture(UNIT))
    assert "Schematic map" in point_map(picture(UNIT), "en")


def test_north_is_up_and_longitude_is_shortened() -> None:
    (sw, ne), height = project([(106.0, 20.0), (107.0, 21.0)], 100)
    assert sw[1] > ne[1]
    assert height == pytest.approx(100 / math.cos(math.radians(20.5)))


def test_boundaries_keep_holes() -> None:
    hole = ((106.05, 20.05), (106.1, 20.05), (106.1, 20.1))
    drawn = boundary_map(picture(replace(UNIT, rings=(SQUARE, hole))))
    (outline,) = all_of(drawn, "q4")[:1]
    assert outline.get("d", "").count("Z") == 2
    assert outline.get("fill-rule") == "evenodd"


def test_a_name_stands_at_the_centre_of_gravity() -> None:
    drawn = boundary_map(picture(replace(UNIT, short="Một")))
    (name,) = all_of(drawn, "halo")
    assert name.text == "Một"
    assert float(name.get("x", "0")) == pytest.approx(170, abs=0.2)


def test_the_truest_map_is_chosen() -> None:
    without_rings = replace(UNIT, code="2", rings=None)
    nowhere = replace(without_rings, code="3", lon=None)
    assert all_of(draw_map(picture(UNIT)), "boundaries")
    assert all_of(draw_map(picture(UNIT, without_rings)), "points")
    assert all_of(draw_map(picture(UNIT, nowhere)), "tiles")


def test_names_cannot_break_out_of_the_drawing() -> None:
    evil = replace(UNIT, name='<script>alert("1")</script>')
    for draw in (tile_map, point_map, boundary_map):
        assert "<script" not in draw(picture(evil))


def test_without_a_figure_to_show_the_key_has_no_colours() -> None:
    shapes = tuple(replace(one, band=None, marker="withheld") for one in sample.TILE_MAP.shapes)
    drawn = map_key(MapPicture("Trống", shapes, "", ""), "tiles")
    assert "ends" not in drawn
    assert "Không công bố" in drawn
    assert "ends" in map_key(sample.TILE_MAP, "tiles")
