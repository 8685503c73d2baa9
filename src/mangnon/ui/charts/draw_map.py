"""Chooses the truest map that the places allow: boundaries, else points, else tiles."""

from mangnon.text.sentence import Language
from mangnon.ui.charts.boundaries import boundary_map
from mangnon.ui.charts.maps import MapPicture
from mangnon.ui.charts.points import point_map
from mangnon.ui.charts.tiles import tile_map


def draw_map(picture: MapPicture, language: Language = "vi") -> str:
    """Draw a map from what all its shapes have, as an HTML fragment with its key.

    Boundaries for only some of the units would hide the others, so they are used when all have
    them; the same holds for points.
    """
    shapes = picture.shapes
    if shapes and all(shape.rings for shape in shapes):
        return boundary_map(picture, language)
    if shapes and all(shape.lon is not None and shape.lat is not None for shape in shapes):
        return point_map(picture, language)
    return tile_map(picture, language)
