"""A text as a set of terms, the same for both databases' indexes: no position, no weight.

``tre`` a folded word, ``_1f3a`` two folded words in a row, ``=trẻ`` a word as written where it
has marks; with ``^`` before it, the same in a title. Pairs do the work of phrases and of
word segmentation, and sets of terms are matched alike, and as fast, by FTS5 and by GIN.

Pairs share 65,536 names: as many as there are pairs they double the time of GIN's making. One
text in 150 seems to hold a pair that it does not; so pairs are asked for together with their
words, and what they find wrongly holds the words apart.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from mangnon.text.folding import fold, nfc
from mangnon.text.tone import exact

LONGEST = 40  # letters of a word; more is no word
MOST_WORDS = 200_000  # of one text: some five hundred articles; what follows is not sought
_MANY, _MOST_BYTES = 8_000, 900_000  # terms that may be too much; PostgreSQL holds a megabyte
_NAMES = tuple(f"_{number:x}" for number in range(65_536))
_WORD = re.compile(r"[^\W_]+")


def pair(first: str, second: str) -> str:
    """Give the term of two folded words in a row."""
    return _NAMES[(_digest(first) * 31 + _digest(second)) % len(_NAMES)]


def marked(word: str) -> str:
    """Give the term of a word as it is written."""
    return f"={word}"


def in_title(term: str) -> str:
    """Give the term of the same in a title."""
    return f"^{term}"


class Words(NamedTuple):
    """The words of a text, folded and as written, as many of the one as of the other."""

    folded: list[str]
    written: list[str]


def words_of(text: str) -> Words:
    """Give the words of a text, its first 200,000, each cut where it is no word any more.

    A language has few syllables and a text many: each is folded once, however often it comes.
    """
    found = [word[:LONGEST] for word in _WORD.findall(nfc(text))[:MOST_WORDS]]
    return Words([_folded(word) for word in found], [_written(word) for word in found])


def folded_words(text: str) -> list[str]:
    """Give the folded words of a text."""
    return words_of(text).folded


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=20_000)
def _digest(word: str) -> int:
    return crc32(word.encode())


@lru_cache(maxsize=20_000)
def _written(word: str) -> str:
    return exact(word)


def terms_of(title: Words, *texts: Words) -> set[str]:
    """Give every term of a thing."""
    found = _plain(title)
    found |= {in_title(term) for term in found}
    for text in texts:
        found |= _plain(text)
    return found if len(found) <= _MANY else _within(found)


def _within(terms: set[str]) -> set[str]:
    """Leave out the longest terms of a text that has too many: what is that long is no word."""
    kept, size = set[str](), 0
    for term in sorted(terms, key=lambda one: (len(one), one)):
        size += len(term.encode())
        if size > _MOST_BYTES:
            break
        kept.add(term)
    return kept


def _plain(words: Words) -> set[str]:
    folded = set(words.folded)
    with_marks = {f"={word}" for word in set(words.written) - folded}
    return folded | with_marks | set(pairs(words.folded))


def pairs(words: Sequence[str]) -> Iterable[str]:
    """Give the terms of every two words in a row."""
    digests = [_digest(word) for word in words]
    return (_NAMES[(first * 31 + second) % len(_NAMES)] for first, second in pairwise(digests))
