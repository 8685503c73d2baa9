"""What a subject declares about its tables, in its ``walls.py``.

``private``: rows are seen by place; never by the portal. ``shared``: seen by every officer, not by
the portal. ``public``: read by the portal, too. ``inbox``: the portal adds rows that it cannot
read. A table without a declaration is closed.
"""

from dataclasses import dataclass
from typing import Literal

from django.apps import apps
from django.db import models
from django.utils.module_loading import autodiscover_modules

# The places of the transaction, for "… IN": read once a statement and hashed, so that a row costs
# the same within one place and within all of them.
HERE = "(SELECT unnest(string_to_array(current_setting('mangnon.places', true), ','))::bigint)"
ALL = "(SELECT current_setting('mangnon.all', true)) = 'on'"
Desk = Literal["read", "add", "write"]
# Which columns the counting role may read of a private table: none that could name somebody.
_NEVER_COUNTED = (models.BinaryField, models.UUIDField, models.TextField, models.JSONField)
_LONGEST_CODE = 64


@dataclass(frozen=True, slots=True)
class Wall:
    """Who may do what with one table.

    ``seen``: SQL over the table's own row, true where it may be seen and written; None where
    rows are not kept apart. ``beginning``: a new row may be written before it can be seen.
    ``shown``: the same for the portal, of a table that is otherwise the officers'.
    """

    model: type[models.Model]
    desk: Desk = "write"
    engine: bool = False
    portal: bool = False
    inbox: bool = False
    seen: str | None = None
    beginning: bool = False
    shown: str | None = None

    @property
    def table(self) -> str:
        """Name the table."""
        return self.model._meta.db_table

    @property
    def portal_rights(self) -> tuple[str, ...]:
        """Name what the portal may do: read what is public, or only add to an inbox."""
        return ("SELECT",) * self.portal + ("INSERT",) * self.inbox

    @property
    def counted_columns(self) -> list[str]:
        """Name the columns that the counting role may read."""
        fields = self.model._meta.concrete_fields if self.engine else ()
        return [field.column for field in fields if self.seen is None or _is_countable(field)]

    @property
    def policies(self) -> dict[str, str]:
        """Give the SQL of each row policy by its name; {desk}, {engine}, … stand for the roles."""
        if self.shown is not None:
            return {
                "mangnon_desk": "TO {desk} USING (true) WITH CHECK (true)",
                "mangnon_portal": f"FOR SELECT TO {{portal}} USING ({self.shown})",
            }
        if self.seen is None:
            return {}
        seen = f"{ALL} OR {self.seen}"
        found = {"mangnon_desk": f"TO {{desk}} USING ({seen}) WITH CHECK ({seen})"}
        if self.beginning:
            found["mangnon_begin"] = "FOR INSERT TO {desk} WITH CHECK (true)"
        if self.engine:
            found["mangnon_engine"] = "FOR SELECT TO {engine} USING (true)"
        return found


_walls: dict[str, Wall] = {}
_helpers: dict[str, tuple[str, str]] = {}


def private(label: str, *, seen: str, engine: bool = False, beginning: bool = False) -> None:
    """Declare a table whose rows belong to children: seen where the child is."""
    model = apps.get_model(label)
    _walls[label] = Wall(model, seen=seen, engine=engine, beginning=beginning)


def hangs_on(table: str, condition: str) -> str:
    """Write that a row of another table is there, which a row is seen with.

    It is asked by index, a row at a time: the OFFSET keeps the planner from hashing every child
    of the province first, a quarter of a second for the fifty of a list.
    """
    return f"EXISTS (SELECT 1 FROM {table} WHERE {condition} OFFSET 0)"


def shared(*labels: str, desk: Desk = "write", engine: bool = False) -> None:
    """Declare tables that every officer sees, and the public does not."""
    for label in labels:
        _walls[label] = Wall(apps.get_model(label), desk=desk, engine=engine)


def public(*labels: str, desk: Desk = "write", engine: bool = False) -> None:
    """Declare tables that the public pages read."""
    for label in labels:
        _walls[label] = Wall(apps.get_model(label), desk=desk, engine=engine, portal=True)


def inbox(*labels: str) -> None:
    """Declare tables to which the public pages add rows; only officers read and clear them.

    Their keys are made in Python (a UUID): a number drawn by the database would have to be read.
    """
    for label in labels:
        _walls[label] = Wall(apps.get_model(label), inbox=True)


def shown(label: str, *, when: str, desk: Desk = "write") -> None:
    """Declare a table of the officers' of which the public pages read some rows.

    Several subjects may each publish some: what one of them shows is read.
    """
    before = _walls.get(label)
    if before is not None and before.shown is not None:
        when = f"{before.shown} OR {when}"
    _walls[label] = Wall(apps.get_model(label), desk=desk, portal=True, shown=when)


def helper(signature: str, returns: str, sql: str) -> None:
    """Declare a question that conditions ask, answered with the owner's eyes."""
    _helpers[signature] = returns, sql


def helpers() -> dict[str, tuple[str, str]]:
    """Return what every helper returns, and its SQL, by its signature."""
    autodiscover_modules("walls")
    return dict(_helpers)


def walls() -> list[Wall]:
    """Return every declaration of every installed subject, in the order of the tables' names."""
    autodiscover_modules("walls")
    return sorted(_walls.values(), key=lambda wall: wall.table)


def undeclared() -> list[str]:
    """Return the tables of models that nobody declared: closed to all but their owner."""
    known = {wall.table for wall in walls()}
    every = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    return sorted(every - known)


def _is_countable(field: "models.Field[object, object]") -> bool:
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, _NEVER_COUNTED):
        return False
    return not isinstance(target, models.CharField) or (target.max_length or 0) <= _LONGEST_CODE
