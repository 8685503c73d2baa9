"""Text typed in the encodings before Unicode, TCVN3 (ABC fonts) and VNI, made readable.

A file in them reads as Latin letters in the wrong places: «TrÎ em» is «Trẻ em» in TCVN3.
"""

import re
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

_TCVN3_FROM = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦"
_TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_TCVN3 = str.maketrans(_TCVN3_FROM, _TCVN3_TO)
# What running Latin text never holds: these signs beside a letter, a marked capital inside a word.
_TCVN3_GIVES_AWAY = re.compile(
    r"[A-Za-z][µ¸¶·¹¨¾¼½©®ª¬\xad§¡¢£¤¥¦×]|[µ¸¶·¹¨¾¼½©®ª¬\xad§¡¢£¤¥¦×][a-z]|[a-zµ¸®­][ÆÇÊÈÉËÌÐÎÏÑÒÕÓÔÖÝØÜÞß]"
)

_TONES = "øùûõï"  # grave, acute, hook, tilde, dot below
_MARKED = {
    "a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹ", "ô": "ờớởỡợ", "ö": "ừứửữự",
}  # fmt: skip
_ROOFED = {"a": "âầấẩẫậ", "e": "êềếểễệ", "o": "ôồốổỗộ"}
_ROOFS, _BREVES = "âàáåãä", "êèéúüë"
_ALONE = dict(zip("ìíæóòîñôö", "ìíỉĩịỵđơư", strict=True))


def _vni_pairs() -> dict[str, str]:
    pairs = dict(_ALONE)
    for base, marked in _MARKED.items():
        pairs |= {base + tone: one for tone, one in zip(_TONES, marked, strict=False)}
    for base, roofed in _ROOFED.items():
        pairs |= {base + roof: one for roof, one in zip(_ROOFS, roofed, strict=True)}
    pairs |= {"a" + breve: one for breve, one in zip(_BREVES, "ăằắẳẵặ", strict=True)}
    # A capital is followed by a capital mark, or by a small one in a capitalised word.
    upper = {key.upper(): one.upper() for key, one in pairs.items()}
    mixed = {key[0].upper() + key[1:]: one.upper() for key, one in pairs.items() if len(key) == 2}
    return {**mixed, **upper, **pairs}


_VNI = _vni_pairs()
_VNI_PART = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_VNI_GIVES_AWAY = re.compile(r"[aeouyAEOUYôöÔÖ][øùûõïåäëØÙÛÕÏÅÄË]|[aeoAEO][âàáãÂÀÁÃ]")
_UNICODE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def detect(text: str) -> Encoding | None:
    """Tell the old encoding that a text is typed in; None for Unicode or where nothing tells."""
    if _UNICODE.search(text):
        return None
    tcvn3 = len(_TCVN3_GIVES_AWAY.findall(text))
    vni = len(_VNI_GIVES_AWAY.findall(text))
    if max(tcvn3, vni) < 2:
        return None
    return "tcvn3" if tcvn3 >= vni else "vni"


def convert(text: str, encoding: Encoding | None = None) -> str:
    """Return a text in Unicode, whatever it was typed in; one in Unicode is given back as it is.

    ``encoding`` is said where it was told by more than this text, as of a table by its columns.
    """
    encoding = encoding or detect(text)
    if encoding == "tcvn3":
        return text.translate(_TCVN3)
    if encoding == "vni":
        return _VNI_PART.sub(lambda found: _VNI[found[0]], text)
    return text
