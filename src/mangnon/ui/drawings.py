"""The drawings that stand in for photographs: inlined, so that they follow the page's colours."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "ui" / "drawings"
NAMES = ("bamboo", "books", "commune", "kite", "lychee", "river", "school", "station")

# Which drawing stands at the head of a section, by the section's kind.
OF_SECTION = {
    "about": "commune",
    "policies": "school",
    "economy": "river",
    "procedures": "lychee",
    "services": "station",
    "documents": "books",
}


@cache
def drawing_svg(name: str) -> str:
    """Return a drawing's markup, hidden from readers of words; "" for a name that is none.

    A section's kind names the drawing of its section.
    """
    known = OF_SECTION.get(name, name)
    if known not in NAMES:
        return ""
    markup = (FOLDER / f"{known}.svg").read_text(encoding="utf-8").strip()
    return markup.replace("<svg ", '<svg class="drawing" aria-hidden="true" ', 1)
