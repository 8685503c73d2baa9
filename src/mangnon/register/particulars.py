"""What is asked of a child when it is entered or corrected."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from mangnon.register.errors import WrongIdentity
from mangnon.register.models import Child
from mangnon.text.sentence import Sentence

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who a child is. Of a birth date known by month or year, the rest is set to its middle."""

    name: str
    sex: str
    birth_date: date
    document: str = ""
    birth_precision: str = "day"
    ethnic_group: str = "kinh"
    vietnamese_citizen: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", cleaned_name(self.name))
        object.__setattr__(self, "document", "".join(self.document.split()))
        if self.sex not in Child.Sex.values:
            raise _not_one_of("Giới tính", "The sex", self.sex, Child.Sex.values)
        if self.birth_precision not in Child.Precision.values:
            raise _not_one_of(
                "Độ chính xác của ngày sinh",
                "The precision of the birth date",
                self.birth_precision,
                Child.Precision.values,
            )
        object.__setattr__(self, "birth_date", kept_birth(self.birth_date, self.birth_precision))

    def __repr__(self) -> str:
        return "Particulars(…)"  # a name never reaches a log or a traceback


def kept_birth(day: date, precision: str) -> date:
    """Return the day that stands for a birth date: day 15 of a known month, 1 July of a year."""
    if precision == Child.Precision.MONTH:
        return day.replace(day=15)
    if precision == Child.Precision.YEAR:
        return date(day.year, 7, 1)
    return day


def earliest_birth(child: Child) -> date:
    """Return the first day on which the child may have been born, by what is known of it."""
    if child.birth_precision == Child.Precision.MONTH:
        return child.birth_date.replace(day=1)
    if child.birth_precision == Child.Precision.YEAR:
        return date(child.birth_date.year, 1, 1)
    return child.birth_date


def sixteenth_birthday(born: date) -> date:
    """Return the day on which somebody born on that day turns 16."""
    try:
        return born.replace(year=born.year + 16)
    except ValueError:  # 29 February, and the year is no leap year
        return date(born.year + 16, 3, 1)


# Arrows, signs, dingbats, emoji and what modifies them: no name is written with any.
_PICTURE = re.compile("[\u2190-\u2bff\ufe00-\ufe0f\ufffd\U0001f000-\U0001ffff]")


def cleaned_name(name: str) -> str:
    """Return a name in composed letters and single spaces, or raise WrongIdentity."""
    clean = " ".join(unicodedata.normalize("NFC", name).split())
    if not clean:
        raise WrongIdentity(
            Sentence(
                vi="Họ tên để trống. Hãy ghi họ tên của trẻ; chưa có tên thì ghi tên tạm gọi.",
                en="The name is empty. Write the child's name, or what it is called for now.",
            )
        )
    if len(clean) > LONGEST_NAME or not clean.isprintable() or _PICTURE.search(clean):
        raise WrongIdentity(
            Sentence(
                vi="Họ tên chỉ được gồm chữ và dấu, không có hình hay ký hiệu, tối đa "
                f"{LONGEST_NAME} ký tự. Hãy ghi lại.",
                en=f"A name is printable text without pictures or signs, of at most {LONGEST_NAME} "
                "characters. Write it again.",
            )
        )
    return clean


def _not_one_of(vi: str, en: str, value: str, known: list[str]) -> WrongIdentity:
    listed = ", ".join(known)
    return WrongIdentity(
        Sentence(
            vi=f"{vi} “{value}” không hợp lệ. Hãy dùng một trong: {listed}.",
            en=f"{en} “{value}” is not known. Use one of: {listed}.",
        )
    )
