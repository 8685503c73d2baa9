"""Two texts held against each other, clause by clause, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from mangnon.legislation.models import Clause

Change = Literal["same", "changed", "added", "removed"]
_WORD = re.compile(r"\s*\S+\s*")
_MOST_WORDS = 1_500  # of a clause; a longer pair is shown whole, one after the other
_ALIKE = 0.5  # below it, words held against words say nothing: each text is shown whole
Mark = Literal["", "ins", "del"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One clause: what happened to it, and its words with what was added or removed."""

    anchor: str
    label: str
    change: Change
    pieces: Sequence[tuple[Mark, str]]


def compared(old: Sequence[Clause], new: Sequence[Clause], language: str) -> list[Compared]:
    """Return the clauses of both texts in their order; what is gone stands where it stood."""
    before = {one.anchor: one for one in old}
    after = {one.anchor: one for one in new}
    order = SequenceMatcher(None, list(before), list(after), autojunk=False).get_opcodes()
    olds, news = list(before), list(after)
    found: list[Compared] = []
    for _tag, a, b, c, d in order:
        # A clause that only moved is compared where it stands now.
        found += [_gone(before[one], language) for one in olds[a:b] if one not in after]
        found += [_of(before.get(one), after[one], language) for one in news[c:d]]
    return found


def _gone(one: Clause, language: str) -> Compared:
    return Compared(one.anchor, _label(one, language), "removed", [("del", one.text)])


def _of(old: Clause | None, new: Clause, language: str) -> Compared:
    label = _label(new, language)
    if old is None:
        return Compared(new.anchor, label, "added", [("ins", new.text)])
    if _plain(old.text) == _plain(new.text):
        return Compared(new.anchor, label, "same", [("", new.text)])
    return Compared(new.anchor, label, "changed", list(_pieces(old.text, new.text)))


def _pieces(old: str, new: str) -> Iterator[tuple[Mark, str]]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    bare = [[one.strip() for one in words] for words in (before, after)]
    found = SequenceMatcher(None, *bare, autojunk=False)
    if max(len(before), len(after)) > _MOST_WORDS or not _are_alike(found):
        yield from (("del", old), ("ins", new))
        return
    for tag, a, b, c, d in found.get_opcodes():
        if tag == "equal":
            yield "", "".join(after[c:d])
        else:
            yield from _change("".join(before[a:b]), "".join(after[c:d]))


def _are_alike(found: "SequenceMatcher[str]") -> bool:
    """Whether two texts are alike enough; the cheap bounds first, for most pairs stop there."""
    bounds = (found.real_quick_ratio, found.quick_ratio, found.ratio)
    return all(bound() >= _ALIKE for bound in bounds)


def _change(gone: str, come: str) -> Iterator[tuple[Mark, str]]:
    """Yield what went and what came; the space behind them belongs to neither."""
    if gone:
        yield "del", gone.rstrip()
    if come:
        yield "ins", come.rstrip()
    last = come or gone
    if last != last.rstrip():
        yield "", last[len(last.rstrip()) :]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _label(one: Clause, language: str) -> str:
    return one.label_en if language == "en" and one.label_en else one.label_vi
