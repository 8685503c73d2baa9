"""Rows that a pack makes once: each with the rows below it, held against the pack as one whole.

People edit them here. A whole that somebody edited is left as it is, and told. Whatever is made
once, a written page too, is judged by ``is_edited`` alone.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from wagtail.models import DraftStateMixin

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

    def standing(self) -> dict[Key, Values]:
        """Return every whole as it stands; one query, and one for each table below."""
        width = len(self.key)
        rows = self.model._default_manager.values_list("pk", *self.key, *self.fields)
        parts = [_below(self, one) for one in self.below]
        return {
            row[1 : 1 + width]: (*row[1 + width :], *(part.get(row[0], ()) for part in parts))
            for row in rows
        }

    def edited(self, held: Mapping[Key, Values]) -> frozenset[Key]:
        """Return the wholes that are no longer as a pack wrote them; one query."""
        drafted = issubclass(self.model, DraftStateMixin)
        flags = ("live", "has_unpublished_changes") if drafted else ()
        found = set()
        for row in self.model._default_manager.values_list("made_as", *flags, *self.key):
            made_as, *said = row[: 1 + len(flags)]
            key = row[1 + len(flags) :]
            live, waits = said or (True, False)
            if key in held and is_edited(held[key], made_as, live=live, waits=waits):
                found.add(key)
        return frozenset(found)


def digest(values: Values) -> str:
    """Return what a whole that stands exactly so is known by."""
    text = json.dumps(values, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def is_edited(values: Values, made_as: str, *, live: bool, waits: bool) -> bool:
    """Whether what stands is no longer as a pack wrote it (``made_as``, a digest).

    A draft that waits, a thing taken off the site and one made here count, too.
    """
    return waits or not live or made_as != digest(values)


def _below(table: Whole, below: Below) -> dict[int, tuple[Values, ...]]:
    model = below.table(table.model).model
    field = table.model._meta.get_field(below.relation)
    owner = field.remote_field.name  # type: ignore[union-attr]
    found: dict[int, list[Values]] = defaultdict(list)
    rows = model._default_manager.order_by(owner, "sort_order", "pk")
    for owner_id, *values in rows.values_list(f"{owner}_id", *below.fields):
        found[owner_id].append(tuple(values))
    return {owner_id: tuple(values) for owner_id, values in found.items()}
