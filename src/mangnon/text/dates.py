"""Dates written and read as in Vietnam: the day first; a month or a year alone keeps that."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mangnon.text.folding import fold
from mangnon.text.sentence import DomainError, Language, Sentence

Precision = Literal["day", "month", "year"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip
_MONTH = rf"(?P<month>[0-9]{{1,2}}|{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))})"
_DAY = r"(?P<day>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]{4})"
_MARK = r"[-/.]"
_SPACED_MARK = re.compile(r" ?([-/.]) ?")
# On folded text, single-spaced, without spaces about its marks. A spreadsheet writes midnight
# behind a date; it says nothing.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:ngay )?{_DAY}(?P<mark>{_MARK})(?P<month>[0-9]{{1,2}})(?P=mark){_YEAR}",
        rf"(?:ngay )?{_DAY} thang {_MONTH}(?: nam |, ?|{_MARK}){_YEAR}",
        rf"{_YEAR}(?P<mark>[-/])(?P<month>[0-9]{{1,2}})(?P=mark){_DAY}(?:[ t]00:00(?::00)?)?",
        rf"(?P<month>[0-9]{{1,2}}){_MARK}{_YEAR}",
        rf"thang {_MONTH}(?: nam |, ?|{_MARK}){_YEAR}",
        rf"{_YEAR}-(?P<month>[0-9]{{1,2}})",
        rf"(?:nam )?{_YEAR}",
    )
)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}")


_WANTS_A_DAY = Sentence(
    vi="cần đủ ngày, tháng, năm", en="the day, the month and the year are needed"
)


class NotADateError(DomainError):
    """A text that is no date, or names a day that never was."""


class _Unreadable(Exception):
    """What is wrong with a text, before it is known what would do instead."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.why = Sentence(vi=vi, en=en)


@dataclass(frozen=True, slots=True)
class KnownDate:
    """A date known to the day, to the month or to the year; `first` is its earliest day."""

    first: date
    precision: Precision

    @property
    def last(self) -> date:
        """Give the latest day it can be."""
        if self.precision == "day":
            return self.first
        month = self.first.month if self.precision == "month" else 12
        return date(self.first.year, month, monthrange(self.first.year, month)[1])


def parse_date(text: str, *, whole: bool = False) -> KnownDate:
    """Read a date, day first: 3/4/2013, 03-04-2013, "ngày 3 tháng 4 năm 2013", 2013-04-03.

    A month (4/2013, "tháng 4 năm 2013", 2013-04) and a year (2013) keep their precision; where
    ``whole``, only a day will do. Raises NotADateError with what is wrong and what to write.
    """
    try:
        known = _read(text)
    except _Unreadable as error:
        raise _refused(text, error.why, whole) from None
    if whole and known.precision != "day":
        raise _refused(text, _WANTS_A_DAY, whole)
    return known


def _read(text: str) -> KnownDate:
    folded = _SPACED_MARK.sub(r"\1", " ".join(fold(text).split()))
    for form in _FORMS:
        if found := form.fullmatch(folded):
            return _known_date(found.groupdict())
    if _SHORT_YEAR.fullmatch(folded):
        raise _Unreadable("năm phải viết đủ bốn chữ số", "the year needs all four digits")
    raise _Unreadable("không đọc được", "it cannot be read")


def format_date(day: date | KnownDate, language: Language) -> str:
    """Give "31/12/2020" in Vietnamese, "31 December 2020" in English, no finer than known."""
    if isinstance(day, KnownDate):
        precision, day = day.precision, day.first
    else:
        precision = "day"
    parts = {"day": 3, "month": 2, "year": 1}[precision]
    if language == "vi":
        return "/".join([f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"][-parts:])
    return " ".join([str(day.day), _MONTHS[day.month - 1], str(day.year)][-parts:])


def _known_date(parts: dict[str, str]) -> KnownDate:
    """Make the date of its parts, refusing the year, month or day that cannot be."""
    year = int(parts["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise _Unreadable(
            f"năm phải từ {_FIRST_YEAR} đến {_LAST_YEAR}",
            f"the year must be from {_FIRST_YEAR} to {_LAST_YEAR}",
        )
    if "month" not in parts:
        return KnownDate(date(year, 1, 1), "year")
    month = _MONTH_WORDS.get(parts["month"]) or int(parts["month"])
    if not 1 <= month <= 12:
        raise _Unreadable(
            f"không có tháng {month}; ngày viết trước, tháng viết sau",
            f"there is no month {month}; the day comes first, then the month",
        )
    if "day" not in parts:
        return KnownDate(date(year, month, 1), "month")
    return KnownDate(_day(year, month, int(parts["day"])), "day")


def _day(year: int, month: int, day: int) -> date:
    """Make a date of a month that exists, refusing a day it does not have."""
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise _Unreadable(
            f"tháng {month} năm {year} có các ngày từ 1 đến {days}",
            f"{_MONTHS[month - 1]} {year} has the days 1 to {days}",
        )
    return date(year, month, day)


def _refused(text: str, why: Sentence, whole: bool) -> NotADateError:
    """Say what is wrong with a text, and what to write: a month or a year only where it will do."""
    shown = text.strip()[:40]
    vi = "" if whole else ", hoặc 12/2020, 2020 nếu chỉ biết tháng hoặc năm"
    en = "" if whole else ", or 12/2020 or 2020 where only the month or the year is known"
    return NotADateError(
        Sentence(
            vi=f"Ngày “{shown}” không hợp lệ: {why.vi}. Hãy viết như 31/12/2020{vi}.",
            en=f"The date “{shown}” is not valid: {why.en}. Write it as 31/12/2020{en}.",
        )
    )
