"""Numbers as shapes of the house's typeface, for a picture that stands alone on a page."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import mangnon.ui.fonts
from mangnon.ui.charts import svg

_FILE = Path(mangnon.ui.fonts.__file__).with_name("digits.json")


@cache
def _shapes() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found


def width(written: str, size: float) -> float:
    """Return how wide a number is, in pixels at a letter size; raises KeyError for a letter."""
    signs, em = _shapes()["signs"], _shapes()["em"]
    return float(sum(signs[sign][0] for sign in written) * size / em)


def shapes(written: str, at: svg.XY, size: float) -> str:
    """Draw digits, dots and commas from a point on their baseline."""
    signs, em = _shapes()["signs"], _shapes()["em"]
    drawn, x = [], 0
    for sign in written:
        advance, path = signs[sign]
        drawn.append(svg.element("path", {"d": path, "transform": f"translate({x})" if x else ""}))
        x += advance
    scale = f"translate({svg.number(at[0])} {svg.number(at[1])}) scale({size / em:g})"
    return svg.element("g", {"transform": scale}, *drawn)
