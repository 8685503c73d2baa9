"""Changing and making rows with a note of how they stood, and putting them back just so."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

Note = dict[str, Any]


class Back(NamedTuple):
    """How many rows stand as before; the tables of those that somebody changed meanwhile."""

    rows: int
    edited: frozenset[str]


def change(row: models.Model, notes: list[Note], **values: Any) -> None:
    """Set fields of a row, and note what stood there."""
    before = {name: getattr(row, name) for name in values}
    noted(row, notes, before, values)
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def noted(
    row: models.Model, notes: list[Note], before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    """Note a change of a row that is made elsewhere."""
    notes.append({
        "table": row._meta.label, "row": row.pk,
        "before": _all_written(before), "after": _all_written(after),
    })  # fmt: skip


def make(model: type[models.Model], notes: list[Note], **values: Any) -> models.Model:
    """Write a new row, and note that it was not there."""
    row = model._default_manager.create(**values)
    notes.append({"table": model._meta.label, "row": row.pk, "made": _all_written(values)})
    return row


def put_back(notes: list[Note]) -> Back:
    """Set every field as it stood, the last change first, and take away what was made.

    What somebody wrote since stays: a field that no longer holds what the merger set, a row that
    was made and then corrected.
    """
    count, edited = 0, set()
    for note in reversed(notes):
        row = apps.get_model(note["table"])._default_manager.filter(pk=note["row"]).first()
        if row is None or not (_unmade(row, note) if "made" in note else _set_back(row, note)):
            edited.add(note["table"])
        count += row is not None
    return Back(count, frozenset(edited))


def _unmade(row: models.Model, note: Note) -> bool:
    stands = _holds(row, note["made"]) == set(note["made"])
    if stands:
        row.delete()
    return stands


def _set_back(row: models.Model, note: Note) -> bool:
    unchanged = _holds(row, note["after"])
    model = type(row)
    values = {name: _read(model, name, note["before"][name]) for name in unchanged}
    model._default_manager.filter(pk=row.pk).update(**values)
    return unchanged == set(note["after"])


def _holds(row: models.Model, told: Mapping[str, Any]) -> set[str]:
    """Name the fields of a row that hold what a note tells."""
    return {name for name, value in told.items() if _written(getattr(row, name)) == value}


def _all_written(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _written(value) for name, value in values.items()}


def _written(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"sealed": bytes(value).hex()}
    return value.isoformat() if isinstance(value, date) else value


def _read(model: type[models.Model], name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return bytes.fromhex(value["sealed"])
    field = model._meta.get_field(name.removesuffix("_id") if name.endswith("_id") else name)
    if isinstance(field, models.DateField) and isinstance(value, str):
        return date.fromisoformat(value)
    return value
