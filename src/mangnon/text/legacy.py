"""Text typed in the fonts of before Unicode, TCVN3 (.VnTime) and VNI, found out and converted.

Such a file holds Latin letters that only its font drew as Vietnamese ones. Which alphabet it is,
is told by the share of words that are Vietnamese syllables before and after.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal

from mangnon.text.folding import lower, nfc

Encoding = Literal["tcvn3", "vni"]

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
# VNI writes a letter and behind it a mark; some letters of its own stand alone.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROOFED = {"á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323", "â": ""}
_BREVED = {"é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323", "ê": ""}
_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """Return each pair or letter of VNI with what it means, in both cases."""
    found = dict(_ALONE)
    for letter, plain in {
        "a": "a",
        "e": "e",
        "o": "o",
        "u": "u",
        "y": "y",
        "ô": "ơ",
        "ö": "ư",
    }.items():
        found |= {letter + mark: nfc(plain + tone) for mark, tone in _TONES.items()}
    for letter, roofed in {"a": "â", "e": "ê", "o": "ô"}.items():
        found |= {letter + mark: nfc(roofed + tone) for mark, tone in _ROOFED.items()}
    found |= {"a" + mark: nfc("ă" + tone) for mark, tone in _BREVED.items()}
    upper = {one.upper(): what.upper() for one, what in found.items()}
    mixed = {one.capitalize(): what.upper() for one, what in found.items() if len(one) > 1}
    half = {one[0].upper() + one[1:]: what.upper() for one, what in found.items() if len(one) > 1}
    return {**mixed, **half, **upper, **found}


_VNI = _vni()
_VNI_FORMS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\W\d_\u00ad]+|[^\s\w]", re.UNICODE)
_CHUNK = re.compile(r"\S+")
_TONE_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# A syllable without its tone: how it may begin, its vowels, how it may end.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    r"(?:uyê|uya|oai|oay|oeo|uôi|ươi|ươu|iêu|yêu|uây|uyu|[iy]ê|uô|ươ|uâ|uê|uơ|uy|oa|oă|oe|oo"
    r"|ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_ENOUGH = 0.12  # of the words, by which a conversion must make the text better


def from_tcvn3(text: str) -> str:
    """Return what text in a TCVN3 font shows; capitals with tones were drawn by another font."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Return what text in a VNI font shows."""
    return _VNI_FORMS.sub(lambda found: _VNI[found[0]], text)


CONVERSIONS: dict[Encoding, Callable[[str], str]] = {"tcvn3": from_tcvn3, "vni": from_vni}


def detect(texts: Iterable[str]) -> Encoding | None:
    """Tell in which alphabet of before Unicode texts are typed; None: in Unicode, or in neither."""
    words = [word for text in texts if not text.isascii() for word in _CHUNK.findall(nfc(text))]
    words = [word for word in words if not word.isascii()]
    if not words:
        return None
    as_is = _share(words)
    shares = {name: _share(map(turn, words)) for name, turn in CONVERSIONS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= as_is + _ENOUGH else None


def _share(words: Iterable[str]) -> float:
    """Return the share of words that are Vietnamese syllables."""
    judged = [_is_syllable(word) for word in words]
    return sum(judged) / len(judged)


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", lower(word.strip(".,;:()[]\"'/-")))
    toneless, tones = _TONE_MARKS.subn("", apart)
    return tones <= 1 and bool(_SYLLABLE.fullmatch(nfc(toneless)))
