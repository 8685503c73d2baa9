"""Taking turns: a chunk of an import and a round of erasing are never at work side by side."""

from django.db import connection


def take_turn() -> None:
    """Wait for the other one who writes many rows, until the transaction ends.

    SQLite has one writer anyway. Without turns two would hold the same rows in two orders, and
    PostgreSQL would break one of them off.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext('mangnon.bulk'))")
