"""Writing what differs. Only a subject's own actions call this, under their warrants."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError

from mangnon.packsync.compare import Difference, compare
from mangnon.packsync.errors import RefersToNothing, StillInUse
from mangnon.packsync.references import References, Unresolved
from mangnon.packsync.tables import Key, Sheet, Table

_BATCH = 500


def put(sheet: Sheet) -> Difference:
    """Add the rows that are missing, change those that differ; say what was done."""
    difference = compare(sheet)
    if difference.is_empty:
        return difference
    with transaction.atomic():
        _change(sheet, difference.changed)
        _add(sheet, difference.added)
    return difference


def remove(table: Table, keys: Iterable[Key]) -> None:
    """Remove rows; raises StillInUse where records rest on one."""
    with transaction.atomic():
        for key in keys:
            try:
                table.model._default_manager.filter(**_where(table, key)).delete()
            except ProtectedError as error:
                users = sorted({type(row)._meta.label for row in error.protected_objects})
                raise StillInUse(table, key, ", ".join(users)) from None


def _where(table: Table, key: Key) -> dict[str, Any]:
    pairs = zip(table.key, key, strict=True)
    return {(f"{path}__isnull" if v is None else path): (v is None or v) for path, v in pairs}


def _change(sheet: Sheet, keys: Iterable[Key]) -> None:
    references = References(sheet.table)
    for key in keys:
        columns = _columns(sheet, references, key)
        sheet.table.model._default_manager.filter(**_where(sheet.table, key)).update(**columns)


def _add(sheet: Sheet, keys: Iterable[Key]) -> None:
    """Insert in rounds: a row that names another new row waits until that one stands."""
    waiting = list(keys)
    while waiting:
        references = References(sheet.table)
        ready: list[models.Model] = []
        later: list[Key] = []
        for key in waiting:
            try:
                columns = references.columns(key, sheet.rows[key])
            except Unresolved:
                later.append(key)
            else:
                ready.append(sheet.table.model(**columns))
        if not ready:
            _columns(sheet, references, later[0])  # says which reference it is
        sheet.table.model._default_manager.bulk_create(ready, batch_size=_BATCH)
        waiting = later


def _columns(sheet: Sheet, references: References, key: Key) -> dict[str, Any]:
    try:
        return references.columns(key, sheet.rows[key])
    except Unresolved as missing:
        raise RefersToNothing(sheet.table, key, missing.field, missing.wanted) from None
