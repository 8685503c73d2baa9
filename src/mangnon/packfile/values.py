"""From what stands in a cell or behind a key to a value of its field's type."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from mangnon.packfile.shapes import EXAMPLES, Field

_CODE = re.compile(r"[^\s@,;\"]{1,64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Unfit(Exception):
    """A value that is none of its field's type: what is wrong, what to write."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en


def from_cell(field: Field, text: str) -> Any:
    """Return the value of a CSV cell that is not empty; raises Unfit."""
    return _checked(field, _READERS[field.type](field, text.strip()))


def from_toml(field: Field, value: Any) -> Any:
    """Return a value that TOML gave, if it is of the field's type; raises Unfit."""
    if field.type == "share" and isinstance(value, int | float | str):
        return _share(field, str(value))
    kind = "text" if field.type == "code" else field.type
    if not _TYPES[kind](value):
        raise _unfit(field, value)
    if field.type == "number":
        value = float(value)
    if field.type == "text":
        value = value.strip()
    if field.type == "code":
        value = _code(field, value)
    return _checked(field, value)


def _checked(field: Field, value: Any) -> Any:
    if field.choices and not field.judged_elsewhere:
        many = value if isinstance(value, list) else [value]
        for one in many:
            if one not in field.choices:
                options = ", ".join(field.choices)
                raise Unfit(
                    f"“{one}” không có trong danh sách — chọn một trong: {options}",
                    f"“{one}” is not on the list — choose one of: {options}",
                )
    return value


def _unfit(field: Field, value: Any) -> Unfit:
    vi, en = _NAMES[field.type]
    shown = str(value)[:40]
    return Unfit(
        f"“{shown}” không phải {vi} — hãy viết như: {EXAMPLES[field.type]}",
        f"“{shown}” is not {en} — write it like: {EXAMPLES[field.type]}",
    )


def _text(field: Field, text: str) -> str:
    return text


def _code(field: Field, text: str) -> str:
    if not _CODE.fullmatch(text):
        raise _unfit(field, text)
    return text


def _day(field: Field, text: str) -> date:
    if not _DAY.fullmatch(text):
        raise _unfit(field, text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _unfit(field, text) from None


def _flag(field: Field, text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise _unfit(field, text)
    return text.lower() == "true"


def _number(field: Field, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _unfit(field, text) from None
    if not math.isfinite(value):
        raise _unfit(field, text)
    return value


def _whole(field: Field, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise _unfit(field, text) from None


def _share(field: Field, text: str) -> float:
    try:
        value = float(Fraction(text))
    except (ValueError, ZeroDivisionError):
        raise _unfit(field, text) from None
    if not 0 < value <= 1:
        raise Unfit(
            f"phần “{text}” phải lớn hơn 0 và không quá 1 — ví dụ 1/3",
            f"the share “{text}” must be above 0 and at most 1 — for example 1/3",
        )
    return value


def _texts(field: Field, text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


_READERS: dict[str, Callable[[Field, str], Any]] = {
    "text": _text,
    "code": _code,
    "day": _day,
    "flag": _flag,
    "number": _number,
    "whole": _whole,
    "share": _share,
    "texts": _texts,
}
_TYPES: dict[str, Callable[[Any], bool]] = {
    "text": lambda v: isinstance(v, str),
    "day": lambda v: isinstance(v, date) and not isinstance(v, datetime),
    "flag": lambda v: isinstance(v, bool),
    "number": lambda v: _is_number(v) and math.isfinite(v),
    "whole": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "texts": lambda v: isinstance(v, list) and all(isinstance(one, str) for one in v),
    "table": lambda v: isinstance(v, dict),
    "tables": lambda v: isinstance(v, list) and all(isinstance(one, dict) for one in v),
}
_NAMES: dict[str, tuple[str, str]] = {
    "text": ("một dòng chữ", "a text"),
    "code": ("một mã (không dấu cách, không @)", "a code (no space, no @)"),
    "day": ("một ngày", "a day"),
    "flag": ("true hoặc false", "true or false"),
    "number": ("một số", "a number"),
    "whole": ("một số nguyên", "a whole number"),
    "share": ("một phần", "a share"),
    "texts": ("một danh sách chữ", "a list of texts"),
    "table": ("một bảng", "a table"),
    "tables": ("nhiều bảng", "a list of tables"),
}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
