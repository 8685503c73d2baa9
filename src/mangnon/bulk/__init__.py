"""Writing many rows at once: COPY on PostgreSQL, executemany on SQLite."""

from mangnon.bulk.batches import WrongBatch
from mangnon.bulk.columns import Column, digest, lengths_differ
from mangnon.bulk.rows import reserve_ids, write_columns, write_rows
from mangnon.bulk.turns import take_turn
from mangnon.bulk.updates import update_columns

__all__ = [
    "Column",
    "WrongBatch",
    "digest",
    "lengths_differ",
    "reserve_ids",
    "take_turn",
    "update_columns",
    "write_columns",
    "write_rows",
]
