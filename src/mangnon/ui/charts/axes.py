"""Grid lines with their values, and the years below."""

import math
from datetime import date

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.marks import Plane
from mangnon.ui.charts.pair import Sheet
from mangnon.ui.charts.scale import tick_decimals, ticks
from mangnon.ui.charts.trend import Trend
from mangnon.ui.units import sign

# A year and the space beside it, in pixels.
YEAR_WIDTH = 40


def _values(trend: Trend, plane: Plane, sheet: Sheet, language: Language) -> str:
    """Draw horizontal grid lines; the topmost value carries the unit."""
    steps = ticks(plane.up.low, plane.up.high, 5)
    decimals = tick_decimals(steps)
    drawn = ""
    for value in steps:
        y = plane.up(value)
        words = format_number(value, decimals, language)
        drawn += svg.line((plane.across.start, y), (plane.across.end, y), "grid")
        drawn += svg.text(plane.across.start - 8, y + 4, words, "t end")
    unit = sign(trend.unit)
    top = plane.up(steps[-1]) - 12
    return drawn + (svg.text(plane.across.start - 8, top, unit, "t end") if unit else "")


def _years(trend: Trend, plane: Plane, sheet: Sheet) -> str:
    """Write the years of the points, as many as fit without touching."""
    days = trend.days()
    if days is None:
        return ""
    first, last = days
    room = max(plane.across.end - plane.across.start, YEAR_WIDTH)
    every = max(1, math.ceil((last.year - first.year) * YEAR_WIDTH / room))
    # Where not every year fits, the year of the promise is among those that stay.
    kept = trend.dues[-1].at.year if trend.dues else last.year
    drawn = ""
    for year in range(first.year, last.year + 1):
        if (year - kept) % every:
            continue
        day = date(year, last.month, min(last.day, 28))
        x = min(max(plane.across(day.toordinal()), plane.across.start), plane.across.end)
        drawn += svg.line((x, plane.up.start), (x, plane.up.start + 4), "tick")
        drawn += svg.text(x, sheet.height - 8, str(year), "t mid")
    return drawn


def axes(trend: Trend, plane: Plane, sheet: Sheet, language: Language) -> str:
    """Draw the grid, the base line and both scales."""
    base = svg.line(
        (plane.across.start, plane.up.start), (plane.across.end, plane.up.start), "axis"
    )
    return _values(trend, plane, sheet, language) + base + _years(trend, plane, sheet)
