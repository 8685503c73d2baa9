"""A mistake in a pack: where it is, what is wrong, what to write."""

from dataclasses import dataclass

from mangnon.text.sentence import Language, Sentence


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """``file`` is relative to the pack; ``line`` counts from 1, 0 means the file as a whole.

    The sentence has two halves: what is wrong, and after a dash what to write.
    """

    file: str
    line: int
    vi: str
    en: str

    @property
    def sentence(self) -> Sentence:
        """The mistake in both languages, without its place."""
        return Sentence(self.vi, self.en)

    def shown(self, language: Language) -> str:
        """Write ``places/places.csv:12: …`` in one language."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.sentence.in_language(language)}"

    def __str__(self) -> str:
        return f"{self.shown('vi')} / {self.en}"
