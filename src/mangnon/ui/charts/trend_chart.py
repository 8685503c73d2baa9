"""The large trend: axes, promised path, breaks with their reason, lines with direct labels."""

from collections.abc import Sequence

from mangnon.text.sentence import Language
from mangnon.ui.charts import marks, svg
from mangnon.ui.charts.axes import axes
from mangnon.ui.charts.describe import describe
from mangnon.ui.charts.pair import NARROW, WIDE, Sheet, pair
from mangnon.ui.charts.scale import Scale, spread, text_width, ticks, wrap
from mangnon.ui.charts.trend import Break, Due, Point, Series, Trend
from mangnon.ui.charts.words import NOTHING, PROMISED, say

LEADING = 17.0  # Vietnamese letters carry marks above and below
LEFT, BOTTOM, ABOVE = 44.0, 30.0, 22.0

# What stands at the right edge: its height, its lines of words, its class.
End = tuple[float, list[str], str]
# A line: its class at the edge, its label, its points.
Line = tuple[str, str, Sequence[Point]]
# Why a line breaks: where across, in which row it begins, its rows.
Reason = tuple[float, int, list[str]]


def _label_rows(value: str, label: str, sheet: Sheet) -> list[str]:
    """Put value and name on one line where there is room, else below each other."""
    if sheet is WIDE:
        return wrap(f"{value} {label}".strip(), sheet.label_letters)
    return [value, *(wrap(label, sheet.label_letters) if label else [])]


def _right_margin(trend: Trend, sheet: Sheet) -> float:
    """Return the room that the labels at the line ends need."""
    rows = [row for _, label, _ in _lines(trend) for row in _label_rows("000,0%", label, sheet)]
    longest = max((text_width(row, sheet.letter) for row in rows), default=0.0)
    return min(max(longest, 40.0) + 16, sheet.width / 3)


def _break_rows(cut: Break, room: float, sheet: Sheet) -> list[str]:
    letters = max(int(room / text_width("0", sheet.letter)), 10)
    return wrap(f"{cut.at.month}-{cut.at.year}: {cut.reason}", letters)


def _break_rooms(trend: Trend, across: Scale) -> list[float]:
    """Return how wide each reason may be written: to the next rule or the edge."""
    starts = [across(cut.at.toordinal()) for cut in trend.breaks]
    return [
        after - start - 14
        for start, after in zip(starts, [*starts[1:], across.end + 40], strict=False)
    ]


def _reasons(trend: Trend, across: Scale, sheet: Sheet) -> list[Reason]:
    """Place the reasons beside each other, or below where they are too close for that."""
    rooms = _break_rooms(trend, across)
    rows = [_break_rows(cut, room, sheet) for cut, room in zip(trend.breaks, rooms, strict=True)]
    starts = [across(cut.at.toordinal()) for cut in trend.breaks]
    fits = all(
        text_width(row, sheet.letter) <= room
        for some, room in zip(rows, rooms, strict=True)
        for row in some
    )
    if fits:
        return [(x, 0, some) for x, some in zip(starts, rows, strict=True)]
    found: list[Reason] = []
    for cut, x in zip(trend.breaks, starts, strict=True):
        first = found[-1][1] + len(found[-1][2]) if found else 0
        found.append((x, first, _break_rows(cut, across.end + 26 - x, sheet)))
    return found


def _breaks(reasons: Sequence[Reason], plane: marks.Plane) -> str:
    """Draw a dashed rule at every break with its reason above the plot."""
    return "".join(
        svg.line((x, 6 + LEADING * first), (x, plane.up.start), "break")
        + svg.lines(x + 6, 16 + LEADING * first, rows, LEADING)
        for x, first, rows in reasons
    )


def _plane(trend: Trend, sheet: Sheet) -> marks.Plane | None:
    days = trend.days()
    if days is None:
        return None
    low, high = trend.extent()
    steps = ticks(low, high, 5)
    step = steps[1] - steps[0] if len(steps) > 1 else abs(high) or 1.0
    bottom = 0.0 if 0 <= low < 0.4 * high else low - step / 3
    first, last = (day.toordinal() for day in days)
    across = Scale(first, last, LEFT, sheet.width - _right_margin(trend, sheet))
    reasons = _reasons(trend, across, sheet)
    top = ABOVE + LEADING * max((first + len(rows) for _, first, rows in reasons), default=0)
    return marks.Plane(across, Scale(bottom, high + step / 4, sheet.height - BOTTOM, top))


def _other(series: Series, index: int, plane: marks.Plane) -> str:
    """Draw one line beside the main one, with its own dash and marker."""
    marker = marks.MARKERS[index % len(marks.MARKERS)]
    name = f"line s{index % len(marks.MARKERS) + 1}"
    drawn = "".join(marks.segment_lines(plane, segment, name) for segment in series.segments)
    spots = (plane.at(point) for segment in series.segments for point in segment)
    return drawn + "".join(
        marker(spot, f"spot s{index % len(marks.MARKERS) + 1}") for spot in spots
    )


def _lines(trend: Trend) -> list[Line]:
    """List the lines; one that ends in an earlier year than the newest says in which."""
    lines: list[Line] = [("v", trend.label, trend.points)]
    for index, series in enumerate(trend.others):
        points = tuple(point for segment in series.segments for point in segment)
        lines.append((f"t s{index % len(marks.MARKERS) + 1}", series.label, points))
    newest = max((points[-1].at.year for _, _, points in lines if points), default=0)
    return [
        (name, f"{label}, {points[-1].at.year}".removeprefix(", "), points)
        if points and points[-1].at.year < newest
        else (name, label, points)
        for name, label, points in lines
    ]


def _ends(trend: Trend, plane: marks.Plane, sheet: Sheet, language: Language) -> list[End]:
    """List what is written at the right edge: height, lines of words, class."""
    found: list[End] = []
    for name, label, points in _lines(trend):
        for point in points[-1:]:
            rows = _label_rows(trend.written(point.value, language), label, sheet)
            found.append((plane.at(point)[1], rows, name))
    dues = [due for due in trend.dues if _is_end(plane, due)]
    return found + [(plane.at(d)[1], [_due_words(trend, d, language)], "t") for d in dues]


def _end_labels(trend: Trend, plane: marks.Plane, sheet: Sheet, language: Language) -> str:
    """Write each line's value and name where it ends; labels never cover each other."""
    ends = _ends(trend, plane, sheet, language)
    tallest = max((len(rows) for _, rows, _ in ends), default=1)
    wanted = [height for height, _, _ in ends]
    placed = spread(wanted, LEADING * tallest + 2, 10, sheet.height - BOTTOM)
    x = plane.across.end + 9
    return "".join(
        svg.lines(x, y + 4, rows, LEADING, name)
        for (_, rows, name), y in zip(ends, placed, strict=True)
    )


def _is_end(plane: marks.Plane, due: Due) -> bool:
    return plane.at(due)[0] > plane.across.end - 30


def _due_words(trend: Trend, due: Due, language: Language) -> str:
    written = trend.written_due(due, language)
    return due.text or f"{say(PROMISED, language).lower()} {written}"


def _due_labels(trend: Trend, plane: marks.Plane, language: Language) -> str:
    """Write what was promised beside each open circle that is not at the right edge."""
    return "".join(
        marks.due_label(plane, trend, due, _due_words(trend, due, language))
        for due in trend.dues
        if not _is_end(plane, due)
    )


def _draw(trend: Trend, sheet: Sheet, language: Language) -> str:
    plane = _plane(trend, sheet)
    size, words = (sheet.width, sheet.height), describe(trend, language)
    name = f"chart trend {sheet.name} tone-{trend.tone}"
    if plane is None:
        note = svg.text(LEFT, 40, say(NOTHING, language))
        return svg.picture((sheet.width, 60), name, trend.title, words, note)
    return svg.picture(
        size,
        name,
        trend.title,
        words,
        axes(trend, plane, sheet, language),
        _breaks(_reasons(trend, plane.across, sheet), plane),
        "".join(_other(series, i, plane) for i, series in enumerate(trend.others)),
        "".join(marks.whisker(plane, point) for point in trend.points),
        "".join(marks.segment_lines(plane, segment) for segment in trend.segments),
        marks.promised(plane, trend.path, 4.4),
        "".join(marks.dot(plane.at(p), p.provisional, 3.2) for p in trend.points),
        _due_labels(trend, plane, language),
        _end_labels(trend, plane, sheet, language),
    )


def trend_chart(trend: Trend, language: Language = "vi") -> str:
    """Draw a large trend twice, for wide and narrow columns, as an HTML fragment."""
    return pair(_draw(trend, WIDE, language), _draw(trend, NARROW, language))
