"""What a reader typed, taken apart: words, their synonyms, marks, a document number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mangnon.finding.expressions import Expression, all_of, any_of
from mangnon.finding.synonyms import Phrase, Synonyms
from mangnon.finding.terms import marked, pairs, words_of
from mangnon.text.document_numbers import document_key
from mangnon.text.folding import marked_words, nfc

LONGEST = 200  # letters that are read; nobody asks more in a box
MOST_WORDS = 16


@dataclass(frozen=True, slots=True)
class Question:
    """What is sought: ``text`` as it is shown again, its folded words, in ``groups`` with synonyms.

    ``exact`` holds the words that were typed with marks, ``number`` a document number's key.
    """

    text: str
    words: tuple[str, ...]
    exact: tuple[str, ...]
    groups: tuple[tuple[Phrase, ...], ...]
    number: str | None

    def whole(self, term: Callable[[str], str] = str) -> Expression:
        """Ask for every group, by any of its phrases."""
        return all_of([any_of([_phrase(one, term) for one in group]) for group in self.groups])

    def in_a_row(self, term: Callable[[str], str] = str) -> Expression:
        """Ask for every two words in a row, as they were typed."""
        return all_of([term(one) for one in (*self.words, *pairs(self.words))])

    def as_written(self, term: Callable[[str], str] = str) -> Expression:
        """Ask for every word that was typed with marks, with these marks."""
        return all_of([term(marked(one)) for one in self.exact])


def read(text: str, synonyms: Synonyms) -> Question:
    """Take apart what was typed; whatever it is, nothing but words comes out of it."""
    sound = text[: 4 * LONGEST].encode("utf-8", "ignore").decode().replace("\0", " ")
    text = " ".join(nfc(sound).split())[:LONGEST]
    words = words_of(text)
    folded, written = words.folded[:MOST_WORDS], words.written[:MOST_WORDS]
    with_marks = dict.fromkeys(b for a, b in zip(folded, written, strict=True) if a != b)
    groups = tuple(tuple(group) for group in synonyms.groups(folded))
    return Question(text, tuple(folded), tuple(with_marks), groups, _number(text))


def written_words(text: str) -> list[str]:
    """Give the words as they were typed, as many as are sought."""
    return marked_words(text)[:MOST_WORDS]


def _number(text: str) -> str | None:
    """Give the key of the number that was typed, alone or among other words."""
    whole = document_key(text)
    if whole is not None:
        return whole
    return next((key for one in text.split() if "/" in one and (key := document_key(one))), None)


def _phrase(phrase: Sequence[str], term: Callable[[str], str]) -> Expression:
    if len(phrase) == 1:
        return term(phrase[0])
    return all_of([term(one) for one in (*phrase, *pairs(phrase))])
