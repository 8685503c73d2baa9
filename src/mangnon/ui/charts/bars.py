"""Horizontal bars that compare places or breakdowns, with the promised level as a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.marks import CAP
from mangnon.ui.charts.pair import NARROW, WIDE, Sheet, pair
from mangnon.ui.charts.scale import Scale, text_width, wrap
from mangnon.ui.charts.words import NO_DATA, WITHHELD, say

ROW, BAR, HEAD, LEADING = 30.0, 14.0, 26.0, 16.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``value`` None means withheld or missing, as ``marker`` says."""

    label: str
    value: float | None
    value_text: str
    href: str = ""
    low: float | None = None
    high: float | None = None
    marker: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """The promised level that all bars are held against, with its words."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars in the order they are to be read, from ``origin`` (0 unless told) on."""

    title: str
    bars: Sequence[Bar]
    level: Level | None = None
    origin: float = 0.0
    description: str = ""


def _absent(bar: Bar, language: Language) -> str:
    return say(WITHHELD if bar.marker == "withheld" else NO_DATA, language)


def _said(bar: Bar, language: Language) -> str:
    """Say a bar in words; a value that is not drawn is not said either."""
    return f"{bar.label}: {_absent(bar, language) if bar.value is None else bar.value_text}"


def _whisker(bar: Bar, across: Scale, y: float) -> str:
    if bar.low is None or bar.high is None:
        return ""
    low, high = across(bar.low), across(bar.high)
    caps = (svg.line((x, y - CAP), (x, y + CAP), "whisker") for x in (low, high))
    return svg.line((low, y), (high, y), "whisker") + "".join(caps)


def _words(bar: Bar, rows: list[str], across: Scale, middle: float, sheet: Sheet) -> str:
    """Write name and value: beside the bar, or above it where there is no room."""
    value_at = middle - 13 if sheet is NARROW else middle + 5
    if sheet is NARROW:
        first = value_at - LEADING * (len(rows) - 1)
        label = svg.lines(across.start, first, rows, LEADING, "t name")
    else:
        first = value_at - LEADING * (len(rows) - 1) / 2
        label = svg.lines(across.start - 10, first, rows, LEADING, "t name end")
    value = "" if bar.value is None else svg.text(sheet.width, value_at, bar.value_text, "v end")
    return label + value


def _label_rows(chart: BarChart, across: Scale, sheet: Sheet) -> list[list[str]]:
    """Break every name into the lines that fit: left of the bars, or above each of them."""
    longest = max((text_width(bar.value_text, sheet.letter) for bar in chart.bars), default=0.0)
    room = sheet.width - longest - 16 if sheet is NARROW else across.start - 12
    letters = max(int(room / text_width("0", sheet.letter)), 8)
    return [wrap(bar.label, letters) for bar in chart.bars]


def _middles(rows: list[list[str]], head: float, sheet: Sheet) -> tuple[list[float], float]:
    """Return the height of each bar's middle, and of the whole drawing."""
    pitch = ROW * 1.45 if sheet is NARROW else ROW
    middles, top = [], head
    for lines in rows:
        extra = LEADING * (len(lines) - 1)
        middles.append(top + (pitch * 0.66 + extra if sheet is NARROW else (pitch + extra) / 2))
        top += pitch + extra
    return middles, top + 4


def _row(
    bar: Bar, rows: list[str], across: Scale, middle: float, sheet: Sheet, language: Language
) -> str:
    """Draw one row; values stand in a column of their own, clear of the promised level."""
    words = _words(bar, rows, across, middle, sheet)
    if bar.value is None:
        absent = svg.text(across.start + 4, middle + 5, _absent(bar, language), "t")
        return svg.group("bar absent", svg.link(bar.href, _said(bar, language), words, absent))
    shape: dict[str, svg.Attribute] = {
        "x": across.start,
        "y": middle - BAR / 2,
        "width": max(across(bar.value) - across.start, 1.0),
        "height": BAR,
        "class": f"fill {bar.marker}".strip(),
    }
    inside = (words, svg.element("rect", shape), _whisker(bar, across, middle))
    name = "bar chosen" if bar.chosen else "bar"
    return svg.group(name, svg.link(bar.href, _said(bar, language), *inside))


def _across(chart: BarChart, sheet: Sheet) -> Scale:
    ends = [v for bar in chart.bars for v in (bar.value, bar.high) if v is not None]
    top = max([*ends, chart.level.value if chart.level else chart.origin, chart.origin])
    if top == chart.origin:  # nothing but zeros: their bars have no length
        top += 1
    widest = max((text_width(bar.label, sheet.letter) for bar in chart.bars), default=0.0)
    longest = max((text_width(bar.value_text, sheet.letter) for bar in chart.bars), default=0.0)
    if sheet is NARROW:
        return Scale(chart.origin, top, 1, sheet.width - 8)
    start = min(widest + 18, sheet.width * 0.4)
    return Scale(chart.origin, top, start, sheet.width - longest - 22)


def _level(level: Level, across: Scale, middles: Sequence[float], sheet: Sheet) -> str:
    """Draw the promised level; where names stand between the bars, only across each bar."""
    x, reach = across(level.value), BAR / 2 + 2
    words = svg.text(x, 14, level.text, "t end" if x > sheet.width / 2 else "t")
    if sheet is NARROW:
        return words + "".join(svg.line((x, y - reach), (x, y + reach), "level") for y in middles)
    return words + svg.line((x, 20), (x, max(middles, default=20) + reach), "level")


def _draw(chart: BarChart, sheet: Sheet, language: Language) -> str:
    across = _across(chart, sheet)
    labels = _label_rows(chart, across, sheet)
    middles, height = _middles(labels, HEAD if chart.level else 2.0, sheet)
    rows = (
        _row(bar, label, across, middle, sheet, language)
        for bar, label, middle in zip(chart.bars, labels, middles, strict=True)
    )
    linked = any(bar.href for bar in chart.bars)
    return svg.picture(
        (sheet.width, height),
        f"chart bars {sheet.name}",
        chart.title,
        chart.description or "; ".join(_said(bar, language) for bar in chart.bars),
        "".join(rows),
        _level(chart.level, across, middles, sheet) if chart.level else "",
        role="group" if linked else "img",
    )


def bars(chart: BarChart, language: Language = "vi") -> str:
    """Draw bars twice, for wide and narrow columns, as an HTML fragment."""
    return pair(_draw(chart, WIDE, language), _draw(chart, NARROW, language))
