"""Inserting many rows, behind one function for both databases."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models, transaction

from mangnon.bulk.columns import Column, as_kept

# Ids left free between a plain insert's next one and a reserved block. The sequence moves in
# two steps; a plain insert that falls between them takes one of these.
_MARGIN = 4096


def reserve_ids(model: type[models.Model], count: int) -> range:
    """Return ``count`` consecutive ids that nobody else will get.

    Call it in a transaction, and write the rows before reserving for the same table again.
    """
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # One bulk writer at a time moves the sequence; plain inserts go round the block.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [table])
            cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
            sequence = cursor.fetchone()[0]
            cursor.execute("SELECT nextval(%s)", [sequence])
            first = cursor.fetchone()[0] + _MARGIN
            cursor.execute("SELECT setval(%s, %s)", [sequence, first + count])
        else:
            # The transaction is IMMEDIATE: no other writer until it ends. An id once given is
            # not given again, even if its row is gone.
            cursor.execute(
                f"SELECT max(COALESCE((SELECT seq FROM sqlite_sequence WHERE name = %s), 0),"
                f' COALESCE((SELECT MAX(id) FROM "{table}"), 0))',
                [table],
            )
            first = cursor.fetchone()[0] + 1
    return range(first, first + count)


def write_columns(model: type[models.Model], columns: Mapping[str, Column]) -> None:
    """Insert rows given as columns (by column name, "place_id" not "place"), all or none.

    At least one column is not constant. Values are Python's or numpy's; NaN and NaT are NULL.
    """
    fields = {field.column: field for field in model._meta.concrete_fields}
    kept = [as_kept(fields[name], column) for name, column in columns.items()]
    _insert(model, list(columns), zip(*kept, strict=False))  # constants never end


def write_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert ``rows`` (values in the order of the column names ``columns``), all or none.

    Dates, UUIDs, booleans, numbers, text and bytes are given as Python values.
    """
    turned = list(zip(*rows, strict=True))
    if turned:
        write_columns(model, dict(zip(columns, map(list, turned), strict=True)))


def _insert(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    table = model._meta.db_table
    listed = ", ".join(f'"{name}"' for name in names)
    with transaction.atomic(), connection.cursor() as cursor, connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            into = _open_to_copy(cursor, table, listed)
            with cursor.copy(f'COPY "{into}" ({listed}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            if into != table:
                cursor.execute(f'INSERT INTO "{table}" ({listed}) SELECT {listed} FROM "{into}"')
                cursor.execute(f'DROP TABLE "{into}"')
        else:
            marks = ", ".join("?" * len(names))
            cursor.cursor.connection.executemany(
                f'INSERT INTO "{table}" ({listed}) VALUES ({marks})', rows
            )


def _open_to_copy(cursor: Any, table: str, listed: str) -> str:
    """Name the table to COPY into: one of this transaction where rows of the real one are walled.

    PostgreSQL refuses COPY into a table under row-level security, and checks an INSERT.
    """
    cursor.execute("SELECT row_security_active(%s::regclass)", [table])
    if not cursor.fetchone()[0]:
        return table
    cursor.execute(
        f'CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT {listed} FROM "{table}" LIMIT 0'
    )
    return "arriving"
