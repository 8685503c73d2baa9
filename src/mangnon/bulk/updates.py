"""Changing many rows, each its own values, behind one function for both databases."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models, transaction

from mangnon.bulk.columns import Column, as_kept


def update_columns(
    model: type[models.Model],
    key: Mapping[str, Column],
    columns: Mapping[str, Column],
    *,
    only: str = "TRUE",
) -> int:
    """Set ``columns`` in the rows met by ``key`` (one column name and its values), all or none.

    ``only`` narrows the rows met, in SQL over the table's own columns, without values of a
    user. Returns how many rows were changed.
    """
    (name, keys), fields = (
        next(iter(key.items())),
        {field.column: field for field in model._meta.concrete_fields},
    )
    kept = [as_kept(fields[column], values) for column, values in columns.items()]
    rows = zip(*kept, as_kept(fields[name], keys), strict=False)  # constants never end
    with transaction.atomic(), connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            return _through_a_table(model, name, list(columns), rows, only)
        return _one_by_one(model, name, list(columns), rows, only)


def _one_by_one(
    model: type[models.Model],
    key: str,
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    only: str,
) -> int:
    changes = ", ".join(f'"{name}" = ?' for name in names)
    with connection.cursor() as cursor:
        done = cursor.cursor.connection.executemany(
            f'UPDATE "{model._meta.db_table}" SET {changes} WHERE "{key}" = ? AND {only}', rows
        )
        return int(done.rowcount)


def _through_a_table(
    model: type[models.Model],
    key: str,
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    only: str,
) -> int:
    """PostgreSQL: COPY into a table of this transaction, then one UPDATE."""
    table = model._meta.db_table
    listed = ", ".join(f'"{name}"' for name in [*names, key])
    changes = ", ".join(f'"{name}" = incoming."{name}"' for name in names)
    narrowed = f'"{table}".id IN (SELECT id FROM "{table}" WHERE {only})'
    with connection.cursor() as cursor:
        cursor.execute(
            f'CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT {listed} FROM "{table}" LIMIT 0'
        )
        with cursor.copy(f"COPY incoming ({listed}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(
            f'UPDATE "{table}" SET {changes} FROM incoming '
            f'WHERE "{table}"."{key}" = incoming."{key}" AND {narrowed}'
        )
        done = cursor.rowcount
        cursor.execute("DROP TABLE incoming")
    return int(done)
