"""Writing many rows at once: COPY on PostgreSQL, executemany on SQLite."""

from mangnon.bulk.rows import reserve_ids, write_rows

__all__ = ["reserve_ids", "write_rows"]
