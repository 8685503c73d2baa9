"""Which words of a text cannot be Vietnamese, told by how a syllable is made; no list of English.

A word without marks is Vietnamese where it is one syllable: a first consonant, a vowel that needs
no mark, an ending that needs no tone (so none on c, ch, p, t). "home", "edit", "save" are none;
"to", "in" are, and pass alone: hardly a label is made of such words only.
"""

import re
import unicodedata

_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|kh?|l|m|ngh?|nh?|ph|qu|r|s|tr|th?|v|x|h)?"
    r"(?:(?:oa|oe|uy|[aeiouy])(?:ng|nh|m|n)?|ai|ao|au|ay|eo|ia|iu|oai|oay|oi|ua|ui|uya|uyu)"
)
_WORD = re.compile(r"[^\W\d_]+")
# Addresses, names of files and fields, codes and numbers are no words.
_NO_WORD = re.compile(r"\S*(?:\w[/@_=-]\w|\w\.\w|\d|&|^[/#.]\w)\S*")
_FILLED_IN = re.compile(r"%\(\w+\)[sd]|\{\{?\s*[\w.]+\s*\}?\}|%[sd]|__prefix__|:\w+:")
# Names, the one language that is called by its own, keys of the keyboard, and the few words that
# Vietnamese has taken as they are.
NAMES = frozenset(
    {"wagtail", "openid", "english", "javascript", "ctrl", "alt", "shift", "esc", "enter",
     "web", "website", "menu", "tab", "byte"}
)  # fmt: skip


def foreign(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """Return the words that are no Vietnamese, no abbreviation and no name that is known."""
    plain = _NO_WORD.sub(" ", _FILLED_IN.sub(" ", unicodedata.normalize("NFC", text)))
    return [word for word in _WORD.findall(plain) if _is_foreign(word, NAMES | known)]


def _is_foreign(word: str, known: frozenset[str]) -> bool:
    low = word.lower()
    if not word.isascii() or len(word) == 1 or low in known:
        return False
    return not word.isupper() and _SYLLABLE.fullmatch(low) is None
