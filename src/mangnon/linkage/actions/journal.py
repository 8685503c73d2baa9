"""Changing rows with a note of how they stood, and putting them back just so."""

from datetime import date
from typing import Any

from django.apps import apps
from django.db import models

Note = dict[str, Any]


def change(row: models.Model, notes: list[Note], **values: Any) -> None:
    """Set fields of a row, and note what stood there."""
    before = {name: getattr(row, name) for name in values}
    notes.append({
        "table": row._meta.label,
        "row": row.pk,
        "before": {name: _written(value) for name, value in before.items()},
        "after": {name: _written(value) for name, value in values.items()},
    })  # fmt: skip
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def put_back(notes: list[Note]) -> int:
    """Set every row as it stood, the last change first; return how many were there still."""
    count = 0
    for note in reversed(notes):
        model = apps.get_model(note["table"])
        values = {name: _read(model, name, value) for name, value in note["before"].items()}
        count += model._default_manager.filter(pk=note["row"]).update(**values)
    return count


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
