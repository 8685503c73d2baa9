"""A map of tiles: communes as squares, district by district."""

from itertools import groupby
from statistics import fmean

from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.key import map_key
from mangnon.ui.charts.maps import MapPicture, MapShape, drawing, hatch_id, linked_shape, paint
from mangnon.ui.charts.words import TILES, say

PER_ROW, PITCH, GUTTER, HEAD = 6, 25.6, 14.0, 20.0
BLOCK = PER_ROW * PITCH

Block = tuple[str, list[MapShape]]


def _blocks(picture: MapPicture) -> list[Block]:
    """Gather shapes by district, the northernmost first where positions are known."""
    ordered = sorted(picture.shapes, key=lambda shape: shape.group)
    blocks = [(name, list(shapes)) for name, shapes in groupby(ordered, key=lambda s: s.group)]
    return sorted(blocks, key=lambda block: -_middle(block, "lat"))


def _middle(block: Block, axis: str) -> float:
    known = [getattr(shape, axis) for shape in block[1]]
    return fmean(value for value in known) if None not in known else 0.0


def _block(block: Block, x: float, y: float, hatch: str, language: Language) -> str:
    """Draw one district: its name, then its tiles in rows of six."""
    name, shapes = block
    drawn = svg.text(x, y + 13, name, "t name")
    for index, shape in enumerate(shapes):
        place: dict[str, svg.Attribute] = {
            "x": x + PITCH * (index % PER_ROW),
            "y": y + HEAD + PITCH * (index // PER_ROW),
            "width": PITCH - 2,
            "height": PITCH - 2,
            "rx": 2,
            "class": shape.class_name,
            "fill": paint(shape, hatch),
        }
        drawn += linked_shape(shape, language, svg.element("rect", place))
    return drawn


def _height(block: Block) -> float:
    return HEAD + PITCH * -(-len(block[1]) // PER_ROW) + GUTTER


def tile_map(picture: MapPicture, language: Language = "vi", columns: int = 2) -> str:
    """Draw communes as tiles grouped by district, with the key, as an HTML fragment.

    ``columns`` districts stand side by side; two are 321 pixels wide.
    """
    hatch = hatch_id("tiles", picture.title)
    blocks, top, drawn = _blocks(picture), 0.0, ""
    for start in range(0, len(blocks), columns):
        row = sorted(blocks[start : start + columns], key=lambda block: _middle(block, "lon"))
        drawn += "".join(
            _block(block, i * (BLOCK + GUTTER), top, hatch, language) for i, block in enumerate(row)
        )
        top += max(map(_height, row))
    size = (columns * (BLOCK + GUTTER) - GUTTER, max(top - GUTTER, PITCH))
    note = f'<p class="schematic">{say(TILES, language)}</p>'
    return (
        drawing(picture, "tiles", size, language, drawn)
        + map_key(picture, "tiles", language)
        + note
    )
