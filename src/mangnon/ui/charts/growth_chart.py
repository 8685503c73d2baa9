"""The growth chart: WHO's lines as bands, the child's weighings as a line of points."""

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.growth import XY, GrowthChart
from mangnon.ui.charts.marks import Plane
from mangnon.ui.charts.pair import NARROW, WIDE, Sheet, pair
from mangnon.ui.charts.scale import Scale, spread, tick_decimals, ticks

LEFT, RIGHT, TOP, BOTTOM = 40.0, 34.0, 26.0, 46.0
TALL = {"wide": 420.0, "narrow": 340.0}
# A band lies between two lines: near the median, or between two and three away from it.
BANDS = ((-3, -2, "far"), (-2, 2, "usual"), (2, 3, "far"))


def growth_chart(chart: GrowthChart, language: Language = "vi") -> str:
    """Draw a growth chart twice, for wide and narrow columns, as an HTML fragment."""
    return pair(_draw(chart, WIDE, language), _draw(chart, NARROW, language))


def _draw(chart: GrowthChart, sheet: Sheet, language: Language) -> str:
    plane = _plane(chart, sheet)
    size = (sheet.width, TALL[sheet.name])
    return svg.picture(
        size,
        f"chart growth {sheet.name}",
        chart.title,
        _described(chart),
        _bands(chart, plane),
        _grid(chart, plane, language),
        "".join(_standard(line.points, line.z, plane) for line in chart.lines),
        svg.group("labels", *_labels(chart, plane, sheet)),
        _names(chart, plane, size, sheet),
        _child(chart, plane),
    )


def _plane(chart: GrowthChart, sheet: Sheet) -> Plane:
    low, high = chart.up()
    room = (high - low) * 0.03
    tall = TALL[sheet.name]
    across = Scale(*chart.across, LEFT, sheet.width - RIGHT)
    return Plane(across, Scale(max(low - room, 0.0), high + room, tall - BOTTOM, TOP))


def _at(plane: Plane, point: XY) -> svg.XY:
    return plane.across(point[0]), plane.up(point[1])


def _bands(chart: GrowthChart, plane: Plane) -> str:
    drawn = ""
    for below, above, name in BANDS:
        around = [*chart.line(below), *reversed(chart.line(above))]
        corners = (_at(plane, point) for point in around)
        written = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in corners)
        drawn += svg.element("polygon", {"points": written, "class": f"band {name}"})
    return drawn


def _standard(points: tuple[XY, ...], z: int, plane: Plane) -> str:
    return svg.polyline([_at(plane, point) for point in points], f"sd z{abs(z)}")


def _grid(chart: GrowthChart, plane: Plane, language: Language) -> str:
    """Draw the values on the left, and marks below."""
    steps = ticks(plane.up.low, plane.up.high, 6)
    decimals = tick_decimals(steps)
    drawn = ""
    for value in steps:
        y = plane.up(value)
        drawn += svg.line((plane.across.start, y), (plane.across.end, y), "grid")
        words = format_number(value, decimals, language)
        drawn += svg.text(plane.across.start - 6, y + 4, words, "t end")
    mark = chart.across[0]
    while mark <= chart.across[1] + 1e-9:
        x = plane.across(mark)
        drawn += svg.line((x, plane.up.start), (x, plane.up.start + 4), "tick")
        words = format_number(mark, 0, language)
        drawn += svg.text(x, plane.up.start + 18, words, "t mid")
        mark += chart.step
    ends = (plane.across.start, plane.up.start), (plane.across.end, plane.up.start)
    return drawn + svg.line(*ends, "axis")


def _names(chart: GrowthChart, plane: Plane, size: tuple[float, float], sheet: Sheet) -> str:
    """Say what is drawn upwards and across."""
    below = svg.text((plane.across.start + plane.across.end) / 2, size[1] - 6, chart.across_name,
                     "t mid")  # fmt: skip
    return svg.text(4, 14, chart.up_name) + below


def _labels(chart: GrowthChart, plane: Plane, sheet: Sheet) -> list[str]:
    """Write the z-score of each line at its right end."""
    wanted = [plane.up(line.points[-1][1]) for line in chart.lines]
    placed = spread(wanted, sheet.letter + 1, TOP, plane.up.start)
    return [
        svg.text(plane.across.end + 6, y + 4, line.label)
        for line, y in zip(chart.lines, placed, strict=True)
    ]


def _child(chart: GrowthChart, plane: Plane) -> str:
    """Draw the child's way; the last point carries its words."""
    spots = [(plane.across(point.across), plane.up(point.up)) for point in chart.points]
    drawn = svg.polyline(spots, "seen")
    return drawn + "".join(svg.circle(spot, 3.6, "now") for spot in spots)


def _described(chart: GrowthChart) -> str:
    return "; ".join(point.words for point in chart.points) + "."
