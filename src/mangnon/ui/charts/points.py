"""A schematic map from points: circles that keep their neighbours and do not overlap."""

import math

from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.key import map_key
from mangnon.ui.charts.maps import (
    MOST_NAMED,
    MapPicture,
    MapShape,
    drawing,
    hatch_id,
    linked_shape,
    paint,
)
from mangnon.ui.charts.project import project, resolve
from mangnon.ui.charts.scale import wrap
from mangnon.ui.charts.words import SCHEMATIC, say

WIDTH, LETTER = 320.0, 12.6
# Circles together cover this share of the drawing.
COVER, LARGEST, GAP = 0.46, 31.0, 2.0


def _radius(count: int, height: float) -> float:
    covered = COVER * WIDTH * max(height, WIDTH * 0.6)
    return min(LARGEST, math.sqrt(covered / (max(count, 1) * math.pi)))


def _label(shape: MapShape, centre: svg.XY) -> str:
    """Write name and value into a circle that is large enough."""
    x, y = centre
    rows = wrap(shape.short or shape.name, 6)[:2]
    start = y - (7 * len(rows)) + 4
    value = svg.text(x, start + 14 * len(rows), shape.shown, "v mid")
    return svg.lines(x, start, rows, 14, "t mid") + value


def _spot(
    shape: MapShape, centre: svg.XY, radius: float, named: bool, hatch: str, language: Language
) -> str:
    x, y = centre
    place: dict[str, svg.Attribute] = {
        "cx": x,
        "cy": y,
        "r": radius,
        "class": shape.class_name,
        "fill": paint(shape, hatch),
    }
    label = _label(shape, centre) if named else ""
    inside = svg.element("circle", place), label
    return svg.group(f"on-{shape.class_name}", linked_shape(shape, language, *inside))


def point_map(picture: MapPicture, language: Language = "vi") -> str:
    """Draw a schematic map of units that have a point, with the key, as an HTML fragment.

    Shapes without longitude or latitude are left out; the table beside the map has them.
    """
    shapes = [s for s in picture.shapes if s.lon is not None and s.lat is not None]
    places = [(s.lon, s.lat) for s in shapes if s.lon is not None and s.lat is not None]
    _, height = project(places, WIDTH)
    radius = _radius(len(shapes), height)
    homes, _ = project(places, WIDTH - 2 * radius)
    centres = resolve(tuple(homes), 2 * radius + GAP)
    left, top = (min((c[axis] for c in centres), default=0.0) - radius - 1 for axis in (0, 1))
    size = tuple(
        max((c[axis] for c in centres), default=0.0) + radius + 1 - edge
        for axis, edge in ((0, left), (1, top))
    )
    named = len(shapes) <= MOST_NAMED
    hatch = hatch_id("points", picture.title)
    spots = (
        _spot(shape, (x - left, y - top), radius, named, hatch, language)
        for shape, (x, y) in zip(shapes, centres, strict=True)
    )
    note = f'<p class="schematic">{say(SCHEMATIC, language)}</p>'
    drawn = drawing(picture, "points", (size[0], size[1]), language, *spots)
    return drawn + map_key(picture, "points", language) + note
