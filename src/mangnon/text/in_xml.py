"""Text that any XML can hold: what no reader sees and no parser takes is left out."""

import re

_PLANES = range(0x10000, 0x110000, 0x10000)
# Controls of both ranges but tab and line end, halves of a pair, and what Unicode keeps unassigned
# for good, in every plane.
_UNHEARD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF))
    + "]"
)


def in_xml(text: str) -> str:
    """Leave out the characters that no XML document may hold, or that it should not."""
    return _UNHEARD.sub("", text)
