"""Writing cells as the engine hands them over: columns in, rows only where SQLite wants them.

Used by :mod:`mangnon.indicators.store`, inside its transaction.
"""

import io
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.csv
from django.db import connection

from mangnon.bulk import update_columns
from mangnon.indicators.models import Cell

Row = tuple[Any, ...]
COLUMNS = (
    *("indicator_id", "series", "place_id", "period_kind", "period_start", "breakdown"),
    *("value_key", "numerator", "denominator", "as_of", "counted_at"),
)
CHANGED = ("numerator", "denominator", "as_of", "counted_at", "id")
_FEW = 1000  # so many changes are sent one by one; more go through a table
_BLOCK = 100  # rows a statement on SQLite: 60 % of the time of a statement a row
_TABLE = Cell._meta.db_table


def insert_cells(cells: pa.Table) -> None:
    """Insert cells; the table's columns are those of ``COLUMNS``, days and moments as text."""
    if not cells.num_rows:
        return
    listed = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {_TABLE} ({listed}) FROM STDIN (FORMAT csv)") as copy:
                for part in cells.to_batches():
                    copy.write(_as_csv(part))
        else:
            for sql, runs in _statements(cells):
                cursor.cursor.connection.executemany(sql, runs)


def change_cells(changed: pa.Table) -> None:
    """Give cells new sums; the table's columns are those of ``CHANGED``."""
    if not changed.num_rows:
        return
    if changed.num_rows > _FEW and connection.vendor == "postgresql":
        columns = {name: changed[name].to_pylist() for name in CHANGED}
        update_columns(Cell, {"id": columns.pop("id")}, columns)
        return
    changes = ", ".join(f"{name} = %s" for name in CHANGED[:-1])
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {_TABLE} SET {changes} WHERE id = %s", list(_rows(changed)))


def delete_cells(ids: list[int]) -> None:
    """Delete cells that nothing counts any more."""
    for first in range(0, len(ids), 500):
        Cell.objects.filter(pk__in=ids[first : first + 500]).delete()


def _statements(cells: pa.Table) -> Iterator[tuple[str, list[list[Any]]]]:
    """Give statements that insert many rows, each with the parameters of its runs.

    What is the same in every row (indicator, series, kind of period, moment) is written once.
    """
    columns = {name: _values(cells[name]) for name in COLUMNS}
    same = {name: values[0] for name, values in columns.items() if len(set(values)) == 1}
    varied = [values for name, values in columns.items() if name not in same]
    flat: list[Any] = [None] * (len(varied) * cells.num_rows)
    for at, values in enumerate(varied):
        flat[at :: len(varied)] = values
    row = ", ".join(_literal(same[name]) if name in same else "?" for name in COLUMNS)
    into = f"INSERT INTO {_TABLE} ({', '.join(COLUMNS)}) VALUES "
    runs, rest = divmod(cells.num_rows, _BLOCK)
    size = _BLOCK * len(varied)
    if runs:
        blocks = [flat[at * size : (at + 1) * size] for at in range(runs)]
        yield into + ", ".join([f"({row})"] * _BLOCK), blocks
    if rest:
        yield into + ", ".join([f"({row})"] * rest), [flat[runs * size :]]


def _literal(value: str | float) -> str:
    """Write a value of our own into a statement."""
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def _as_csv(part: pa.RecordBatch) -> bytes:
    """Write rows as CSV: an empty text is quoted, NULL is not."""
    text = io.BytesIO()
    pyarrow.csv.write_csv(part, text, pyarrow.csv.WriteOptions(include_header=False))
    return text.getvalue()


def _rows(table: pa.Table) -> Iterator[Row]:
    yield from zip(*(_values(column) for column in table.columns), strict=True)


def _values(column: pa.ChunkedArray) -> list[Any]:
    """Give a column without NULLs as Python values; a text that comes often is made once."""
    if not pa.types.is_string(column.type):
        return list(column.to_numpy().tolist())
    coded = column.combine_chunks().dictionary_encode()
    texts = coded.dictionary.to_pylist()
    return [texts[number] for number in coded.indices.to_numpy().tolist()]
