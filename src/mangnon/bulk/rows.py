"""The two ways of writing many rows, behind one function."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction


def reserve_ids(model: type[models.Model], count: int) -> range:
    """Return ``count`` consecutive ids that nobody else will get. Call it in a transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # One writer at a time moves the sequence in a block; plain inserts go round it.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [table])
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
            sequence = cursor.fetchone()[0]
            cursor.execute("SELECT nextval(%s)", [sequence])
            first = cursor.fetchone()[0]
            cursor.execute("SELECT setval(%s, %s)", [sequence, first + count])
        else:
            # The transaction is IMMEDIATE: no other writer until it ends.
            cursor.execute(f'SELECT COALESCE(MAX(id), 0) + 1 FROM "{table}"')
            first = cursor.fetchone()[0]
    return range(first, first + count)


def write_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert ``rows`` (values in the order of the column names ``columns``), all or none.

    Dates, UUIDs, booleans, numbers, text and bytes are given as Python values.
    """
    table = model._meta.db_table
    names = ", ".join(f'"{name}"' for name in columns)
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(columns))
            cursor.cursor.connection.executemany(
                f'INSERT INTO "{table}" ({names}) VALUES ({marks})',
                (tuple(map(_for_sqlite, row)) for row in rows),
            )


def _for_sqlite(value: Any) -> Any:
    """Give a value the form in which Django keeps it on SQLite."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return value
