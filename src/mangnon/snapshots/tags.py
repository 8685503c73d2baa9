"""How dependencies are named, and which table is which.

A page reads ``label:pk`` (a row), ``label:*`` (a list of the table) or a tag of its own. A change
names the same, or ``label`` alone: every row and list of the table. ``frame`` is every page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import models

from mangnon.walls.declaring import walls

FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Source:
    """A table that public pages read: its label, its columns, and those that name one row."""

    label: str
    key: str
    columns: int
    unique: frozenset[str]


@cache
def sources() -> dict[str, Source]:
    """Return the public tables by their names; asked once the models are loaded."""
    found = {wall.table: wall.model for wall in walls() if wall.portal}
    own = apps.get_model("snapshots", "Change")._meta.db_table
    return {table: _source(model) for table, model in found.items() if table != own}


def _source(model: type[models.Model]) -> Source:
    fields = model._meta.concrete_fields
    unique = frozenset(str(one.column) for one in fields if one.unique or one.primary_key)
    return Source(model._meta.label_lower, str(model._meta.pk.column), len(fields), unique)


def row(label: str, key: object) -> str:
    """Name one row."""
    return f"{label}:{key}"


def every(label: str) -> str:
    """Name any list of a table."""
    return f"{label}:*"


def children(page: object) -> str:
    """Name the list of what lies directly below a page of the editors', by the page's id."""
    return f"children:{page}"


def touches(changed: Iterable[str], read: Iterable[str]) -> bool:
    """Whether one of the tags read is among those changed."""
    known = set(changed)
    if FRAME in known or not known.isdisjoint(read):
        return True
    return any(tag.partition(":")[0] in known for tag in read)
