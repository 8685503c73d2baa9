"""A map from imported boundaries, projected equirectangularly."""

from collections.abc import Sequence
from statistics import fmean

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
from mangnon.ui.charts.project import project

WIDTH = 340.0


def _outline(points: Sequence[svg.XY]) -> str:
    """Write one ring as path commands, leaving out points nearer than a third of a pixel."""
    kept: list[svg.XY] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= 0.35:
            kept.append((x, y))
    return "M" + "L".join(f"{svg.number(x)},{svg.number(y)}" for x, y in kept) + "Z"


def _middle(points: Sequence[svg.XY]) -> svg.XY:
    """Return the centre of gravity of a ring; of a ring without area, the mean of its points."""
    pairs = list(zip(points, [*points[1:], points[0]], strict=True))
    crosses = [x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs]
    area = sum(crosses) * 3
    if not area:
        return fmean(p[0] for p in points), fmean(p[1] for p in points)
    weighed = list(zip(pairs, crosses, strict=True))
    x = sum((a[0] + b[0]) * cross for (a, b), cross in weighed) / area
    y = sum((a[1] + b[1]) * cross for (a, b), cross in weighed) / area
    return x, y


def _unit(shape: MapShape, rings: list[list[svg.XY]], hatch: str, language: Language) -> str:
    outline: dict[str, svg.Attribute] = {
        "d": "".join(map(_outline, rings)),
        "fill-rule": "evenodd",
        "class": shape.class_name,
        "fill": paint(shape, hatch),
    }
    return linked_shape(shape, language, svg.element("path", outline))


def _label(shape: MapShape, rings: list[list[svg.XY]]) -> str:
    x, y = _middle(max(rings, key=len))
    return svg.text(x, y + 4, shape.short or shape.name, "t mid halo")


def boundary_map(picture: MapPicture, language: Language = "vi") -> str:
    """Draw units by their rings, with the key, as an HTML fragment.

    Shapes without rings are left out; use ``draw_map`` where only some have them.
    """
    shapes = [(shape, shape.rings) for shape in picture.shapes if shape.rings]
    corners = [corner for _, rings in shapes for ring in rings for corner in ring]
    placed, height = project(corners, WIDTH - 4)
    moved = iter((x + 2, y + 2) for x, y in placed)
    hatch = hatch_id("boundaries", picture.title)
    drawn_rings = [
        (shape, [[next(moved) for _ in ring] for ring in rings]) for shape, rings in shapes
    ]
    units = "".join(_unit(shape, rings, hatch, language) for shape, rings in drawn_rings)
    named = drawn_rings if len(shapes) <= MOST_NAMED else []
    # Names come last, or the next unit would cover them.
    labels = svg.group("labels", *(_label(shape, rings) for shape, rings in named))
    drawn = drawing(picture, "boundaries", (WIDTH, height + 4), language, units, labels)
    return drawn + map_key(picture, "boundaries", language)
