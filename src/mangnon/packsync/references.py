"""From what a row writes of another row to that row's id."""

from collections import defaultdict
from typing import Any

from django.db import models

from mangnon.packsync.tables import Key, Table, Values


class Unresolved(Exception):
    """A reference that finds nothing, yet."""

    def __init__(self, field: str, wanted: Key) -> None:
        super().__init__(field, wanted)
        self.field = field
        self.wanted = wanted


class References:
    """The ids of all rows that a table's rows may name, read once."""

    def __init__(self, table: Table) -> None:
        self._paths = (*table.key, *table.fields)
        below: dict[str, list[str]] = defaultdict(list)
        for path in self._paths:
            field, _, rest = path.partition("__")
            if rest:
                below[field].append(rest)
        self._ids = {field: _ids(table.model, field, rest) for field, rest in below.items()}

    def columns(self, key: Key, values: Values) -> dict[str, Any]:
        """Return the model's arguments for a row; raises Unresolved."""
        columns: dict[str, Any] = {}
        named: dict[str, list[Any]] = defaultdict(list)
        for path, value in zip(self._paths, (*key, *values), strict=True):
            field, _, rest = path.partition("__")
            if rest:
                named[field].append(value)
            else:
                columns[field] = value
        for field, parts in named.items():
            columns[f"{field}_id"] = self._id(field, tuple(parts))
        return columns

    def _id(self, field: str, wanted: Key) -> int | None:
        if all(part is None for part in wanted):
            return None
        try:
            return self._ids[field][wanted]
        except KeyError:
            raise Unresolved(field, wanted) from None


def _ids(model: type[models.Model], field: str, paths: list[str]) -> dict[Key, int]:
    related = model._meta.get_field(field).related_model
    if not isinstance(related, type) or not issubclass(related, models.Model):
        raise TypeError(f"{model.__name__}.{field} names no other table")
    rows = related._default_manager.values_list(*paths, "pk")
    return {tuple(row[:-1]): row[-1] for row in rows.iterator(chunk_size=5000)}
