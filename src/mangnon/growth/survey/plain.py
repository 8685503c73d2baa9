"""Turns the report's parts into what JSON can hold."""

from dataclasses import asdict, is_dataclass
from math import isnan
from typing import Any


def plain(value: Any) -> Any:
    """Give dataclasses as dictionaries, tuples as lists, NaN as None, numbers to six decimals."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, float):
        return None if isnan(value) else round(value, 6)
    return value
