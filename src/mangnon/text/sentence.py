"""A sentence for a reader in both languages, and the family of errors that carry one."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence a reader sees, Vietnamese first with English beside it."""

    vi: str
    en: str

    def __str__(self) -> str:
        return f"{self.vi} / {self.en}"

    def in_language(self, language: Language) -> str:
        """Give the sentence in one language."""
        return self.vi if language == "vi" else self.en


class DomainError(Exception):
    """The base of every error of the product: says what is wrong, where, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)
