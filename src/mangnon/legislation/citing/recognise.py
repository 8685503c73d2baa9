"""Citations in a text; a link only where exactly one document of the shelf fits what is said."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mangnon.legislation.citing.clauses import clauses_before
from mangnon.legislation.citing.known import Known, Shelf, Told, only_one
from mangnon.text.document_numbers import document_key
from mangnon.text.folding import fold

_NUMBER = re.compile(
    r"(?<![\w/.-])\d{1,5}[a-z]?(?:\s?/\s?(?:19|20)\d\d)?(?:\s?[-/]\s?[a-z][a-z0-9]*)+", re.ASCII
)
_KIND = re.compile(
    r"\b(?:nghi dinh|nghi quyet|quyet dinh|thong tu(?: lien tich)?|chi thi|ke hoach|luat|bo luat|"
    r"phap lenh|huong dan|ket luan|thong bao|cong van|nd|qd|tt)?\s*(?:so\s*:?\s*)?$"
)
_DAY = re.compile(
    r"\s*,?\s*ngay\s+(\d{1,2})(?:\s+thang\s+|\s?/\s?)(\d{1,2})(?:\s+nam\s+|\s?/\s?)(\d{4})"
)
_YEAR = re.compile(r"\s*(?:,?\s*nam\s+)?((?:19|20)\d\d)(?![\d/])")
_SO = re.compile(r"\s*,?\s*so\s*:?\s*")
_PLACE = re.compile(r"\b(?:tỉnh|thành phố|huyện|thị xã)\s+((?:[A-ZĐÀ-Ỹ]\w*\s?){1,4})")
_AFTER = 80  # letters after a number in which its issuer is sought


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a text that lead to a document of the shelf, and to a clause of it or ""."""

    start: int
    end: int
    code: str
    anchor: str


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    candidates: list[Known]
    told: Told


def citations(text: str, shelf: Shelf) -> list[Citation]:
    """Return the citations of a text in their order; they never overlap.

    Positions count letters of the text in composed form (NFC).
    """
    text = unicodedata.normalize("NFC", text)
    folded = fold(text)
    found: list[Citation] = []
    for mention in sorted(_mentions(text, folded, shelf), key=lambda one: (one.start, -one.end)):
        if found and mention.start < found[-1].end:
            continue
        one = only_one(mention.candidates, mention.told)
        if one is not None:
            found += _linked(text, folded, mention, one.code)
    return found


def number_keys(text: str) -> set[str]:
    """Return the keys of everything in a text that may be a document's number."""
    text = unicodedata.normalize("NFC", text)
    found = (text[one.start() : one.end()] for one in _NUMBER.finditer(fold(text)))
    return {key for one in found if (key := document_key(one))}


def _linked(text: str, folded: str, mention: _Mention, code: str) -> list[Citation]:
    clauses = clauses_before(text, folded, mention.start)
    if not clauses:
        return [Citation(mention.start, mention.end, code, "")]
    links = [Citation(one.start, one.end, code, one.anchor) for one in clauses]
    last = links[-1]
    return [*links[:-1], Citation(last.start, mention.end, code, last.anchor)]


def _mentions(text: str, folded: str, shelf: Shelf) -> Iterator[_Mention]:
    taken: list[tuple[int, int]] = []
    for one in _by_title(text, folded, shelf):
        taken.append((one.start, one.end))
        yield one
    for found in _NUMBER.finditer(folded):
        if any(start <= found.start() < end for start, end in taken):
            continue
        key = document_key(text[found.start() : found.end()])
        if key in shelf.numbers:
            yield _numbered(text, folded, found, shelf.numbers[key])


def _numbered(text: str, folded: str, found: "re.Match[str]", candidates: list[Known]) -> _Mention:
    day, end = _day_after(folded, found.end())
    before = _KIND.search(folded, max(0, found.start() - 40), found.start())
    start = before.start() if before else found.start()
    start += len(folded[start : found.start()]) - len(folded[start : found.start()].lstrip())
    place = _PLACE.match(text, _of_whom(folded, end)) or _PLACE.search(
        text, end, _sentence_end(folded, end)
    )
    return _Mention(start, end, candidates, Told(day=day, place=place[1].strip() if place else ""))


def _of_whom(folded: str, at: int) -> int:
    return at + 1 if folded[at : at + 1] == " " else at


def _sentence_end(folded: str, at: int) -> int:
    """Return where the words about a document's issuer end: «của … tỉnh X»."""
    if not folded[at : at + 5].strip(" ,").startswith("cua"):
        return at
    stops = [n for n in (folded.find(mark, at, at + _AFTER) for mark in ".;") if n >= 0]
    return min(stops, default=min(len(folded), at + _AFTER))


def _by_title(text: str, folded: str, shelf: Shelf) -> Iterator[_Mention]:
    """Yield laws named by their title; the longest title that stands there wins."""
    lower = text.lower()
    if len(lower) != len(text):
        return
    taken: list[tuple[int, int]] = []
    for title, candidates in shelf.titles.items():
        if title not in lower:
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", lower):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())
            yield _titled(text, folded, found.span(), candidates)


def _titled(text: str, folded: str, span: tuple[int, int], candidates: list[Known]) -> _Mention:
    start, end = span
    numbered = _SO.match(folded, end)
    number = _NUMBER.match(folded, numbered.end()) if numbered else None
    if number is not None:
        key = document_key(text[number.start() : number.end()])
        candidates = [one for one in candidates if document_key(one.number) == key]
        end = number.end()
    day, end = _day_after(folded, end)
    year = None if day or number else _YEAR.match(folded, end)
    told = Told(day=day, year=int(year[1]) if year else None)
    return _Mention(start, year.end() if year else end, candidates, told)


def _day_after(folded: str, at: int) -> tuple[date | None, int]:
    """Return the day that follows, and where its words end."""
    found = _DAY.match(folded, at)
    if found is None:
        return None, at
    day, month, year = (int(one) for one in found.groups())
    try:
        return date(year, month, day), found.end()
    except ValueError:
        return None, at
