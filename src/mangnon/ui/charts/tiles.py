"""A map of tiles: communes as squares, district by district."""

from statistics import fmean

from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.key import map_key
from mangnon.ui.charts.maps import MapPicture, MapShape, drawing, hatch_id, linked_shape, paint
from mangnon.ui.charts.words import TILES, TILES_PLACED, say

PER_ROW, PITCH, GUTTER, HEAD = 6, 25.6, 14.0, 20.0
BLOCK = PER_ROW * PITCH

Block = tuple[str, list[MapShape]]


def _blocks(picture: MapPicture) -> list[Block]:
    """Gather shapes by district: the northernmost first, or as given where positions miss."""
    gathered: dict[str, list[MapShape]] = {}
    for shape in picture.shapes:
        gathered.setdefault(shape.group, []).append(shape)
    blocks = list(gathered.items())
    return sorted(blocks, key=_north, reverse=True) if _is_placed(picture) else blocks


def _is_placed(picture: MapPicture) -> bool:
    return all(shape.lat is not None and shape.lon is not None for shape in picture.shapes)


def _north(block: Block) -> float:
    return fmean(shape.lat or 0.0 for shape in block[1])


def _east(block: Block) -> float:
    return fmean(shape.lon or 0.0 for shape in block[1])


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
    blocks, placed = _blocks(picture), _is_placed(picture)
    top, drawn = 0.0, ""
    for start in range(0, len(blocks), columns):
        row = blocks[start : start + columns]
        row = sorted(row, key=_east) if placed else row
        drawn += "".join(
            _block(block, i * (BLOCK + GUTTER), top, hatch, language) for i, block in enumerate(row)
        )
        top += max(map(_height, row))
    size = (columns * (BLOCK + GUTTER) - GUTTER, max(top - GUTTER, PITCH))
    note = f'<p class="schematic">{say(TILES_PLACED if placed else TILES, language)}</p>'
    return (
        drawing(picture, "tiles", size, language, drawn)
        + map_key(picture, "tiles", language)
        + note
    )
