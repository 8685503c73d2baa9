"""A clause that somebody asks for, in any order and without marks: “dieu 5 khoan 2 luat tre em”."""

import re
from dataclasses import dataclass
from datetime import date

from mangnon.text.folding import fold, nfc

_ARTICLE = re.compile(r"\bdieu\s+(\d{1,4}[a-z]?)\b")
_BELOW = (
    ("khoan", re.compile(r"\bkhoan\s+(\d{1,3}[a-z]?)\b")),
    ("diem", re.compile(r"\bdiem\s+([a-z])\b")),
)
_BETWEEN = re.compile(r"\b(?:cua|so|nam)\b|[,;.:]")
_KINDS = re.compile(
    r"^\s*(?:nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|chi thi|ke hoach|phap lenh|"
    r"huong dan|ket luan|thong bao|bo luat|luat)\s+(?=\d)"
)
_YEAR = re.compile(r"\s((?:19|20)\d\d)$")


@dataclass(frozen=True, slots=True)
class Asked:
    """An anchor, and the folded words that name the document."""

    anchor: str
    rest: str

    def names(self, title: str, issued_on: date | None) -> bool:
        """Whether the words are a document's title, with its year or without."""
        year = _YEAR.search(self.rest)
        if self.rest == _plain(title):
            return True
        told = year is not None and issued_on is not None and int(year[1]) == issued_on.year
        return told and _YEAR.sub("", self.rest) == _plain(title)


def read_asked(typed: str) -> Asked | None:
    """Take apart what was typed; None where it names no article of anything."""
    written = nfc(typed)
    folded = fold(written)
    article = _ARTICLE.search(folded)
    if article is None:
        return None
    named, anchor = [article.span()], f"dieu-{article[1]}"
    for level, pattern in _BELOW:
        found = pattern.search(folded)
        if found is None:
            break
        named.append(found.span())
        letter = written[found.start(1) : found.end(1)].lower()
        anchor += f"-{level}-{letter.replace('đ', 'dd')}"
    for start, end in named:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    rest = _KINDS.sub("", _plain(folded))
    return Asked(anchor, rest) if rest else None


def _plain(words: str) -> str:
    return " ".join(_BETWEEN.sub(" ", fold(words)).split())
