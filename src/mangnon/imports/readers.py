"""How cells are read that more than one subject's sheets have."""

from datetime import date

from mangnon.imports.errors import wrong_cell
from mangnon.imports.sheets import one_of
from mangnon.text.dates import KnownDate, parse_date
from mangnon.text.numbers import parse_number

YES_WORDS = ("có",)
_YES = {"yes": ("có", "x", "đúng", "phải", "1", "yes"), "no": ("không", "0", "no")}
_yes_or_no = one_of(_YES, ["có", "không"])
_LONGEST_NAME, _LONGEST_CODE = 200, 40


def known_day(text: str) -> KnownDate:
    """Read a day, a month or a year."""
    return parse_date(text)


def day(text: str) -> date:
    """Read a day."""
    return parse_date(text, whole=True).first


def yes(text: str) -> bool:
    """Read yes or no."""
    return _yes_or_no(text) == "yes"


def words_of(text: str) -> str:
    """Read a place's name or code, or a name, as it is typed."""
    return text[:_LONGEST_NAME]


def number(text: str) -> float:
    """Read a number as people write it; raises NotANumberError."""
    return float(parse_number(text))


def code(text: str) -> str:
    """Read a code; letters, figures and a few marks."""
    kept = text.strip()
    if len(kept) > _LONGEST_CODE or not all(one.isalnum() or one in "-_./" for one in kept):
        raise wrong_cell(
            f"Mã “{text[:40]}” không dùng được. Hãy chỉ dùng chữ, số và dấu - _ . /, tối đa 40 "
            "ký tự.",
            f"The code “{text[:40]}” cannot be used. Take letters, figures and - _ . / only, 40 "
            "characters at most.",
        )
    return kept
