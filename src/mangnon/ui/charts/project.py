"""From longitude and latitude to a drawing, and points pushed apart until none overlap."""

import math
from collections.abc import Sequence
from functools import lru_cache

from mangnon.ui.charts.svg import XY

# Each point may take this share of the way back to its true place at every step.
HOMESICK = 0.04


def project(places: Sequence[XY], width: float) -> tuple[list[XY], float]:
    """Fit (longitude, latitude) into ``width`` pixels, equirectangular; return also the height.

    North is up; a degree of longitude is shortened by the cosine of the middle latitude.
    """
    if not places:
        return [], 0.0
    west, east = min(p[0] for p in places), max(p[0] for p in places)
    south, north = min(p[1] for p in places), max(p[1] for p in places)
    shorten = math.cos(math.radians((south + north) / 2))
    across = max((east - west) * shorten, (north - south) * 0.4, 1e-9)
    scale = width / across
    pad = (width - (east - west) * shorten * scale) / 2
    fitted = [(pad + (lon - west) * shorten * scale, (north - lat) * scale) for lon, lat in places]
    return fitted, (north - south) * scale


def _push(points: list[XY], distance: float) -> float:
    """Move every overlapping pair apart in place; return the deepest overlap found."""
    order = sorted(range(len(points)), key=lambda index: points[index][1])
    deepest = 0.0
    for rank, first in enumerate(order):
        for second in order[rank + 1 :]:
            (x1, y1), (x2, y2) = points[first], points[second]
            if y2 - y1 >= distance:
                break
            apart = math.hypot(x2 - x1, y2 - y1)
            if apart >= distance:
                continue
            angle = math.atan2(y2 - y1, x2 - x1) if apart else 2.4 * second
            half = (distance - apart) / 2
            dx, dy = math.cos(angle) * half, math.sin(angle) * half
            points[first], points[second] = (x1 - dx, y1 - dy), (x2 + dx, y2 + dy)
            deepest = max(deepest, distance - apart)
    return deepest


@lru_cache(maxsize=64)
def resolve(homes: tuple[XY, ...], distance: float) -> tuple[XY, ...]:
    """Push points at least ``distance`` apart, each as near to its home as the others allow."""
    points = list(homes)
    for _ in range(120):
        _push(points, distance)
        points = [
            (x + (hx - x) * HOMESICK, y + (hy - y) * HOMESICK)
            for (x, y), (hx, hy) in zip(points, homes, strict=True)
        ]
    for _ in range(400):
        if _push(points, distance) < 0.05:
            break
    return tuple(points)
