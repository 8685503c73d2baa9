"""The judges of an outline: one small rule each."""

from collections.abc import Iterator
from math import isfinite
from typing import Any

from mangnon.text.sentence import Sentence

_LEAST_POINTS = 4  # a triangle, closed


def flaws(polygons: Any) -> Iterator[Sentence]:
    """Say what is wrong with polygons of rings of [longitude, latitude]."""
    rings = _rings(polygons)
    if rings is None:
        yield Sentence("tọa độ không đọc được", "its coordinates cannot be read")
        return
    if not rings or not all(rings):
        yield Sentence("hình trống, không có vòng nào", "the shape is empty, it has no ring")
        return
    points = [point for ring in rings for point in ring]
    outside = next((p for p in points if not (abs(p[0]) <= 180 and abs(p[1]) <= 90)), None)
    if outside is not None:
        yield _not_degrees(outside)
        return
    yield from (flaw for ring in rings for flaw in _ring_flaws(ring))


def _ring_flaws(ring: list[list[float]]) -> Iterator[Sentence]:
    if len(ring) < _LEAST_POINTS:
        yield Sentence(
            f"một vòng chỉ có {len(ring)} điểm; cần ít nhất {_LEAST_POINTS}",
            f"a ring has only {len(ring)} points; it needs at least {_LEAST_POINTS}",
        )
    elif ring[0][:2] != ring[-1][:2]:
        yield Sentence(
            f"một vòng không khép: bắt đầu ở {ring[0][:2]}, kết thúc ở {ring[-1][:2]}; "
            "điểm cuối phải trùng điểm đầu",
            f"a ring is not closed: it starts at {ring[0][:2]} and ends at {ring[-1][:2]}; "
            "the last point must repeat the first",
        )


def _not_degrees(point: list[float]) -> Sentence:
    x, y = point[0], point[1]
    swapped = abs(x) <= 90 and abs(y) <= 180
    if swapped:
        return Sentence(
            f"điểm [{x:g}, {y:g}] ghi vĩ độ trước; hãy ghi [kinh độ, vĩ độ]",
            f"the point [{x:g}, {y:g}] has the latitude first; write [longitude, latitude]",
        )
    return Sentence(
        f"điểm [{x:g}, {y:g}] không phải kinh độ, vĩ độ; hãy xuất tệp theo WGS 84 (EPSG:4326)",
        f"the point [{x:g}, {y:g}] is no longitude and latitude; export the file as WGS 84 "
        "(EPSG:4326)",
    )


def _rings(polygons: Any) -> list[list[list[float]]] | None:
    """Return every ring, or None where something is no list of number pairs."""
    if not isinstance(polygons, list):
        return None
    rings: list[list[list[float]]] = []
    for polygon in polygons:
        if not isinstance(polygon, list):
            return None
        for ring in polygon:
            if not isinstance(ring, list) or not all(map(_is_point, ring)):
                return None
            rings.append(ring)
    return rings


def _is_point(point: Any) -> bool:
    return (
        isinstance(point, list)
        and len(point) >= 2
        and all(isinstance(c, int | float) and isfinite(c) for c in point[:2])
    )
