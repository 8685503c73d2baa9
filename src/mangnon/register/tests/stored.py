"""What is stored, row by row as the database holds it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from mangnon.audit.models import Entry
from mangnon.text.sentence import DomainError

Rows = dict[str, list[tuple[object, ...]]]


def everything(*apps: str) -> Rows:
    """Return {table: rows} of whole apps (none: all), with binary columns as bytes."""
    tables = set(connection.introspection.table_names()) - _without_rows()
    wanted = [table for table in tables if not apps or table.split("_")[0] in apps]
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in sorted(wanted)}


def _without_rows() -> set[str]:
    """Name SQLite's virtual tables: what they keep lies in tables beside them, which are read."""
    if connection.vendor != "sqlite":
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%%'")
        return {name for (name,) in cursor.fetchall()}


def _rows(cursor, table: str) -> list[tuple[object, ...]]:
    cursor.execute(f'SELECT * FROM "{table}"')
    plain = [
        tuple(bytes(one) if isinstance(one, memoryview) else one for one in row)
        for row in cursor.fetchall()
    ]
    return sorted(plain, key=repr)


def of_the_register() -> Rows:
    """Return what an act on a child may write: the register, the entries, the marks."""
    return everything("register", "audit", "indicators")


@contextmanager
def refused(kind: type[DomainError] = DomainError) -> Iterator[pytest.ExceptionInfo[DomainError]]:
    """Expect a refusal in both languages that leaves every stored byte as it was."""
    before = of_the_register()
    with pytest.raises(kind) as caught, transaction.atomic():
        yield caught
    sentence = caught.value.sentence
    assert sentence.vi.strip()
    assert sentence.en.strip()
    assert sentence.vi != sentence.en
    assert of_the_register() == before


@contextmanager
def one_entry(act: str) -> Iterator[None]:
    """Expect exactly one new entry, of this act."""
    known = set(Entry.objects.values_list("pk", flat=True))
    yield
    added = list(Entry.objects.exclude(pk__in=known).values_list("act", flat=True))
    assert added == [act]
