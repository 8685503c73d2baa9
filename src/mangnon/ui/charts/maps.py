"""What a map picture is made from, its hatching, its linked shapes and its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

from mangnon.text.sentence import Language
from mangnon.ui.charts import svg
from mangnon.ui.charts.words import ESTIMATED, NO_DATA, TOO_FEW, WITHHELD, say

Marker = Literal["", "estimated", "withheld", "few"]
Ring = Sequence[tuple[float, float]]

# Up to so many shapes carry their names; more would cover each other.
MOST_NAMED = 16


@dataclass(frozen=True, slots=True)
class MapShape:
    """One unit on a map.

    ``band`` is 1 (the words at the left end of the key) to 5, or None where nothing is shown;
    ``marker`` "few" keeps its value and takes its colour away: it is too few to judge;
    ``rings`` are closed lines of (longitude, latitude) in degrees, WGS 84, holes among them.
    """

    code: str
    name: str
    value_text: str
    band: int | None
    href: str = ""
    lon: float | None = None
    lat: float | None = None
    rings: tuple[Ring, ...] | None = None
    group: str = ""
    marker: Marker = ""
    short: str = ""

    @property
    def class_name(self) -> str:
        """Classes that give the shape its colour."""
        if self.marker in ("withheld", "few"):
            return self.marker
        ground = f"q{self.band}" if self.band else "nodata"
        return f"{ground} {self.marker}".strip()

    @property
    def shown(self) -> str:
        """The value as it may be drawn: a dash where it is withheld or missing."""
        return self.value_text if self.value_text and self.marker != "withheld" else "–"

    def words(self, language: Language) -> str:
        """Say the unit and its value in one line."""
        if self.marker == "withheld":
            return f"{self.name}: {say(WITHHELD, language).lower()}"
        value = self.value_text or say(NO_DATA, language).lower()
        remark = {"estimated": ESTIMATED, "few": TOO_FEW}.get(self.marker)
        mark = f" ({say(remark, language).lower()})" if remark else ""
        return f"{self.name}: {value}{mark}"


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map with the words at both ends of its key."""

    title: str
    shapes: Sequence[MapShape]
    low_end: str
    high_end: str


def hatch_id(*parts: str) -> str:
    """Name a picture's hatching so that two pictures on a page do not share one."""
    return f"hatch-{crc32('|'.join(parts).encode()):08x}"


def hatching(name: str) -> str:
    """Define the hatching of withheld shapes."""
    ground = svg.element("rect", {"width": 6, "height": 6, "class": "hatch-ground"})
    stripe = svg.line((0, 0), (0, 6), "hatch")
    attributes: dict[str, svg.Attribute] = {
        "id": name,
        "width": 6,
        "height": 6,
        "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
    }
    return svg.element("defs", {}, svg.element("pattern", attributes, ground, stripe))


def paint(shape: MapShape, hatch: str) -> str | None:
    """Return the fill attribute of a shape; None leaves the colour to its class."""
    return f"url(#{hatch})" if shape.marker == "withheld" else None


def drawing(
    picture: MapPicture, kind: str, size: tuple[float, float], language: Language, *shapes: str
) -> str:
    """Wrap shapes as one drawing with its hatching and its words."""
    few = len(picture.shapes) <= MOST_NAMED
    description = "; ".join(shape.words(language) for shape in picture.shapes) if few else ""
    linked = any(shape.href for shape in picture.shapes)
    hidden_small = any(shape.marker == "withheld" for shape in picture.shapes)
    hatch = hatching(hatch_id(kind, picture.title)) if hidden_small else ""
    return svg.picture(
        size,
        f"chart map {kind}",
        picture.title,
        description,
        hatch,
        *shapes,
        role="group" if linked else "img",
    )


def linked_shape(shape: MapShape, language: Language, *inside: str) -> str:
    """Wrap one shape with its link and its words."""
    return svg.link(shape.href, shape.words(language), *inside)
