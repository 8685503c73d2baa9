"""One cell into one value; what it is not, is said in a sentence that names what it must be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite, nan
from typing import Literal, TypeVar

from mangnon.growth.survey.sheet import Cell
from mangnon.text.folding import fold
from mangnon.text.sentence import Sentence

NOTHING = {"", "na", "n/a", "nan", "nil", "null", "none", ".", "-", "–", "?", "#n/a", "khong do",
           "khong ro", "kxd", "unknown"}  # fmt: skip

SEXES = {"m": "m", "male": "m", "boy": "m", "1": "m", "nam": "m", "trai": "m", "be trai": "m",
         "con trai": "m", "f": "f", "female": "f", "girl": "f", "2": "f", "nu": "f", "gai": "f",
         "be gai": "f", "con gai": "f"}  # fmt: skip
MEASURES = {"l": "L", "length": "L", "lying": "L", "recumbent": "L", "supine": "L", "nam": "L",
            "do nam": "L", "h": "H", "height": "H", "standing": "H", "stand": "H", "dung": "H",
            "do dung": "H"}  # fmt: skip
YES_NO = {"y": True, "yes": True, "1": True, "true": True, "co": True, "c": True, "x": True,
          "n": False, "no": False, "0": False, "2": False, "false": False, "khong": False,
          "k": False}  # fmt: skip

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")


class UnreadableError(Exception):
    """A cell that is not what its column asks for; `wanted` says what it must be."""

    def __init__(self, wanted: Sentence) -> None:
        super().__init__(wanted)
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is known; a month alone stands on its day 15, a year alone on none."""

    date: date | None
    known_to: Literal["day", "month", "year", "nothing"]


Value = TypeVar("Value")

NO_DAY = Day(None, "nothing")

A_NUMBER = Sentence(
    vi="phải là một số, ví dụ 10,5; để trống nếu không đo",
    en="must be a number, for example 10.5; leave it empty if not measured",
)
NOT_NEGATIVE = Sentence(vi="phải là một số không âm", en="must be a number not below zero")
A_SEX = Sentence(vi="phải là nam hoặc nữ (m/f, 1/2)", en="must be m or f (nam/nữ, 1/2)")
A_MEASURE = Sentence(vi="phải là L (nằm) hoặc H (đứng)", en="must be L (lying) or H (standing)")
A_YES_NO = Sentence(vi="phải là có hoặc không (y/n)", en="must be y or n (có/không)")
A_DATE = Sentence(
    vi="phải là ngày viết ngày trước, ví dụ 25/12/2021",
    en="must be a date, day first, for example 25/12/2021",
)


def number(cell: Cell) -> float:
    """Read a number with a decimal point or comma; nothing is NaN."""
    if isinstance(cell, bool | date):
        raise UnreadableError(A_NUMBER)
    if isinstance(cell, int | float):
        value = float(cell)
    else:
        text = text_of(cell)
        if _is_nothing(text):
            return nan
        if not _NUMBER.fullmatch(text):
            raise UnreadableError(A_NUMBER)
        value = float(text.replace(",", "."))
    if not isfinite(value):
        raise UnreadableError(A_NUMBER)
    if value < 0:
        raise UnreadableError(NOT_NEGATIVE)
    return value


def sex(cell: Cell) -> str:
    """Read a sex as 'm' or 'f'; nothing is ''."""
    return _one_of(cell, SEXES, A_SEX) or ""


def measured(cell: Cell) -> str:
    """Read lying as 'L' and standing as 'H'; nothing is ''."""
    return _one_of(cell, MEASURES, A_MEASURE) or ""


def yes_no(cell: Cell) -> bool:
    """Read a yes or no; nothing is no."""
    return bool(_one_of(cell, YES_NO, A_YES_NO))


def day(cell: Cell) -> Day:
    """Read a date, day first or ISO; `12/2021` is known to the month, `2021` to the year."""
    if isinstance(cell, datetime):
        return Day(cell.date(), "day")
    if isinstance(cell, date):
        return Day(cell, "day")
    text = _TIME.sub("", text_of(cell))
    if _is_nothing(text):
        return NO_DAY
    if _YEAR.fullmatch(text):
        return Day(None, "year")
    return _written_day(text)


def text_of(cell: Cell) -> str:
    """Give a cell's text; 1.0 from a spreadsheet is '1'."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _written_day(text: str) -> Day:
    try:
        if found := _DAY_FIRST.fullmatch(text):
            return Day(date(int(found[3]), int(found[2]), int(found[1])), "day")
        if found := _YEAR_FIRST.fullmatch(text):
            return Day(date(int(found[1]), int(found[2]), int(found[3])), "day")
        if found := _MONTH.fullmatch(text):
            return Day(date(int(found[2]), int(found[1]), 15), "month")
    except ValueError as problem:
        raise UnreadableError(A_DATE) from problem
    raise UnreadableError(A_DATE)


def _is_nothing(text: str) -> bool:
    return fold(text) in NOTHING


def _one_of(cell: Cell, known: Mapping[str, Value], wanted: Sentence) -> Value | None:
    text = fold(text_of(cell))
    if text in known:
        return known[text]
    if text in NOTHING:
        return None
    raise UnreadableError(wanted)
