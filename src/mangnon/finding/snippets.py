"""Where the sought words stand in a text, shown with its marks: folding keeps every offset."""

import re
from collections.abc import Collection
from typing import NamedTuple

from mangnon.finding.terms import LONGEST
from mangnon.text.folding import fold, nfc

_WORD = re.compile(r"[^\W_]+")
_READ = 60_000  # letters of a text that are looked through
WIDTH = 220


class Piece(NamedTuple):
    """A stretch of text; ``hit`` where a sought word stands."""

    text: str
    hit: bool


def pieces(text: str, sought: Collection[str]) -> list[Piece]:
    """Part a text at the sought words, which are folded."""
    text = nfc(text)
    return _parted(text, _spots(fold(text), sought))


def snippet(text: str, sought: Collection[str]) -> list[Piece]:
    """Give the stretch of a text in which most of the sought words stand, parted at them."""
    text = nfc(text[:_READ])
    spots = _spots(fold(text), sought)
    begin = _begin(text, spots)
    end = _end(text, begin)
    inside = [(a - begin, b - begin) for a, b in spots if begin <= a and b <= end]
    found = _parted(text[begin:end].rstrip(), inside)
    if begin:
        found.insert(0, Piece("… ", hit=False))
    if end < len(text.rstrip()):
        found.append(Piece(" …", hit=False))
    return found


def _spots(folded: str, sought: Collection[str]) -> list[tuple[int, int]]:
    if not sought:
        return []
    return [m.span() for m in _WORD.finditer(folded) if m.group()[:LONGEST] in sought]


def _begin(text: str, spots: list[tuple[int, int]]) -> int:
    """Choose where the snippet begins: a little before its densest stretch, at a word."""
    if not spots or spots[0][0] < WIDTH // 2:
        return 0
    best, most, last = spots[0][0], 0, 0
    for first, (begin, _) in enumerate(spots):
        last = max(last, first)
        while last < len(spots) and spots[last][1] <= begin + WIDTH * 2 // 3:
            last += 1
        if last - first > most:
            best, most = begin, last - first
    early = max(0, best - WIDTH // 4)
    space = text.find(" ", early, best)
    return space + 1 if space >= 0 and early else early


def _end(text: str, begin: int) -> int:
    end = begin + WIDTH
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", begin + WIDTH // 2, end)
    return space if space > 0 else end


def _parted(text: str, spots: list[tuple[int, int]]) -> list[Piece]:
    found, at = [], 0
    for begin, end in spots:
        end = min(end, len(text))
        if begin > at:
            found.append(Piece(text[at:begin], hit=False))
        if end > begin:
            found.append(Piece(text[begin:end], hit=True))
        at = max(at, end)
    if at < len(text):
        found.append(Piece(text[at:], hit=False))
    return found
