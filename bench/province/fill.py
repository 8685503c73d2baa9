"""Writing the province into an empty database, without identity: nothing here needs a name."""

from collections.abc import Callable
from typing import Any

import numpy as np
from django.core.management import call_command
from django.db import connection

from bench.province import catalogue
from bench.province.bulk import without_indexes, write
from bench.province.rows import tables
from bench.province.whole import Province

Report = Callable[[str], None]


def fill(province: Province, report: Report) -> None:
    """Make the tables and write everything; the data are known to keep their foreign keys."""
    call_command("migrate", verbosity=0, skip_checks=True)
    _unchecked()
    catalogue.write_places()
    catalogue.write_groups()
    catalogue.write_kinds()
    with without_indexes():
        for model, count, columns in tables(province):
            report(f"{model._meta.model_name} {count:,}")
            write(model._meta.db_table, count, {"id": np.arange(1, count + 1), **columns})
        report("indexes")
    report("statistics")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _move_sequences(cursor)
        cursor.execute("ANALYZE")
    connection.close()


def _unchecked() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("PRAGMA foreign_keys=OFF")
            cursor.execute("PRAGMA synchronous=OFF")


def _move_sequences(cursor: Any) -> None:
    """Let rows written later begin after those that brought their own ids."""
    for table in connection.introspection.table_names(cursor):
        if not table.startswith(("places_", "register_")) or table == "register_datakey":
            continue
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table} "
            "HAVING max(id) IS NOT NULL"
        )
