"""A table as a pack sees it: rows known by what people write, never by database ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from django.db import models

Key: TypeAlias = tuple[Any, ...]
Values: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """Which columns name a row, and which it carries.

    Both are Django lookup paths: ``parent__code`` stands for the row of another table that has
    this code. ``name_vi`` and ``name_en`` say what a row is called in a list of changes.
    """

    name_vi: str
    name_en: str
    model: type[models.Model]
    key: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The table's name for machines: ``places.place``."""
        return self.model._meta.label_lower

    def standing(self) -> dict[Key, Values]:
        """Return the table's rows as they stand; one query."""
        width = len(self.key)
        rows = self.model._default_manager.values_list(*self.key, *self.fields)
        return {tuple(row[:width]): tuple(row[width:]) for row in rows.iterator(chunk_size=5000)}

    def edited(self, held: Mapping[Key, Values]) -> frozenset[Key]:
        """Return the rows, as they stand, that somebody edited here: none, a pack owns the table.

        A table whose rows a pack makes once says otherwise (``wholes``).
        """
        return frozenset()


@dataclass(frozen=True)
class Sheet:
    """The rows that should stand in a table: {key: values}, in the table's order of columns."""

    table: Table
    rows: dict[Key, Values] = field(default_factory=dict)
