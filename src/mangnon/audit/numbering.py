"""The number of an entry, known before it is written: its proof holds it."""

from django.db import connection

# The transaction gets its own id before the entry's number (CASE keeps the order): so whoever
# holds a number is seen by a snapshot taken later, and sealing knows whom to wait for.
_POSTGRESQL = """
    SELECT CASE WHEN pg_current_xact_id() IS NOT NULL
           THEN nextval(pg_get_serial_sequence('audit_entry', 'id')) END
    FROM generate_series(1, %s)
"""
# A writer of SQLite is alone until its transaction ends: the next number is nobody else's.
_SQLITE = "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'audit_entry'), 0)"


def next_ids(count: int) -> list[int]:
    """Return the numbers of the next entries; call it in the transaction that writes them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL, [count])
            return [row[0] for row in cursor.fetchall()]
        cursor.execute(_SQLITE)
        last = cursor.fetchone()[0]
    return list(range(last + 1, last + 1 + count))
