"""Which period a text names, as people write one: 2024, quý I/2024, 6 tháng đầu năm 2024."""

import re
from datetime import date

from mangnon.imports.errors import wrong_cell
from mangnon.indicators.periods import KINDS, months_later, start_of
from mangnon.text.folding import fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<year>20\d\d)"
_FORMS = {
    "year": (rf"(?:nam )?{_YEAR}",),
    "school_year": (rf"(?:nam hoc )?{_YEAR} ?[-/] ?20\d\d",),
    "half_year": (
        rf"(?:6|sau) thang (?P<half>dau|cuoi)(?: nam)? {_YEAR}",
        rf"{_YEAR} ?- ?h(?P<number>[12])",
    ),
    "quarter": (
        rf"q(?:uy)? ?(?P<number>[1-4]|iv|i{{1,3}}) ?(?:/|-|nam| ) ?{_YEAR}",
        rf"{_YEAR} ?- ?q(?P<number>[1-4])",
    ),
    "month": (
        rf"(?:thang )?(?P<number>\d{{1,2}}) ?(?:/|-|nam) ?{_YEAR}",
        rf"{_YEAR}-(?P<number>\d{{2}})(?:-\d{{2}})?",
    ),
}
_SAMPLES = {
    "year": "2024", "school_year": "2024-2025", "half_year": "6 tháng đầu năm 2024",
    "quarter": "Quý 1/2024", "month": "3/2024",
}  # fmt: skip


def start_typed(kind: str, text: str) -> date:
    """Return the first day of the period of a kind that a text names; raises WrongCell."""
    folded = fold(text)
    for form in _FORMS[kind]:
        found = re.fullmatch(form, folded)
        if found is not None:
            return _start(kind, found)
    raise _no_period(kind, text)


def _start(kind: str, found: re.Match[str]) -> date:
    parts = found.groupdict()
    year = int(parts["year"])
    if kind == "school_year":
        return start_of(kind, date(year, 12, 1))
    said = parts.get("number") or {"dau": "1", "cuoi": "2"}.get(parts.get("half") or "", "1")
    number = _ROMAN.get(said) or int(said)
    if not 1 <= number <= 12 // KINDS[kind]:
        raise _no_period(kind, found[0])
    return months_later(date(year, 1, 1), (number - 1) * KINDS[kind])


def _no_period(kind: str, text: str) -> Exception:
    return wrong_cell(
        f"“{text[:40]}” không phải kỳ báo cáo của mẫu này. Hãy ghi như: {_SAMPLES[kind]}.",
        f"“{text[:40]}” is no period of this report. Write it as: {_SAMPLES[kind]}.",
    )
