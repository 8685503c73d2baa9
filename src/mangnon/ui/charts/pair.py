"""A large chart as two drawings, wide and narrow, of which the page shows the one that fits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of one drawing and of its letters, in pixels."""

    name: str
    width: float
    height: float
    letter: float
    # How many letters of a label fit on one line at the right edge.
    label_letters: int


WIDE = Sheet("wide", 760, 350, 14, 22)
# Drawn for 328 pixels: on a phone of 320 it shrinks to 288 and its letters to 11.
NARROW = Sheet("narrow", 328, 300, 12.6, 12)


def pair(wide: str, narrow: str) -> str:
    """Wrap both drawings; the style sheet shows one by the width of the container."""
    return f'<div class="pair"><div>{wide}{narrow}</div></div>'
