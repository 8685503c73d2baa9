"""Every statement that Django sends is looked at: pages depend on what they read, and what is
written to a public table is announced. Nothing needs to remember to."""

from collections.abc import Callable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from django.apps import AppConfig
from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_init, post_migrate, post_save, pre_migrate

from mangnon.snapshots import actions, recording
from mangnon.snapshots.statements import changed, read
from mangnon.snapshots.tags import FRAME, Source, sources

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]
_WRITES = ("INS", "UPD", "DEL")
_READS = ("SEL", "WIT")
# What Wagtail looks up whenever something is saved; no page shows it.
_BESIDES = "wagtailcore_referenceindex"
# Tables whose rows announce themselves when they are published, not whenever they are written.
_self_announced: set[str] = set()
_paused = False  # while the tables themselves are being made
# What was written outside a transaction by a statement whose answer is yet to be read: SQLite
# ends nothing before. It is announced once the row is saved, at the latest with the next statement.
_late: WeakKeyDictionary[BaseDatabaseWrapper, set[str]] = WeakKeyDictionary()


def begin(config: AppConfig) -> None:
    """Watch every connection, and every instance of a public model."""
    connection_created.connect(_attach, dispatch_uid="snapshots")
    for connection in connections.all(initialized_only=True):
        _attach(connection=connection)
    pre_migrate.connect(_pause, sender=config, dispatch_uid="snapshots")
    post_migrate.connect(_resume, sender=config, dispatch_uid="snapshots")
    from django.apps import apps

    labels = {source.label for source in sources().values()}
    for model in apps.get_models():
        if model._meta.label_lower in labels:
            post_init.connect(_came, sender=model, dispatch_uid="snapshots")
            post_save.connect(_saved, sender=model, dispatch_uid="snapshots")


def leave_to_signals(*tables: str) -> None:
    """Let these tables announce themselves: their rows are drafts until they are published."""
    _self_announced.update(tables)


def _attach(connection: BaseDatabaseWrapper, **_rest: object) -> None:
    if _watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(_watch)


def _watch(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if _late:
        _tell_late(context["connection"])
    word = sql.lstrip()[:3].upper() if isinstance(sql, str) else ""
    if word in _WRITES and not _paused:
        return _written(execute, sql, params, many, context)
    recorder = recording.current()
    if recorder is not None and word in _READS and _BESIDES not in sql:
        known = sources()
        found = read(sql, known)
        rows = {known[table].label: count for table, count in found.rows.items()}
        recorder.note_query([known[table].label for table in found.lists], rows)
    return execute(sql, params, many, context)


def _written(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Send a statement that writes; what it changes is announced in the same transaction."""
    tags = changed(sql, _plain(params), _announced(), many=many)
    if not tags:
        return execute(sql, params, many, context)
    connection: BaseDatabaseWrapper = context["connection"]
    if connection.in_atomic_block:
        done = execute(sql, params, many, context)
        actions.changed(*tags, using=connection.alias)
        return done
    if " RETURNING " in sql:
        _late[connection] = set(tags)
        return execute(sql, params, many, context)
    with transaction.atomic(using=connection.alias):
        done = execute(sql, params, many, context)
        actions.changed(*tags, using=connection.alias)
    return done


def _tell_late(connection: BaseDatabaseWrapper) -> None:
    tags = _late.pop(connection, None)
    if tags:
        actions.changed(*tags, using=connection.alias)


def _saved(using: str, **_rest: object) -> None:
    _tell_late(connections[using])


def _plain(params: Any) -> Sequence[Any] | None:
    return params if isinstance(params, list | tuple) else None


def _announced() -> dict[str, Source]:
    if not _self_announced:
        return sources()
    return {table: one for table, one in sources().items() if table not in _self_announced}


def _came(sender: type[models.Model], instance: models.Model, **_rest: object) -> None:
    recorder = recording.current()
    if recorder is not None and instance.pk is not None:
        recorder.note_row(sender._meta.label_lower, instance.pk)


def _pause(**_rest: object) -> None:
    global _paused  # one for the process, as its migrations are
    _paused = True


def _resume(using: str, **_rest: object) -> None:
    global _paused
    _paused = False
    actions.changed(FRAME, using=using)
