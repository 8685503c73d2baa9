"""The token by which every process knows whether what it holds of the index still stands."""

import uuid

from django.db import connection

from mangnon.finding.models import Version

_ROW = 1


def current() -> str:
    """Return the token of the index as it stands; empty before the first entry."""
    table = Version._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT token FROM {table} WHERE id = %s", [_ROW])
        row = cursor.fetchone()
    return row[0] if row else ""


def bump() -> None:
    """Say that entries, words or synonyms changed; call it in the transaction of the change.

    A token, not a number: a number taken back by a rollback would come again for other entries.
    """
    Version.objects.update_or_create(id=_ROW, defaults={"token": uuid.uuid4().hex})
