"""The documents that a citation may lead to, by number and by title."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from mangnon.text.document_numbers import document_key
from mangnon.text.folding import fold

BY_TITLE = frozenset({"law", "ordinance", "constitution"})
_WORD = re.compile(r"\w+")
_FIRST = re.compile(r"\W*(\w+)\W+(\w+)")
Pairs = Set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Known:
    """A document of the library, as far as citations name it."""

    code: str
    number: str
    kind: str
    title: str
    issuer: str
    issued_on: date | None


@dataclass(slots=True)
class Shelf:
    """Documents by the key of their number, and laws by their title, lower case; longest first."""

    numbers: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    titles: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, documents: Iterable[Known]) -> "Shelf":
        """Put documents on the shelf."""
        shelf = cls()
        for one in documents:
            key = document_key(one.number) if one.number else None
            if key:
                shelf.numbers[key].append(one)
            if one.kind in BY_TITLE:
                shelf.titles[one.title.lower()].append(one)
        shelf.titles = dict(sorted(shelf.titles.items(), key=lambda pair: -len(pair[0])))
        return shelf


def pairs_of_words(text: str) -> Pairs:
    """Return every two words of a text that stand in a row, lower case."""
    return set(pairwise(_WORD.findall(text.lower())))


def may_stand_among(title: str, pairs: Pairs) -> bool:
    """Whether a title may stand in a text of these pairs: its first two words do."""
    first = _FIRST.match(title.lower())
    return first is None or first.groups() in pairs


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says beside a number or title: the day, the year, whose it is."""

    day: date | None = None
    year: int | None = None
    place: str = ""


def only_one(candidates: Sequence[Known], told: Told) -> Known | None:
    """Return the one document that fits all that is told; None where none or several do."""
    fitting = [one for one in candidates if _fits(one, told)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(one: Known, told: Told) -> bool:
    if one.issued_on is not None:
        if told.day is not None and told.day != one.issued_on:
            return False
        if told.year is not None and told.year != one.issued_on.year:
            return False
    has_place = any(word in fold(one.issuer) for word in ("tinh ", "thanh pho ", "huyen "))
    return not (told.place and has_place) or fold(told.place) in fold(one.issuer)
