"""Rows that a pack makes once: each with the rows below it, held against the pack as one whole.

People edit them here. A whole that somebody edited is left as it is, and told.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models

from mangnon.packsync.tables import Key, Table, Values


@dataclass(frozen=True)
class Below:
    """The rows below, by the relation that leads to them, and their columns, in their order."""

    relation: str
    fields: tuple[str, ...]

    def table(self, model: type[models.Model]) -> Table:
        """Return the table below, none of whose columns is a key."""
        related = model._meta.get_field(self.relation).related_model
        if not isinstance(related, type) or not issubclass(related, models.Model):
            raise TypeError(f"{model.__name__}.{self.relation} leads to no rows")
        return Table("", "", related, (), self.fields)


@dataclass(frozen=True)
class Whole(Table):
    """A table of wholes: the values of a row end with those of its rows below, table by table."""

    below: tuple[Below, ...] = ()


def digest(values: Values) -> str:
    """Return what a whole that stands exactly so is known by."""
    text = json.dumps(values, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def wholes(table: Whole) -> dict[Key, Values]:
    """Return every whole as it stands; one query, and one for each table below."""
    width = len(table.key)
    rows = table.model._default_manager.values_list("pk", *table.key, *table.fields)
    parts = [_below(table, one) for one in table.below]
    return {
        row[1 : 1 + width]: (*row[1 + width :], *(part.get(row[0], ()) for part in parts))
        for row in rows
    }


def edited(table: Whole, held: Mapping[Key, Values]) -> frozenset[Key]:
    """Return the wholes that are no longer as a pack wrote them.

    A draft that waits, a row taken off the site and one made here count, too.
    """
    flags = (*table.key, "made_as", "live", "has_unpublished_changes")
    found = set()
    for *key, made_as, live, waits in table.model._default_manager.values_list(*flags):
        if waits or not live or made_as != digest(held[tuple(key)]):
            found.add(tuple(key))
    return frozenset(found)


def _below(table: Whole, below: Below) -> dict[int, tuple[Values, ...]]:
    model = below.table(table.model).model
    field = table.model._meta.get_field(below.relation)
    owner = field.remote_field.name  # type: ignore[union-attr]
    found: dict[int, list[Values]] = defaultdict(list)
    rows = model._default_manager.order_by(owner, "sort_order", "pk")
    for owner_id, *values in rows.values_list(f"{owner}_id", *below.fields):
        found[owner_id].append(tuple(values))
    return {owner_id: tuple(values) for owner_id, values in found.items()}
