"""The words of many entries: in how many each stands, and how it is mostly written."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from mangnon.finding.models import Word
from mangnon.finding.terms import Words


class Vocabulary:
    """Counts the words of entries one after the other; as large as the language, not the index."""

    def __init__(self) -> None:
        self._entries: Counter[str] = Counter()
        self._written: Counter[tuple[str, str]] = Counter()

    def count(self, texts: Sequence[Words]) -> None:
        """Count the words of one entry, each once."""
        written = frozenset[tuple[str, str]]().union(*(one.both for one in texts))
        self._written.update(written)
        self._entries.update({word for word, _ in written})

    def add(self, other: "Vocabulary") -> None:
        """Add what another counted."""
        self._entries.update(other._entries)
        self._written.update(other._written)

    @property
    def words(self) -> list[str]:
        """The words that were counted, folded."""
        return list(self._entries)

    def rows(self, without: Container[str] = ()) -> Iterator[Word]:
        """Give a row a word, written as it mostly is; none for those it is to be without."""
        shown: dict[str, tuple[int, str]] = {}
        for (word, written), times in self._written.items():
            if word not in without:
                shown[word] = max(shown.get(word, (0, "")), (times, written))
        for word, (_, written) in shown.items():
            yield Word(word=word, shown=written, entries=self._entries[word])
