"""The number of a Vietnamese legal document as a key of its own, outside every text index.

`42/2022/NĐ-CP`, `42/2022/nd-cp` and `42 2022 nd cp` have one key. The tail tells the kind of
document and whether it stands in the Party's line or the State's.
"""

import re
from dataclasses import dataclass
from typing import Literal

from mangnon.text.document_tails import KINDS, PARTY_ENDINGS, PARTY_ISSUERS, STATE_ISSUERS
from mangnon.text.folding import fold
from mangnon.text.sentence import Sentence

Line = Literal["party", "state"]

_TOKEN = re.compile(r"[a-z0-9]+")
_NUMBER = re.compile(r"0*([0-9]{1,5}[a-z]?)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# The National Assembly and its Standing Committee, with the number of their term: QH13.
_ASSEMBLY = re.compile(r"(?:ubtv)?qh[0-9]{0,2}")
_ASSEMBLY_KIND = Sentence(vi="văn bản của Quốc hội", en="act of the National Assembly")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number taken apart; the tail is folded, such as ("nd", "cp")."""

    number: str
    year: int | None
    tail: tuple[str, ...]

    @property
    def key(self) -> str:
        """Give the key, "42-2022-ndcp"; the key of a number cut short is where this one begins."""
        year = [] if self.year is None else [str(self.year)]
        tail = ["".join(self.tail)] if self.tail else []
        return "-".join([self.number, *year, *tail])

    @property
    def kind(self) -> Sentence | None:
        """Name the kind of document that the tail tells; None where it tells none."""
        named = next((KINDS[token] for token in self.tail if token in KINDS), None)
        if named is None and any(_ASSEMBLY.fullmatch(token) for token in self.tail):
            return _ASSEMBLY_KIND
        return named

    @property
    def line(self) -> Line | None:
        """Tell the Party's line from the State's by the issuer; None where the tail names none."""
        return next((line for token in self.tail if (line := _line(token))), None)


def read_document_number(text: str) -> DocumentNumber | None:
    """Take a document number apart, however it is typed; None where the text is no such number."""
    tokens = _TOKEN.findall(fold(text))
    if tokens[:1] == ["so"]:
        tokens = tokens[1:]
    number = _NUMBER.fullmatch(tokens[0]) if tokens else None
    if number is None:
        return None
    has_year = len(tokens) > 1 and _YEAR.fullmatch(tokens[1]) is not None
    year = int(tokens[1]) if has_year else None
    tail = tuple(tokens[2:] if has_year else tokens[1:])
    if not (_is_tail(tail, typed_with_slash="/" in text) if tail else has_year):
        return None
    return DocumentNumber(number[1], year, tail)


def document_key(text: str) -> str | None:
    """Give the key of a document number, the same for every way to type it; None if it is none."""
    number = read_document_number(text)
    return None if number is None else number.key


def _is_tail(tokens: tuple[str, ...], *, typed_with_slash: bool) -> bool:
    """Tell a tail from other words: "5 tre em" is no document, nor is the date 3/4/2013."""
    if not tokens[0][0].isalpha():
        return False
    return typed_with_slash or any(token in KINDS or _line(token) for token in tokens)


def _line(token: str) -> Line | None:
    """Tell in whose line an issuer stands; None for what is no issuer we know."""
    if token in STATE_ISSUERS or _ASSEMBLY.fullmatch(token):
        return "state"
    if token in PARTY_ISSUERS or token.endswith(PARTY_ENDINGS):
        return "party"
    return None
