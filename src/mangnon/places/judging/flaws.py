"""What a judge of places hands back."""

from dataclasses import dataclass
from typing import Literal

from mangnon.text.sentence import Sentence

TableName = Literal["places", "namings", "belongings", "successions", "offices", "changes"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with row ``index`` of a table (-1: with the table), at which field."""

    table: TableName
    index: int
    field: str
    sentence: Sentence


def flaw(table: TableName, index: int, field: str, vi: str, en: str) -> Flaw:
    """Return a flaw whose sentence says what is wrong and, after a dash, what to write."""
    return Flaw(table, index, field, Sentence(vi, en))
