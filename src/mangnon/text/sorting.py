"""Keys that sort Vietnamese by plain byte order, in any database: a ă â b c d đ e ê … x y.

A key has two levels with a space between: the letters, then the tones (none, huyền, hỏi, ngã,
sắc, nặng). Tones count only where all letters are equal, as in ICU's `vi`. Case and punctuation
do not count. In the first level a letter that follows its plain sister is written with "~",
which is greater than all else there: ă is "a~", â is "a~~"; a space is "!", the least.
On PostgreSQL the column that keeps a key needs the collation "C"; SQLite's own order is right.
"""

import re
import unicodedata

from mangnon.text.folding import fold, lower, marked_words, nfc
from mangnon.text.letters import LetterTable

_LATER_LETTERS = {
    "ă": "a~",
    "â": "a~~",
    "đ": "d~",
    "ê": "e~",
    "ô": "o~",
    "ơ": "o~~",
    "ư": "u~",
}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_FOREIGN_MARK = "6"
_PLAIN = re.compile(r"[a-z0-9]", re.ASCII)


def _letter(char: str) -> str:
    """Give a character's place in the alphabet; what is not in it follows z."""
    if char == " ":
        return "!"
    base = nfc("".join(c for c in unicodedata.normalize("NFD", lower(char)) if c not in _TONES))
    if base in _LATER_LETTERS:
        return _LATER_LETTERS[base]
    plain = fold(base)
    return plain if _PLAIN.fullmatch(plain) else "".join(f"}}{ord(c):06x}" for c in plain)


def _tone(char: str) -> str:
    """Give a character's tone as one digit."""
    marks = [c for c in unicodedata.normalize("NFD", char) if unicodedata.combining(c)]
    for mark in marks:
        if mark in _TONES:
            return _TONES[mark]
    return _FOREIGN_MARK if marks and lower(char) not in _LATER_LETTERS else "0"


_LETTERS = LetterTable(_letter)
_TONE_DIGITS = LetterTable(_tone)


def sort_key(text: str) -> str:
    """Give an ASCII key: `sort_key(a) < sort_key(b)` where a stands before b in Vietnamese."""
    return _key(" ".join(marked_words(text)))


def person_sort_key(name: str) -> str:
    """Give an ASCII key that sorts people by given name (the last word), then middle, then family.

    All of one given name stand together, tones included: every Hà before any Hạ.
    """
    parts = marked_words(name)
    given = " ".join(parts[-1:])
    family = " ".join(parts[:1]) if len(parts) > 1 else ""
    middle = " ".join(parts[1:-1])
    # Each part's key holds exactly one space, so parts never run into each other.
    return f"{_key(given)} {_key(middle)} {_key(family)}"


def _key(text: str) -> str:
    """Give the two levels of a text whose words are already single-spaced."""
    tones = text.translate(_TONE_DIGITS).rstrip("0")
    return f"{text.translate(_LETTERS)} {tones}"
