"""Figures with their unit as a reader sees them."""

from typing import Literal

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language

Unit = Literal["percent", "per_mille", "count", "ratio"]

# The sign stands close to the number, as Vietnamese papers print it, in both languages: 1,94%.
SIGNS: dict[str, str] = {"percent": "%", "per_mille": "‰", "count": "", "ratio": ""}


def sign(unit: str) -> str:
    """Return the sign of a unit; an unknown unit is a mistake in the caller."""
    if unit not in SIGNS:
        raise ValueError(f"unit {unit!r} is not one of {', '.join(SIGNS)}")
    return SIGNS[unit]


def figure_text(value: float, unit: str, decimals: int, language: Language) -> str:
    """Write a value with its unit, for example ``1,94%``."""
    written = format_number(value, decimals, language)
    return f"{written}{sign(unit)}"
