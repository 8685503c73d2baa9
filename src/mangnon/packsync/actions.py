"""Writing what differs. Only a subject's own actions call this, under their warrants."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError
from wagtail.models import DraftStateMixin

from mangnon.packsync.compare import Difference, compare
from mangnon.packsync.errors import RefersToNothing, StillInUse
from mangnon.packsync.references import References, Unresolved
from mangnon.packsync.tables import Key, Sheet, Table, Values
from mangnon.packsync.wholes import Whole, digest

_BATCH = 500


def put(sheet: Sheet) -> Difference:
    """Add the rows that are missing, change those that differ; say what was done."""
    difference = compare(sheet)
    if difference.is_empty:
        return difference
    with transaction.atomic():
        if isinstance(sheet.table, Whole):
            _publish(sheet, sheet.table, (*difference.added, *difference.changed))
        else:
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
        rows = sheet.table.model._default_manager
        # By its id: who reads another row of the table is left alone (snapshots).
        found = list(rows.filter(**_where(sheet.table, key)).values_list("pk", flat=True))
        rows.filter(pk__in=found).update(**columns)


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


def _publish(sheet: Sheet, table: Whole, keys: Iterable[Key]) -> None:
    """Write wholes as an editor's act would, a version that is live where there are drafts; in
    rounds as above."""
    width = len(table.fields)
    plain = Table(table.name_vi, table.name_en, table.model, table.key, table.fields)
    tops = Sheet(plain, {key: values[:width] for key, values in sheet.rows.items()})
    under = [References(below.table(table.model)) for below in table.below]
    waiting = list(keys)
    while waiting:
        references = References(plain)
        later: list[Key] = []
        for key in waiting:
            try:
                columns = references.columns(key, tops.rows[key])
            except Unresolved:
                later.append(key)
            else:
                _publish_one(table, key, columns, under, sheet.rows[key])
        if len(later) == len(waiting):
            _columns(tops, references, later[0])  # says which reference it is
        waiting = later


def _publish_one(
    table: Whole, key: Key, columns: dict[str, Any], under: list[References], values: Values
) -> None:
    one = table.model._default_manager.filter(**_where(table, key)).first() or table.model()
    for name, value in columns.items():
        setattr(one, name, value)
    parts = zip(table.below, under, values[len(table.fields) :], strict=True)
    for below, references, rows in parts:
        model = below.table(table.model).model
        made = [_below(table, key, references, row) for row in rows]
        together = [model(sort_order=at, **columns) for at, columns in enumerate(made)]
        setattr(one, below.relation, together)
    one.made_as = digest(values)  # type: ignore[attr-defined]
    one.save()
    if isinstance(one, DraftStateMixin):
        one.save_revision(clean=False).publish(log_action=False)


def _below(table: Whole, key: Key, references: References, row: Values) -> dict[str, Any]:
    try:
        return references.columns((), row)
    except Unresolved as missing:
        raise RefersToNothing(table, key, missing.field, missing.wanted) from None


def _columns(sheet: Sheet, references: References, key: Key) -> dict[str, Any]:
    try:
        return references.columns(key, sheet.rows[key])
    except Unresolved as missing:
        raise RefersToNothing(sheet.table, key, missing.field, missing.wanted) from None
