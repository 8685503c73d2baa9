"""Figures in words: with their unit, their decimals, and the comparators as people say them."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language
from mangnon.ui.units import figure_text

# A level below this is a matter of tenths: two decimals are shown.
FINE = 10.0


def decimals_for(levels: Sequence[float], unit: str) -> int:
    """Return how many decimals figures of a unit show, given what they are held against."""
    if unit == "count":
        return 0
    return 2 if levels and max(levels) < FINE else 1


def plain(value: float, most: int) -> int:
    """Return the decimals a number needs, at most so many: 98 is not 98,0."""
    return next((n for n in range(most) if round(value, n) == round(value, most)), most)


def amount(value: float | None, unit: str, decimals: int, language: Language) -> str:
    """Write a value with its unit, a dash for None."""
    return "–" if value is None else figure_text(value, unit, decimals, language)


def level(value: float, unit: str, language: Language) -> str:
    """Write a promised level as it would be printed: 98%, 2,5%."""
    return figure_text(value, unit, plain(value, 3), language)


def sum_text(value: float | None, language: Language) -> str:
    """Write a numerator or denominator: whole, or with one decimal where it rests on a share."""
    if value is None:
        return "–"
    return format_number(value, 0 if abs(value - round(value)) < 1e-9 else 1, language)


def promised(comparator: str, value: float, unit: str, due: date, language: Language) -> str:
    """Say one step: under 2.5% by 2015. The year alone where it is the year's last day."""
    words = {
        "<": _("dưới %(level)s năm %(year)s"),
        "<=": _("không quá %(level)s năm %(year)s"),
        ">": _("trên %(level)s năm %(year)s"),
        ">=": _("ít nhất %(level)s năm %(year)s"),
        "=": _("đủ %(level)s năm %(year)s"),
    }[comparator]
    return words % {"level": level(value, unit, language), "year": due.year}


def bound(comparator: str, value: float, unit: str, language: Language) -> str:
    """Say the level of a step without its day: at most 2%."""
    words = {
        "<": _("dưới %(level)s"),
        "<=": _("không quá %(level)s"),
        ">": _("trên %(level)s"),
        ">=": _("từ %(level)s trở lên"),
        "=": _("đủ %(level)s"),
    }[comparator]
    return words % {"level": level(value, unit, language)}
