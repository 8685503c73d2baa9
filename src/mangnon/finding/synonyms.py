"""Which words stand for which: UBND is Ủy ban nhân dân, and back."""

from collections.abc import Iterable, Iterator, Sequence

from mangnon.finding.terms import folded_words

Phrase = tuple[str, ...]
_LONGEST = 8  # words of a synonym that are looked for in what was typed


class Synonyms:
    """What editors keep, folded: a phrase and the phrases that are sought beside it."""

    def __init__(self, rows: Iterable[tuple[str, str, bool]]) -> None:
        self._beside: dict[Phrase, list[Phrase]] = {}
        for words, means, one_way in rows:
            one, other = tuple(folded_words(words)), tuple(folded_words(means))
            if one and other and one != other:
                self._add(one, other)
                if not one_way:
                    self._add(other, one)

    def _add(self, one: Phrase, other: Phrase) -> None:
        known = self._beside.setdefault(one, [])
        if other not in known:
            known.append(other)

    def groups(self, words: Sequence[str]) -> Iterator[list[Phrase]]:
        """Part the words into groups of phrases of which one will do; the typed one first.

        The longest phrase that is known is taken, from the left.
        """
        at = 0
        while at < len(words):
            length = self._longest(words[at:])
            typed = tuple(words[at : at + length])
            yield [typed, *self._beside.get(typed, ())]
            at += length

    def _longest(self, words: Sequence[str]) -> int:
        lengths = range(min(len(words), _LONGEST), 0, -1)
        return next((n for n in lengths if tuple(words[:n]) in self._beside), 1)
