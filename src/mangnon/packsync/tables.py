"""A table as a pack sees it: rows known by what people write, never by database ids."""

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


@dataclass(frozen=True)
class Sheet:
    """The rows that should stand in a table: {key: values}, in the table's order of columns."""

    table: Table
    rows: dict[Key, Values] = field(default_factory=dict)
