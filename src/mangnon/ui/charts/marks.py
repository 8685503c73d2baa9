"""The strokes that small and large trends share: series, whiskers, due dates, the path."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mangnon.ui.charts import svg
from mangnon.ui.charts.scale import Scale
from mangnon.ui.charts.trend import Due, Point, Segment, Trend

CAP = 3.0


@dataclass(frozen=True, slots=True)
class Plane:
    """Where a day and a value lie on the drawing; days are proleptic ordinals."""

    across: Scale
    up: Scale

    def at(self, point: Point | Due) -> svg.XY:
        """Return the pixel of a point."""
        return self.across(point.at.toordinal()), self.up(point.value)


def segment_lines(plane: Plane, segment: Segment, class_name: str = "seen") -> str:
    """Draw one segment; the way to a provisional point is dashed."""
    firm = [plane.at(p) for p in segment if not p.provisional]
    loose = [plane.at(p) for p in segment if p.provisional]
    dashed = svg.polyline([*firm[-1:], *loose], f"{class_name} provisional")
    return svg.polyline(firm, class_name) + dashed


def whisker(plane: Plane, point: Point) -> str:
    """Draw a point's interval, or nothing where it has none."""
    if point.low is None or point.high is None:
        return ""
    x, low, high = plane.across(point.at.toordinal()), plane.up(point.low), plane.up(point.high)
    caps = (svg.line((x - CAP, y), (x + CAP, y), "whisker") for y in (low, high))
    return svg.line((x, low), (x, high), "whisker") + "".join(caps)


def promised(plane: Plane, path: Sequence[Due], radius: float) -> str:
    """Draw the dotted promised path and an open circle at every due date."""
    dotted = svg.polyline([plane.at(due) for due in path], "path")
    return dotted + "".join(svg.circle(plane.at(due), radius, "due") for due in path[1:])


def dot(centre: svg.XY, provisional: bool, radius: float = 4.2) -> str:
    """Draw the last point: filled, or hollow while its period is not over."""
    return svg.circle(centre, radius, "now hollow" if provisional else "now")


def due_label(plane: Plane, trend: Trend, due: Due, words: str) -> str:
    """Write a promised value where neither the line nor the path to it runs.

    Above the circle where the line passes below it, else below; on the side to which the path
    does not slope.
    """
    x, y = plane.at(due)
    near = min(trend.points, key=lambda point: abs(point.at - due.at), default=None)
    above = near is None or plane.at(near)[1] >= y
    rising = due.value >= trend.path[0].value
    left = above == rising
    height = y - 7 if above else y + 16
    return svg.text(x - 5 if left else x + 5, height, words, "t end halo" if left else "t halo")


Marker = Callable[[svg.XY, str], str]


def _round(centre: svg.XY, class_name: str) -> str:
    return svg.circle(centre, 2.8, class_name)


def _path(shape: str) -> Marker:
    """Make a marker from path commands relative to its centre."""

    def draw(centre: svg.XY, class_name: str) -> str:
        start = f"M{svg.number(centre[0])},{svg.number(centre[1])}"
        return svg.element("path", {"d": f"{start}{shape}", "class": class_name})

    return draw


# Lines beside the main one differ in marker as well as in dash, so that no key is needed.
MARKERS: tuple[Marker, ...] = (
    _path("m-2.8,-2.8h5.6v5.6h-5.6z"),
    _path("m0,-3.8l3.6,6.4h-7.2z"),
    _path("m0,-3.8l3.8,3.8l-3.8,3.8l-3.8,-3.8z"),
    _round,
    _path("m0,3.8l3.6,-6.4h-7.2z"),
)
