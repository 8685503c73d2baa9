"""Writes the outlines of the digits, for pictures that stand alone and can load no typeface.

Run after ``cut``, with the extra ``fonts`` installed: ``python -m mangnon.ui.fonts.outlines``.
"""

import json
import sys
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from mangnon.ui.fonts.cut import DIGITS, OUTPUT

TARGET = Path(__file__).with_name("digits.json")
SIGNS = f"{DIGITS}.,"
_UPSIDE_DOWN = (1, 0, 0, -1, 0, 0)  # a font's y goes up, a picture's down


def outlines(font: TTFont) -> dict[str, tuple[int, str]]:
    """Return width and path of each digit, of the dot and of the comma, in units of an em."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    found = {}
    for sign in SIGNS:
        glyph = glyphs[names[ord(sign)]]
        pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:g}")
        glyph.draw(TransformPen(pen, _UPSIDE_DOWN))
        found[sign] = (glyph.width, pen.getCommands())
    return found


def main() -> None:
    """Write them from the semi-bold weight."""
    font = TTFont(OUTPUT / "be-vietnam-pro-600.woff2")
    shapes = {"em": font["head"].unitsPerEm, "signs": outlines(font)}
    TARGET.write_text(json.dumps(shapes, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
