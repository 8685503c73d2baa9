"""A process that reads the database for a rebuild and hands over columns (Arrow, by ADBC).

It is a process of its own because ADBC brings its own SQLite: two copies of SQLite in one
process, on one file, undo each other's locks, and the write-ahead log is cut off under the
reader. It imports no Django.

It reads one JSON line a request ({"vendor", "uri", "folder"} once, then {"sql", "path"}), writes
each statement's rows as an Arrow stream to its path, and then answers with one line. So it reads
ahead of whoever counts, and no more of it is in memory than a batch. When the requests end, and
that is also when whoever asked was killed, it removes the folder with what it wrote.
"""

import importlib
import json
import shutil
import sys
from typing import IO, Any

import pyarrow as pa

DRIVERS = {
    "sqlite": "adbc_driver_sqlite.dbapi",
    "postgresql": "adbc_driver_postgresql.dbapi",
}
_ROWS_A_BATCH = 65536  # SQLite's driver makes batches of 1,024 rows by itself: all overhead


def serve(requests: IO[str], answers: IO[str]) -> None:
    """Answer until the requests end."""
    first = json.loads(requests.readline())
    try:
        _serve(first, requests, answers)
    finally:
        shutil.rmtree(first["folder"], ignore_errors=True)


def _serve(first: dict[str, str], requests: IO[str], answers: IO[str]) -> None:
    sqlite = first["vendor"] == "sqlite"
    driver = importlib.import_module(DRIVERS[first["vendor"]])
    with driver.connect(first["uri"], autocommit=True) as database:
        if sqlite:
            _widen_cache(database)
        for line in requests:
            with database.cursor() as cursor:
                if sqlite:
                    rows = {"adbc.sqlite.query.batch_rows": str(_ROWS_A_BATCH)}
                    cursor.adbc_statement.set_options(**rows)
                _answer(cursor, **json.loads(line))
            answers.write("done\n")
            answers.flush()


def _answer(cursor: Any, sql: str, path: str) -> None:
    cursor.execute(sql)
    reading = cursor.fetch_record_batch()
    with pa.OSFile(path, "wb") as file, pa.ipc.new_stream(file, reading.schema) as stream:
        for batch in reading:
            stream.write_batch(batch)


def _widen_cache(database: Any) -> None:
    with database.cursor() as cursor:
        cursor.execute("PRAGMA cache_size=-65536")  # joins look rows up all over the file


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
