"""The pictures of a report as SVG that stands alone: on the page, in the PDF, and cut for Word."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any

from mangnon.text.numbers import format_number

_INK, _PATH, _SOFT = "#1d5b3a", "#8a6d1f", "#555555"
_WIDTH, _HEIGHT, _EDGE = 120.0, 34.0, 4.0
_BAR_WIDTH, _ROW, _NAMES = 480.0, 22.0, 120.0
# Bars differ in grey as well as in colour: a report is copied in black and white.
_BARS = ("#1d5b3a", "#8a6d1f", "#6f9b82", "#b9b9b9", "#9b1c1c")


def svg(picture: Mapping[str, Any]) -> str:
    """Draw a picture of a report's content."""
    return _trend(picture) if picture["kind"] == "trend" else _bars(picture)


def _framed(width: float, height: float, alt: str, inside: Iterable[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img"><title>{escape(alt)}</title>'
        f"{''.join(inside)}</svg>"
    )


def _trend(picture: Mapping[str, Any]) -> str:
    """Draw the values by their days, and the promised path as a dashed line."""
    every = [*picture["values"], *picture["path"]]
    days = [date.fromisoformat(day).toordinal() for day, _value in every]
    heights = [value for _day, value in every]
    first, wide = min(days), (max(days) - min(days)) or 1
    low, high = min(heights), (max(heights) - min(heights)) or 1.0

    def at(day: str, value: float) -> str:
        across = _EDGE + (date.fromisoformat(day).toordinal() - first) / wide * (_WIDTH - 2 * _EDGE)
        down = _HEIGHT - _EDGE - (value - low) / high * (_HEIGHT - 2 * _EDGE)
        return f"{across:.1f},{down:.1f}"

    path = " ".join(at(*one) for one in picture["path"])
    line = " ".join(at(*one) for one in picture["values"])
    x, y = at(*picture["values"][-1]).split(",")
    drawn = [
        f'<polyline points="{path}" fill="none" stroke="{_PATH}" stroke-width="1" '
        'stroke-dasharray="3 2"/>'
        if path
        else "",
        f'<polyline points="{line}" fill="none" stroke="{_INK}" stroke-width="1.6" '
        'stroke-linejoin="round"/>',
        f'<circle cx="{x}" cy="{y}" r="2.4" fill="{_INK}"/>',
    ]
    return _framed(_WIDTH, _HEIGHT, picture["alt"], drawn)


def _bars(picture: Mapping[str, Any]) -> str:
    """Draw a bar for each label, its number at its end."""
    most = max((value for _label, value in picture["values"]), default=0.0) or 1.0
    room = _BAR_WIDTH - _NAMES - 60
    drawn = []
    for row, (label, value) in enumerate(picture["values"]):
        top, long = row * _ROW, value / most * room
        drawn.append(
            f'<text x="{_NAMES - 8:g}" y="{top + 15:g}" text-anchor="end" font-size="12" '
            f'font-family="Libertinus Serif, Times New Roman, serif">{escape(label)}</text>'
            f'<rect x="{_NAMES:g}" y="{top + 4:g}" width="{max(long, 1):.1f}" height="14" '
            f'fill="{_BARS[row % len(_BARS)]}"/>'
            f'<text x="{_NAMES + max(long, 1) + 6:.1f}" y="{top + 15:g}" font-size="12" '
            f'fill="{_SOFT}" font-family="Libertinus Serif, Times New Roman, serif">'
            f"{format_number(value, 0, 'vi')}</text>"
        )
    return _framed(_BAR_WIDTH, _ROW * len(picture["values"]), picture["alt"], drawn)
