"""The numbers that Word prints before paragraphs and keeps outside their words.

A paragraph names a list and a level, itself or by its style; the list says how each level counts
and is written (ECMA-376, part 1, 17.9).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from mangnon.legislation.reading.wordml import W, value

LEVELS = 9
_DEEPEST = 20  # styles that rest on one another


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    written: str
    after: str


@dataclass(slots=True)
class _List:
    """Levels of a list, by whose count it counts, which levels start anew."""

    counted: str
    levels: dict[int, _Level]
    anew: set[int] = field(default_factory=set)


class Numbering:
    """Counts the lists of a file, paragraph by paragraph."""

    def __init__(self, lists: dict[str, _List], styles: dict[str, tuple[str, str, str]]) -> None:
        self._lists, self._styles = lists, styles
        self._reached: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def before(self, paragraph: Element) -> str:
        """Return what Word prints before a paragraph; empty where it is in no list."""
        name, deep = self._named(paragraph)
        held = self._lists.get(name)
        level = held.levels.get(deep) if held else None
        if held is None or level is None or level.kind == "none":
            return ""
        reached = self._reached.setdefault(held.counted, {})
        if name not in self._begun:
            self._begun.add(name)
            for one in held.anew:
                reached.pop(one, None)
        reached[deep] = reached.get(deep, level.start - 1) + 1
        for below in [one for one in reached if one > deep]:
            del reached[below]
        said = "-" if level.kind == "bullet" else _written(level.written, held, reached)
        return said + level.after if said else ""

    def _named(self, paragraph: Element) -> tuple[str, int]:
        """Return a paragraph's list and level, its own or its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        name, deep = value(own, "numId"), value(own, "ilvl")
        style = value(paragraph, "pPr", "pStyle")
        for _ in range(_DEEPEST):
            if name or style not in self._styles:
                break
            name, by_style, style = self._styles[style]
            deep = deep or by_style
        return name, int(deep or 0)


def numbering_of(lists: Element | None, styles: Element | None) -> Numbering:
    """Return how a file numbers; a file without these parts numbers nothing."""
    kinds = {} if lists is None else {
        one.get(f"{W}abstractNumId", ""): _levels(one) for one in lists.iter(f"{W}abstractNum")
    }  # fmt: skip
    held = {} if lists is None else {
        one.get(f"{W}numId", ""): _list(one, kinds) for one in lists.iter(f"{W}num")
    }  # fmt: skip
    named = {} if styles is None else {
        one.get(f"{W}styleId", ""): (
            value(one, "pPr", "numPr", "numId"), value(one, "pPr", "numPr", "ilvl"),
            value(one, "basedOn"),
        )
        for one in styles.iter(f"{W}style")
    }  # fmt: skip
    return Numbering(held, named)


def _list(one: Element, kinds: dict[str, dict[int, _Level]]) -> _List:
    counted = value(one, "abstractNumId")
    levels, anew = dict(kinds.get(counted, {})), set[int]()
    for override in one.iter(f"{W}lvlOverride"):
        levels |= _levels(override)
        start, deep = value(override, "startOverride"), int(override.get(f"{W}ilvl", "0"))
        if start and deep in levels:
            levels[deep] = replace(levels[deep], start=int(start))
            anew.add(deep)
    return _List(counted, levels, anew)


def _levels(held: Element) -> dict[int, _Level]:
    return {
        int(one.get(f"{W}ilvl", "0")): _Level(
            int(value(one, "start") or 0), value(one, "numFmt") or "decimal",
            value(one, "lvlText"), "" if value(one, "suff") == "nothing" else " ",
        )
        for one in held.iter(f"{W}lvl")
    }  # fmt: skip


def _written(pattern: str, held: _List, reached: dict[int, int]) -> str:
    """Write a level's pattern: %1 stands for the number that the first level has reached."""
    for deep in range(LEVELS):
        if f"%{deep + 1}" not in pattern:
            continue
        level = held.levels.get(deep)
        number = reached.get(deep, level.start if level else 1)
        count = _COUNTS.get(level.kind if level else "", str)
        pattern = pattern.replace(f"%{deep + 1}", count(number))
    return pattern


def _letters(number: int) -> str:
    """Count a, b … z, aa, bb, as Word does."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else "?"


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    said = ""
    for worth, letters in _ROMAN:
        said += letters * (number // worth)
        number %= worth
    return said


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_COUNTS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters, "upperLetter": lambda number: _letters(number).upper(),
    "upperRoman": _roman, "lowerRoman": lambda number: _roman(number).lower(),
    "decimalZero": lambda number: f"{number:02}",
}  # fmt: skip
