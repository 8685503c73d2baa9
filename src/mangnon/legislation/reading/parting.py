"""A text parted into phần, chương, mục, điều, khoản, điểm with anchors that stay.

Nothing is hidden: the texts of the parts, joined by line ends, are the text. A line that looks
like a heading out of its order is a part of its own that says it could not be placed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10,
}  # fmt: skip
LEVELS = ("phan", "chuong", "muc", "dieu", "khoan", "diem")
_HEADS = (
    ("phan", re.compile(r"phần\s+(?:thứ\s+)?(\w+)\b", re.IGNORECASE)),
    ("chuong", re.compile(r"chương\s+([ivxlc]+|\d+)\b", re.IGNORECASE)),
    ("muc", re.compile(r"mục\s+([ivxlc]+|\d+)\b(?!\s+tiêu)", re.IGNORECASE)),
    ("dieu", re.compile(r"Điều\s+(\d+[a-zđ]?)\s*(?=[.:\s]|$)", re.IGNORECASE)),
    ("muc", re.compile(r"([IVX]+)\s*[.\-–]\s*(?=\S)")),
    ("khoan", re.compile(r"(\d{1,3}[a-zđ]?)\s*[.)]\s+(?=\S)")),
    ("diem", re.compile(r"([a-zđ])\s*[.)]\s+(?=\S)")),
)
NAMES = {
    "phan": ("Phần", "Part"), "chuong": ("Chương", "Chapter"), "muc": ("Mục", "Section"),
    "dieu": ("Điều", "Article"), "khoan": ("Khoản", "Paragraph"), "diem": ("Điểm", "Point"),
}  # fmt: skip
PREAMBLE, UNPLACED = "mo-dau", "chua-xep"
_HOLDERS = {
    "chuong": ("phan",), "muc": ("phan", "chuong"), "khoan": ("dieu",), "diem": ("dieu", "khoan"),
}  # fmt: skip
_ABOVE = {"khoan": ("dieu", "muc"), "diem": ("khoan", "dieu")}


@dataclass(slots=True)
class Piece:
    """A part of a text: its anchor, level, names in both languages, and all its own words."""

    anchor: str
    level: str
    label_vi: str
    label_en: str
    lines: list[str] = field(default_factory=list)
    unplaced: bool = False

    @property
    def text(self) -> str:
        """Return its words, its heading's first."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class _Place:
    """Where one is: the number reached at each level, the anchors taken, quotes open."""

    at: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    quoted: bool = False
    lost: int = 0


def parted(text: str) -> Sequence[Piece]:
    """Return the parts of a text in their order."""
    place = _Place()
    pieces: list[Piece] = []
    for line in text.split("\n"):
        opens = None if place.quoted else _opens(line.strip(), place)
        if opens is not None:
            pieces.append(opens)
        elif not pieces:
            pieces.append(Piece(PREAMBLE, "", "Mở đầu", "Preamble"))
        pieces[-1].lines.append(line)
        place.quoted = _still_quoted(line, quoted=place.quoted)
    return pieces


def _still_quoted(line: str, *, quoted: bool) -> bool:
    """Whether words of another document are open after a line: what stands there is no heading."""
    opened, closed = line.rfind("“"), line.rfind("”")
    return quoted if opened == closed else opened > closed


def _opens(line: str, place: _Place) -> Piece | None:
    """Return the part that a line opens; None where it goes on with the one before."""
    for level, number in _headed(line):
        above = _ABOVE.get(level)
        if above is not None and not any(one in place.at for one in above):
            continue  # a numbered line before any article is no paragraph of one
        order = _order(number)
        anchor = _anchor(level, number, place)
        if order is None or anchor in place.taken or not _follows(level, order, place):
            return None if level == "phan" and order is None else _unplaced(place)
        place.taken.add(anchor)
        place.at = {
            one: said for one, said in place.at.items() if LEVELS.index(one) < LEVELS.index(level)
        } | {level: number}
        vi, en = NAMES[level]
        return Piece(anchor, level, f"{vi} {number}", f"{en} {number}")
    return None


def _headed(line: str) -> Iterator[tuple[str, str]]:
    for level, pattern in _HEADS:
        found = pattern.match(line)
        if found is not None:
            yield level, found[1]


def _unplaced(place: _Place) -> Piece:
    place.lost += 1
    words = f"Chưa xếp được ({place.lost})", f"Not placed ({place.lost})"
    return Piece(f"{UNPLACED}-{place.lost}", "", *words, unplaced=True)


def _anchor(level: str, number: str, place: _Place) -> str:
    """Return the anchor: an article's number is its own, the others stand below what holds them."""
    own = f"{level}-{_plain(number)}"
    if level == "dieu" or level == "phan":
        return own
    held = [one for one in _HOLDERS[level] if one in place.at]
    if level in _ABOVE and "dieu" not in place.at:
        held = [one for one in ("chuong", "muc", "khoan") if one in place.at and one != level]
    return "-".join([*(f"{one}-{_plain(place.at[one])}" for one in held), own])


@lru_cache(maxsize=2000)
def _plain(number: str) -> str:
    order = _order(number)
    letter = number[-1].lower().replace("đ", "dd") if number[-1:].isalpha() else ""
    if len(number) == 1 and letter and number.lower() not in _ROMAN:
        return letter
    digits = re.match(r"\d+", number)
    return f"{digits[0]}{letter}" if digits else str(order)


@lru_cache(maxsize=2000)
def _order(number: str) -> int | None:
    """Return what a number counts to: 12, 12a, IV, «thứ hai», d."""
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits[0])
    if number.lower() in _ORDINALS:
        return _ORDINALS[number.lower()]
    if number == number.upper() or len(number) > 1:
        return _roman(number.lower())
    return "abcdđeghiklmnopqrstuvxy".find(number) + 1 or None


def _roman(text: str) -> int | None:
    if not text or any(letter not in _ROMAN for letter in text):
        return None
    values = [_ROMAN[letter] for letter in text]
    after = [*values[1:], 0]
    return sum(-one if one < later else one for one, later in zip(values, after, strict=True))


def _follows(level: str, order: int, place: _Place) -> bool:
    """Whether a number comes in its turn: articles only rise, paragraphs and points go by ones."""
    last = place.at.get(level)
    before = 0 if last is None else _order(last) or 0
    if level in ("khoan", "diem"):
        return order in (before, before + 1)
    return order >= before
