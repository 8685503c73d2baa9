"""TopoJSON's arcs, decoded: shared lines, written once, in steps from point to point."""

from collections.abc import Mapping, Sequence
from typing import Any

Point = list[float]


class BadArc(Exception):
    """An arc that is no list of points, or an index that names no arc."""


class Topology:
    """The arcs of a file as absolute points [longitude, latitude]."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        scale, move, stepped = _transform(data.get("transform"))
        arcs = data.get("arcs")
        if not isinstance(arcs, list):
            raise BadArc("arcs")
        self._arcs = [_absolute(arc, scale, move, stepped) for arc in arcs]

    def rings(self, parts: Any) -> list[list[Point]]:
        """Return a polygon's rings from lists of arc numbers; ``~n`` is arc n backward."""
        if not isinstance(parts, list):
            raise BadArc(str(parts))
        return [self._ring(part) for part in parts]

    def _ring(self, indexes: Any) -> list[Point]:
        ring: list[Point] = []
        if not isinstance(indexes, list):
            raise BadArc(str(indexes))
        for index in indexes:
            if not isinstance(index, int) or not -len(self._arcs) <= index < len(self._arcs):
                raise BadArc(f"arc {index}")
            arc = self._arcs[index] if index >= 0 else self._arcs[~index][::-1]
            ring += arc[1:] if ring else arc  # the joint is in both
        return ring


def _transform(raw: Any) -> tuple[Sequence[float], Sequence[float], bool]:
    if raw is None:
        return (1.0, 1.0), (0.0, 0.0), False
    try:
        (sx, sy), (tx, ty) = raw["scale"], raw["translate"]
        return (float(sx), float(sy)), (float(tx), float(ty)), True
    except (KeyError, TypeError, ValueError):
        raise BadArc("transform") from None


def _absolute(
    arc: Any, scale: Sequence[float], move: Sequence[float], stepped: bool
) -> list[Point]:
    points: list[Point] = []
    x = y = 0.0
    try:
        for dx, dy, *_ in arc:
            x, y = (x + dx, y + dy) if stepped else (dx, dy)
            points.append([x * scale[0] + move[0], y * scale[1] + move[1]])
    except (TypeError, ValueError):
        raise BadArc("arc") from None
    return points
