"""One way to place the tone on open oa, oe, uy: hoà and hòa are the same word.

We write the traditional form, the tone on the first vowel (hòa, khỏe, thủy), because official
place names and legal documents do (Khánh Hòa, Thanh Hóa). It serves finding and comparing; a
person's name is shown as the person writes it.
"""

import re

from mangnon.text.folding import lower, nfc

_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))
_TONED = {
    "a": "àảãáạ",
    "e": "èẻẽéẹ",
    "y": "ỳỷỹýỵ",
    "o": "òỏõóọ",
    "u": "ùủũúụ",
}


def _moves() -> dict[str, str]:
    """Map every modern pair to the traditional one, in each mixture of cases: oà → òa, OÀ → ÒA."""
    moves = {}
    for first, second in _PAIRS:
        for on_first, on_second in zip(_TONED[first], _TONED[second], strict=True):
            for head, toned_head in ((first, on_first), (first.upper(), on_first.upper())):
                for tail, toned_tail in ((second, on_second), (second.upper(), on_second.upper())):
                    moves[head + toned_tail] = toned_head + tail
    return moves


_TRADITIONAL = _moves()
# Not after q (quý is no uy), and only where the syllable ends: in hoàn the tone has one place.
_OPEN_PAIR = re.compile(rf"(?<![qQ])(?:{'|'.join(_TRADITIONAL)})(?![^\W\d_])")


def tone_style(text: str) -> str:
    """Give the text in NFC with the tone of open oa, oe, uy on the first vowel: hoà → hòa."""
    return _OPEN_PAIR.sub(lambda pair: _TRADITIONAL[pair[0]], nfc(text))


def exact(text: str) -> str:
    """Give the exact search form: NFC, lower case, one tone style; as long as the NFC text."""
    return tone_style(lower(text))
