"""The part of a long text that answers a question: the clause at which its page is opened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mangnon.finding.asking import Question
from mangnon.finding.models import Entry
from mangnon.finding.providing import Offer
from mangnon.finding.synonyms import Phrase
from mangnon.finding.terms import words_of
from mangnon.text.folding import fold, fold_composed, nfc

Kept = list[tuple[int, str, str, bool]]  # a part: where it starts, anchor, label, begins
_MOST = 400_000  # letters of a text that are looked through
_READ_CLOSELY = 4  # stretches in which words are compared as they are written


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a text: its anchor, its name, its words."""

    anchor: str
    label: str
    text: str


def laid_out(offer: Offer) -> tuple[str, Kept]:
    """Return an offer's body in NFC, and where in it each of its parts starts."""
    if not offer.parts:
        return offer.body, []
    texts, kept, at = [], Kept(), 0
    for part in offer.parts:
        text = nfc(part.text)
        kept.append((at, part.anchor, part.label, part.begins))
        texts.append(text)
        at += len(text) + 1
    return "\n".join(texts), kept


def spot_in(row: Entry, question: Question) -> Spot | None:
    """Return the part that answers; None where the thing itself does, by its title or number."""
    if not row.parts or (question.number and question.number in row.numbers.split()):
        return None
    named = fold(f"{row.title} {row.label}")
    groups = [one for one in map(_Group, question.groups) if not one.stands_in(named)]
    if not groups:
        return None
    body = row.body[:_MOST]
    inside = _Inside(body, fold_composed(body), groups)
    stretch = _answering(row.parts, inside, question.exact)
    return None if stretch is None else _spot(stretch, inside)


class _Group:
    """Phrases of which one will do, as they are sought in a folded text."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._patterns = [_pattern(one) for one in phrases]

    def stands_in(self, folded: str, start: int = 0, end: int | None = None) -> bool:
        """Whether one of the phrases stands in a stretch."""
        last = len(folded) if end is None else end
        return any(one.search(folded, start, last) for one in self._patterns)


@lru_cache(maxsize=500)
def _pattern(phrase: Phrase) -> "re.Pattern[str]":
    """Seek a phrase as whole words; it begins with plain letters, which are sought quickly."""
    first = re.escape(phrase[0])
    rest = "".join(rf"[\W_]+{re.escape(word)}" for word in phrase[1:])
    return re.compile(rf"{first}(?<![^\W_]{first}){rest}(?![^\W_])")


@dataclass(frozen=True, slots=True)
class _Inside:
    body: str
    folded: str
    groups: Sequence[_Group]

    def held(self, start: int, end: int) -> int:
        """Say how many of the groups stand in a stretch."""
        return sum(one.stands_in(self.folded, start, end) for one in self.groups)


Stretch = list[tuple[int, int, str, str]]  # parts that belong together: start, end, anchor, label


def _answering(parts: Kept, inside: _Inside, exact: Sequence[str]) -> Stretch | None:
    """Return the first stretch that holds everything, as written if one is; else the fullest."""
    best: Stretch | None = None
    most, whole = 0, 0
    for stretch in _stretches(parts, len(inside.body)):
        start, end = stretch[0][0], stretch[-1][1]
        held = inside.held(start, end)
        if held > most:
            best, most = stretch, held
        if held == len(inside.groups):
            whole += 1
            if _as_written(inside.body[start:end], exact):
                return stretch
            if whole == _READ_CLOSELY:
                break
    return best


def _as_written(text: str, exact: Sequence[str]) -> bool:
    return not exact or set(exact) <= set(words_of(text).written)


def _stretches(parts: Kept, length: int) -> Iterator[Stretch]:
    ends = [start - 1 for start, *_ in parts[1:]] + [length]
    held: Stretch = []
    for (start, anchor, label, begins), end in zip(parts, ends, strict=True):
        if begins and held:
            yield held
            held = []
        held.append((start, min(end, length), anchor, label))
    if held:
        yield held


def _spot(stretch: Stretch, inside: _Inside) -> Spot:
    """Open at the one part that holds as much as the whole stretch, else where it begins."""
    whole = inside.held(stretch[0][0], stretch[-1][1])
    alone = next((one for one in stretch if inside.held(one[0], one[1]) == whole), None)
    if alone is not None:
        start, end, anchor, _ = alone
    else:
        (start, _, anchor, _), end = stretch[0], stretch[-1][1]
    names = dict.fromkeys([stretch[0][3], alone[3] if alone else stretch[0][3]])
    return Spot(anchor, ", ".join(names), inside.body[start:end])
