"""Did you mean: words of the index near to a word that nobody wrote, by our own edit distance.

Words that share what is left after one letter is dropped lie at most two edits apart: looked up
in a table of such remains, then measured. Six thousand syllables take a few megabytes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

_FAR = 2  # edits, for words long enough to bear two


def near(word: str, words: Mapping[str, tuple[str, int]]) -> list[str]:
    """Give the words of the index near to one, the nearest and most common first."""
    table = _table(frozenset(words))
    candidates = {one for rest in _remains(word) for one in table.get(rest, ())}
    most = 1 if len(word) < 5 else _FAR
    measured = ((edits(word, one), one) for one in candidates if one != word)
    close = [(far, one) for far, one in measured if far <= most]
    return [
        one
        for _, one in sorted(close, key=lambda c: (c[0], c[1][0] != word[0], -words[c[1]][1], c[1]))
    ]


@lru_cache(maxsize=2)
def _table(words: frozenset[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for rest in _remains(word):
            found[rest].append(word)
    return found


def _remains(word: str) -> Iterator[str]:
    yield word
    yield from {word[:at] + word[at + 1 :] for at in range(len(word))}


def edits(one: str, other: str) -> int:
    """Count the letters to change, add, drop or swap with their neighbour to make one the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
