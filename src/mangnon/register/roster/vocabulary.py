"""The syllables of all names, each kept once; a name is a row of numbers. In memory only."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mangnon.text.folding import fold, marked_words
from mangnon.text.sorting import sort_key
from mangnon.text.tone import exact

Codes = NDArray[np.int32]
Marks = NDArray[np.uint8]

NOTHING = 0  # the code of a name without any letter
# How well a syllable answers a word: inside it, at its beginning, the whole of it; and the same
# where the word was typed with its marks and they are right. A beginning with the right marks
# stands above a whole with others, but what is inside stands last.
INSIDE, INSIDE_MARKED, BEGINNING, WHOLE, BEGINNING_MARKED, WHOLE_MARKED = 1, 2, 3, 4, 5, 7
_MARKED = {INSIDE: INSIDE_MARKED, BEGINNING: BEGINNING_MARKED, WHOLE: WHOLE_MARKED}


@dataclass(slots=True)
class Vocabulary:
    """Syllables and middle names by number. Only grows; one thread adds, all others read.

    ``spelt`` and ``folded`` hold a syllable with and without its marks; ``middles`` the words
    between family and given name.
    """

    spelt: list[str] = field(default_factory=lambda: [""])
    folded: list[str] = field(default_factory=lambda: [""])
    middles: list[str] = field(default_factory=lambda: [""])
    _codes: dict[str, int] = field(default_factory=dict)
    _as_written: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _middle_codes: dict[tuple[int, ...], int] = field(default_factory=lambda: {(): 0})

    def __repr__(self) -> str:
        return f"Vocabulary({len(self.spelt)})"  # no name reaches a log or a traceback

    def codes_of(self, name: str) -> list[int]:
        """Give the numbers of a name's syllables, at least one."""
        found: list[int] = []
        known = self._as_written
        for part in name.split():
            codes = known.get(part)
            found += self._learn(part) if codes is None else codes
        return found or [NOTHING]

    def middle_of(self, codes: list[int]) -> int:
        """Give the number of what stands between a name's first and last syllable."""
        between = tuple(codes[1:-1])
        code = self._middle_codes.get(between)
        if code is None:
            self.middles.append(" ".join(self.spelt[one] for one in between))
            code = self._middle_codes[between] = len(self.middles) - 1
        return code

    def words_of(self, codes: Codes) -> str:
        """Spell a name again, in lower case."""
        return " ".join(self.spelt[code] for code in codes)

    def _learn(self, part: str) -> tuple[int, ...]:
        codes = tuple(self._code(word) for word in marked_words(exact(part)))
        self._as_written[part] = codes
        return codes

    def _code(self, word: str) -> int:
        code = self._codes.get(word)
        if code is None:
            self.folded.append(fold(word))  # before the spelling: readers go by its length
            self.spelt.append(word)
            code = self._codes[word] = len(self.spelt) - 1
        return code


def answers(words: Vocabulary, size: int, word: str) -> Marks:
    """Say of the first ``size`` syllables how well each answers a word, 0 for not at all.

    The word is as typed, in lower case (``text.tone.exact``); the folded one decides what is
    found, its marks only how well. Array of shape (size,).
    """
    plain = fold(word)
    marked = plain != word
    found = np.zeros(size, dtype=np.uint8)
    if plain:
        for code, syllable in enumerate(words.folded[:size]):
            if plain in syllable:
                well = _how_well(syllable, plain)
                right = marked and _carries(words.spelt[code], word, well)
                found[code] = _MARKED[well] if right else well
    return found


def _how_well(syllable: str, word: str) -> int:
    if syllable.startswith(word):
        return WHOLE if len(syllable) == len(word) else BEGINNING
    return INSIDE


def _carries(spelt: str, word: str, how_well: int) -> bool:
    """Tell whether the marks are right where the word stands in the syllable."""
    if how_well == WHOLE:
        return spelt == word
    return spelt.startswith(word) if how_well == BEGINNING else word in spelt


def ranks(texts: list[str]) -> Codes:
    """Rank texts in Vietnamese order, equal where their keys are; array of shape (texts,)."""
    keys = [sort_key(text) for text in texts]
    rank = {key: number for number, key in enumerate(sorted(set(keys)))}
    return np.fromiter(map(rank.__getitem__, keys), dtype=np.int32, count=len(keys))
