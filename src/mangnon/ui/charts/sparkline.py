"""The small trend beside a promise: the series, the promised path, the due dates."""

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language
from mangnon.ui.charts import marks, svg
from mangnon.ui.charts.describe import describe
from mangnon.ui.charts.scale import Scale, spread
from mangnon.ui.charts.trend import Trend
from mangnon.ui.charts.words import NOTHING, say

# As wide as it is shown, on a phone as on a desk, so that its letters keep their size.
WIDTH, HEIGHT = 264.0, 96.0
LEFT, RIGHT, TOP, BOTTOM = 7.0, 44.0, 16.0, 28.0
LEADING = 13.0


def _plane(trend: Trend) -> marks.Plane | None:
    days = trend.days()
    if days is None:
        return None
    low, high = trend.extent()
    first, last = (day.toordinal() for day in days)
    return marks.Plane(
        Scale(first, last, LEFT, WIDTH - RIGHT), Scale(low, high, HEIGHT - BOTTOM, TOP)
    )


def _end_labels(trend: Trend, plane: marks.Plane, language: Language) -> str:
    """Write the last value and a due value that ends at the same day, one above the other."""
    last = trend.points[-1]
    wanted: list[tuple[float, float, str, str]] = []
    x, y = plane.at(last)
    wanted.append((x, y, format_number(last.value, trend.decimals, language), "v"))
    for due in trend.dues:
        due_x, due_y = plane.at(due)
        if due_x > x - 20:
            wanted.append((due_x, due_y, trend.written_due(due, language), "t"))
    heights = spread([y for _, y, _, _ in wanted], LEADING, 6, HEIGHT - BOTTOM + 6)
    return "".join(
        svg.text(at + 8, height + 4, words, name)
        for (at, _, words, name), height in zip(wanted, heights, strict=True)
    )


def _step_labels(trend: Trend, plane: marks.Plane, language: Language) -> str:
    """Write the values of the due dates that are not already written at the line's end."""
    last_x = plane.at(trend.points[-1])[0] if trend.points else WIDTH
    early = [due for due in trend.dues if not trend.points or plane.at(due)[0] <= last_x - 20]
    return "".join(
        marks.due_label(plane, trend, due, trend.written_due(due, language)) for due in early
    )


def _years(trend: Trend, plane: marks.Plane) -> str:
    """Write the first and last year, and the years of due dates where they fit between."""
    days = trend.days()
    if days is None:
        return ""
    first, last = days
    if first == last:
        return svg.text(plane.across(first.toordinal()), HEIGHT - 4, str(first.year), "t mid")
    written = svg.text(LEFT - 3, HEIGHT - 4, str(first.year))
    written += svg.text(plane.across.end, HEIGHT - 4, str(last.year), "t mid")
    free_from = plane.across.start + 12
    for due in trend.dues:
        x = plane.across(due.at.toordinal())
        if x - free_from >= 30 and plane.across.end - x >= 32:
            written += svg.text(x, HEIGHT - 4, str(due.at.year), "t mid")
            free_from = x
    return written


def sparkline(trend: Trend, language: Language = "vi") -> str:
    """Draw a small trend, 264 by 96 pixels, as an SVG element.

    Segments are never joined, so a break shows as a gap. A trend without any point or promise
    says so in words.
    """
    plane = _plane(trend)
    words = describe(trend, language)
    if plane is None:
        note = svg.text(LEFT, HEIGHT / 2, say(NOTHING, language))
        return svg.picture((WIDTH, HEIGHT), "chart spark", trend.title, words, note)
    faint = "".join(
        marks.segment_lines(plane, segment, "other")
        for series in trend.others
        for segment in series.segments
    )
    seen = "".join(marks.segment_lines(plane, segment) for segment in trend.segments)
    lone = "".join(
        svg.circle(plane.at(segment[0]), 2.4, "now")
        for segment in trend.segments[:-1]
        if len(segment) == 1
    )
    last = trend.points[-1:]
    return svg.picture(
        (WIDTH, HEIGHT),
        f"chart spark tone-{trend.tone}",
        trend.title,
        words,
        svg.group("faint", faint),
        "".join(marks.whisker(plane, point) for point in trend.points),
        seen + lone,
        marks.promised(plane, trend.path, 3.6),
        "".join(marks.dot(plane.at(point), point.provisional) for point in last),
        _end_labels(trend, plane, language) if last else "",
        _step_labels(trend, plane, language),
        _years(trend, plane),
    )
