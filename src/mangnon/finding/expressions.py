"""What is asked of the index: terms, all of some, any of some; as each database writes it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class All:
    """Every part must be there."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One of the parts must be there."""

    parts: tuple["Expression", ...]


Expression = str | All | Some


def all_of(parts: Sequence[Expression]) -> Expression:
    """Give what asks for every part; a single part stands for itself."""
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def any_of(parts: Sequence[Expression]) -> Expression:
    """Give what asks for one of the parts; a single part stands for itself."""
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def as_fts5(expression: Expression) -> str:
    """Write it for SQLite; a term holds letters, digits and our own signs, never a quote."""
    return _written(expression, " AND ", " OR ", '"')


def as_tsquery(expression: Expression) -> str:
    """Write it for PostgreSQL."""
    return _written(expression, " & ", " | ", "'")


def _written(expression: Expression, both: str, either: str, quote: str) -> str:
    if isinstance(expression, str):
        return f"{quote}{expression}{quote}"
    joint = both if isinstance(expression, All) else either
    return f"({joint.join(_written(one, both, either, quote) for one in expression.parts)})"
