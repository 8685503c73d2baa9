"""Dataclasses of numbers, words and dates to plain JSON and back, exactly."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

Answer = TypeVar("Answer")


def to_plain(value: Any) -> Any:
    """Return the value as JSON can hold it; floats keep every digit."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value


def from_plain(kind: type[Answer], plain: Any) -> Answer:
    """Return the dataclass of ``kind`` that :func:`to_plain` wrote.

    Raises KeyError or ValueError where a field is missing or is not what it should be.
    """
    return kind(**{name: _read(hint, plain[name]) for name, hint in _hints(kind)})


@cache
def _hints(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return each field with its type; worked out once, since a page reads hundreds."""
    hints = get_type_hints(kind)
    return tuple((one.name, hints[one.name]) for one in fields(kind))


def _read(kind: Any, plain: Any) -> Any:
    if get_origin(kind) is UnionType:
        (inner,) = (part for part in get_args(kind) if part is not NoneType)
        return None if plain is None else _read(inner, plain)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], item) for item in plain)
    if get_origin(kind) is Literal:
        return plain
    if isinstance(kind, type) and is_dataclass(kind):
        return from_plain(kind, plain)
    if kind is date:
        return date.fromisoformat(plain)
    if issubclass(kind, StrEnum):
        return kind(plain)
    return float(plain) if kind is float else plain
