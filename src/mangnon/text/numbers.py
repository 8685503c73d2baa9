"""Numbers written and read as in Vietnam: a comma before decimals, a dot between thousands."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from mangnon.text.sentence import DomainError, Language, Sentence

_TO_VIETNAMESE = str.maketrans(",.", ".,")
_WIDE = Context(prec=400)  # holds any float in full

_SPACE = re.compile(r"[\u00a0\u2009\u202f]")
_AMBIGUOUS = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")
# The ways to write a number that have one reading: groups of thousands, then decimals.
_WAYS = (
    re.compile(r"(?P<whole>[0-9]+)"),
    re.compile(r"(?P<whole>[0-9]*)[.,](?P<decimals>[0-9]+)"),
    re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<decimals>[0-9]+))?"),
    re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?"),
    re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?: [0-9]{3})+)(?:[.,](?P<decimals>[0-9]+))?"),
)
_GROUP_MARKS = re.compile(r"[., ]")


class NotANumberError(DomainError):
    """A text that is no number."""


class AmbiguousNumberError(NotANumberError):
    """A text with two readings: 1.234 is a thousand and more, or one and a bit."""


def format_number(value: float | Decimal, decimals: int, language: Language) -> str:
    """Give "1.234,5" in Vietnamese, "1,234.5" in English, with exactly so many decimals.

    Halves are rounded away from zero, as people round. Raises ValueError for NaN and infinity.
    """
    exact = _decimal(value)
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)
    shown = rounded if rounded else rounded.copy_abs()  # never "-0"
    english = f"{shown:,f}"
    return english.translate(_TO_VIETNAMESE) if language == "vi" else english


def format_percent(value: float | Decimal, decimals: int, language: Language) -> str:
    """Give "2,5%" or "2.5%" for the value 2.5, which is already in per cent."""
    return f"{format_number(value, decimals, language)}%"


def format_per_mille(value: float | Decimal, decimals: int, language: Language) -> str:
    """Give "3,5‰" or "3.5‰" for the value 3.5, which is already in per mille."""
    return f"{format_number(value, decimals, language)}‰"


def parse_number(text: str) -> Decimal:
    """Read a number as people write it in Vietnam, wherever it has one reading only.

    "1.234.567,8" and "12,5", also "12.5", "1,234.5" and "1 234,5"; decimals are kept as typed,
    with their zeros. Raises AmbiguousNumberError
    for "1.234" and "1,234", NotANumberError for what is no number.
    """
    body = _SPACE.sub(" ", text).strip().replace("−", "-")
    sign = "-" if body.startswith("-") else ""
    body = body[1:] if body[:1] in ("-", "+") else body
    if doubtful := _AMBIGUOUS.fullmatch(body):
        raise _ambiguous(text, doubtful[1], doubtful[2])
    for way in _WAYS:
        if found := way.fullmatch(body):
            parts = found.groupdict()
            whole = _GROUP_MARKS.sub("", parts["whole"]) or "0"
            return Decimal(f"{sign}{whole}.{parts.get('decimals') or ''}")
    raise _no_number(text)


def _decimal(value: float | Decimal) -> Decimal:
    """Give the decimal number that a person sees printed for the value."""
    if isinstance(value, Decimal | int):
        return Decimal(value)
    return Decimal(repr(float(value)))  # float() because NumPy's floats print their type


def _ambiguous(text: str, whole: str, rest: str) -> AmbiguousNumberError:
    return AmbiguousNumberError(
        Sentence(
            vi=f"Số “{text.strip()}” có hai cách đọc. Hãy viết {whole}{rest} nếu là hàng nghìn, "
            f"hoặc {whole},{rest}0 nếu là số thập phân.",
            en=f"The number “{text.strip()}” has two readings. Write {whole}{rest} if it is in "
            f"thousands, or {whole},{rest}0 if it is a decimal number.",
        )
    )


def _no_number(text: str) -> NotANumberError:
    shown = text.strip()[:40]
    return NotANumberError(
        Sentence(
            vi=f"“{shown}” không phải là số. Hãy viết chỉ bằng chữ số, dấu phẩy trước phần thập "
            "phân, ví dụ 12,5 hoặc 1.234.567.",
            en=f"“{shown}” is no number. Write digits only, with a comma before the decimals, "
            "for example 12,5 or 1.234.567.",
        )
    )
