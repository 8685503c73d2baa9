"""Folding Vietnamese text to plain letters, so that it is found with or without its marks.

Folding goes letter by letter over NFC text: the folded text has as many characters as the NFC
text, and an offset found in one is the same offset in the other.
"""

import re
import unicodedata

from mangnon.text.letters import LetterTable

_WORD = re.compile(r"[^\W_]+")

# Ð (eth) and Ɖ (African d) look like Đ and are typed in its place.
_STROKED_D = "đĐðÐɖƉ"


def _plain_letter(letter: str) -> str:
    """Give the lower-case letter without its marks; whatever has none, as it is."""
    if letter in _STROKED_D:
        return "d"
    apart = unicodedata.normalize("NFD", letter)
    only_marks_follow = all(unicodedata.combining(mark) for mark in apart[1:])
    return _one_lower(apart[0] if only_marks_follow else letter)


def _one_lower(letter: str) -> str:
    """Lower a letter's case; the few whose lower case is two characters stay as they are."""
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


_PLAIN = LetterTable(_plain_letter)
_LOWER = LetterTable(_one_lower)


def nfc(text: str) -> str:
    """Compose the text's letters and marks into single characters (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Give the text in lower case without marks: "Đường Nguyễn" → "duong nguyen".

    The result is exactly as long as `nfc(text)`.
    """
    if text.isascii():
        return text.lower()
    return nfc(text).translate(_PLAIN)


def fold_composed(text: str) -> str:
    """Fold a text that is in NFC already, without asking whether it is: as long as it was."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def lower(text: str) -> str:
    """Give the text in NFC and lower case with its marks, exactly as long as `nfc(text)`."""
    if text.isascii():
        return text.lower()
    return nfc(text).translate(_LOWER)


def has_marks(text: str) -> bool:
    """Tell whether the writer typed marks: then the exact words count more than the folded."""
    return fold(text) != lower(text)


def words(text: str) -> list[str]:
    """Give the words of a text, folded, in order: letters and digits only.

    A search is reduced to these, so that no quote or operator reaches a search engine; where
    there are none, there is nothing to find.
    """
    return _WORD.findall(fold(text))


def marked_words(text: str) -> list[str]:
    """Give the words as written, in NFC and with their case: same count, same places as `words`."""
    return _WORD.findall(nfc(text))
