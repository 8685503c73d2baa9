"""What a subject offers to the engine: datasets, declared in its ``facts.py``.

The engine never imports a subject; subjects call :func:`offer`. No dataset holds identity.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mangnon.indicators.errors import UnknownDataset

ColumnType = Literal["text", "integer", "number", "boolean", "text[]"]
SourceType = Literal["BIGINT", "DOUBLE", "VARCHAR"]


@dataclass(frozen=True, slots=True)
class Label:
    """What a value is called."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How a column splits a figure. Without ``labels`` the subject's catalogue names values."""

    name: str
    vi: str
    en: str
    labels: Mapping[str, Label] = field(hash=False)
    partitions: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A documented column over which expressions are written."""

    name: str
    type: ColumnType
    vi: str
    en: str
    breakdown: Breakdown | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A portable SELECT over the records, read on SQLite and on PostgreSQL alike.

    ``{here}`` stands for the condition ``here``, which keeps what some places need and holds
    ``{places}``, a comma-separated list of place ids; where all places are counted it is left
    out. ``{since}`` is the first day that any period looks at, as a date literal; ``DAY(x)`` a
    date as whole days since 1970-01-01. Numbers are cast to REAL, booleans to INTEGER.
    ``IN (SELECT here. …)`` names those who are at the places: PostgreSQL finds them first.
    ``columns`` gives the name and the engine's type of each column, in order.
    """

    name: str
    sql: str
    columns: tuple[tuple[str, SourceType], ...]
    here: str = "TRUE"


@dataclass(frozen=True, slots=True)
class Dataset:
    """Rows at (place_id, period_id), by one DuckDB SELECT over its sources.

    The SELECT may read the sources by name, ``periods`` (period_id, start_day, end_day
    exclusive, as_of: the last day counted, window_start: 12 months before the day after as_of)
    and ``places`` (place_id, valid_from, valid_to as days; valid_to NULL where it lives on;
    style). It yields place_id, period_id and every column of ``columns``.
    """

    code: str
    vi: str
    en: str
    sources: tuple[Source, ...]
    sql: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column | None:
        """Return the column of that name, or None."""
        return next((column for column in self.columns if column.name == name), None)

    def breakdown(self, name: str) -> tuple[Column, Breakdown] | None:
        """Return the column that carries the breakdown ``name``, or None."""
        for column in self.columns:
            if column.breakdown is not None and column.breakdown.name == name:
                return column, column.breakdown
        return None


_OFFERED: dict[str, Dataset] = {}


def offer(dataset: Dataset) -> None:
    """Make a dataset known to the engine; called once by each subject at start."""
    _OFFERED[dataset.code] = dataset


def dataset(code: str) -> Dataset:
    """Return the dataset of ``code``, or raise UnknownDataset."""
    try:
        return _OFFERED[code]
    except KeyError:
        raise UnknownDataset(code, sorted(_OFFERED)) from None


def datasets() -> list[Dataset]:
    """Return every dataset that is offered, by code."""
    return [_OFFERED[code] for code in sorted(_OFFERED)]
