"""The key below a map: five bands with words at both ends, and the signs that occur."""

from html import escape

from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.maps import MapPicture, hatch_id, hatching
from mangnon.ui.charts.words import ESTIMATED, NO_DATA, TOO_FEW, WITHHELD, say

BAND, THICK, SIDE = 60.0, 11.0, 14.0


def _scale() -> str:
    bands = (
        svg.element(
            "rect",
            {"x": BAND * i, "y": 0, "width": BAND - 2, "height": THICK, "class": f"q{i + 1}"},
        )
        for i in range(5)
    )
    frame: dict[str, svg.Attribute] = {
        "class": "chart scale",
        "viewBox": f"0 0 {svg.number(BAND * 5 - 2)} {svg.number(THICK)}",
        "preserveAspectRatio": "none",
        "height": THICK,
        "aria-hidden": "true",
    }
    return svg.element("svg", frame, *bands)


def _swatch(class_name: str, fill: str | None, *before: str) -> str:
    square = svg.element(
        "rect",
        {"x": 1, "y": 1, "width": SIDE - 2, "height": SIDE - 2, "class": class_name, "fill": fill},
    )
    frame: dict[str, svg.Attribute] = {
        "class": "chart swatch",
        "viewBox": f"0 0 {svg.number(SIDE)} {svg.number(SIDE)}",
        "width": SIDE,
        "height": SIDE,
        "aria-hidden": "true",
    }
    return svg.element("svg", frame, *before, square)


def map_key(picture: MapPicture, kind: str, language: Language = "vi") -> str:
    """Write the key as an HTML fragment; only signs that the map uses are explained."""
    classes = {name for shape in picture.shapes for name in shape.class_name.split()}
    signs = ""
    if "withheld" in classes:
        hatch = hatch_id("key", kind, picture.title)
        swatch = _swatch("withheld", f"url(#{hatch})", hatching(hatch))
        signs += f"<li>{swatch}{say(WITHHELD, language)}</li>"
    if "few" in classes:
        signs += f"<li>{_swatch('few', None)}{say(TOO_FEW, language)}</li>"
    if "nodata" in classes:
        signs += f"<li>{_swatch('nodata', None)}{say(NO_DATA, language)}</li>"
    if "estimated" in classes:
        signs += f"<li>{_swatch('q3 estimated', None)}{say(ESTIMATED, language)}</li>"
    banded = picture.low_end or picture.high_end  # else no colour means anything
    ends = f"<span>{escape(picture.low_end)}</span><span>{escape(picture.high_end)}</span>"
    listed = f'<ul class="signs">{signs}</ul>' if signs else ""
    scale = f'{_scale()}<p class="ends">{ends}</p>' if banded else ""
    return f'<div class="key">{scale}{listed}</div>'
