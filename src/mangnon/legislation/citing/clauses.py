"""The clause named before a document: “điểm a khoản 1 Điều 5”, “Điều 5 khoản 2”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mangnon.text.folding import fold

_JOIN = r"\s*(?:,|va|hoac|,\s*va)\s*"
_ARTICLES = rf"dieu\s+\d+[a-z]?(?:{_JOIN}(?:dieu\s+)?\d+[a-z]?)*"
_PARAGRAPHS = rf"khoan\s+\d+[a-z]?(?:{_JOIN}(?:khoan\s+)?\d+[a-z]?)*"
_POINTS = rf"diem\s+[a-z](?:{_JOIN}(?:diem\s+)?[a-z](?![a-z]))*"
_CHAIN = re.compile(
    rf"(?:(?P<points>{_POINTS})\s*,?\s+)?(?:(?P<paragraphs>{_PARAGRAPHS})\s*,?\s+)?"
    rf"(?P<articles>{_ARTICLES})\s*(?:,|\bcua\b)?\s*$"
)
# The other way round, one article only: “Điều 5 khoản 2 điểm a”, “Điều 5, khoản 2”.
_DOWN = re.compile(
    rf"(?P<articles>dieu\s+\d+[a-z]?)\s*,?\s+(?P<paragraphs>{_PARAGRAPHS})"
    rf"(?:\s*,?\s+(?P<points>{_POINTS}))?\s*(?:,|\bcua\b)?\s*$"
)
_ITEM = re.compile(r"(?<![a-z0-9])(?:\d+[a-z]?|[a-z])(?![a-z0-9])")
_REACH = 160  # letters before a document in which its clause is sought


@dataclass(frozen=True, slots=True)
class ClauseSpan:
    """An anchor, and where the words that name it begin and end."""

    anchor: str
    start: int
    end: int


def clauses_before(text: str, folded: str, at: int) -> Sequence[ClauseSpan]:
    """Return the clauses named right before a position; empty where none are."""
    first = max(0, at - _REACH)
    before = folded[first:at]
    found = _DOWN.search(before) or _CHAIN.search(before)
    if found is None or _inside_a_word(folded, first + found.start()):
        return ()
    parts = {
        name: _items(text, found, name, first) for name in ("points", "paragraphs", "articles")
    }
    levels = [parts[name] for name in ("articles", "paragraphs", "points") if parts[name]]
    *above, deepest = levels
    if any(len(level) > 1 for level in above):
        return ()
    stem = [_anchor(depth, level[0][0]) for depth, level in enumerate(above)]
    named = [
        ClauseSpan("-".join([*stem, _anchor(_depth(parts, deepest), item)]), start, end)
        for item, start, end in deepest
    ]
    return _stretched(named, first + found.start())


def anchors_in(words: str) -> list[str]:
    """Return the anchors of the clauses that words name by themselves: «khoản 2 Điều 5»."""
    said = words.strip()
    return [one.anchor for one in clauses_before(said, fold(said), len(said))]


def _depth(parts: dict[str, list[tuple[str, int, int]]], deepest: object) -> int:
    order = ("articles", "paragraphs", "points")
    return next(n for n, name in enumerate(order) if parts[name] is deepest)


def _anchor(depth: int, item: str) -> str:
    return f"{('dieu', 'khoan', 'diem')[depth]}-{item}"


def _items(text: str, found: "re.Match[str]", name: str, first: int) -> list[tuple[str, int, int]]:
    """Return the numbers or letters of a level, with their places in the text; đ stays đ."""
    said = found[name]
    if not said:
        return []
    begin = first + found.start(name)
    spans = [(begin + one.start(), begin + one.end()) for one in _ITEM.finditer(said)]
    return [(_written(text[start:end]), start, end) for start, end in spans]


def _written(item: str) -> str:
    return item.lower().replace("đ", "dd")


def _stretched(named: list[ClauseSpan], start: int) -> list[ClauseSpan]:
    """Let the first span begin where the chain does."""
    head = named[0]
    return [ClauseSpan(head.anchor, start, head.end), *named[1:]]


def _inside_a_word(folded: str, at: int) -> bool:
    return at > 0 and folded[at - 1].isalnum()
