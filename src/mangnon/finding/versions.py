"""Tokens by which every process knows whether what it holds of the index still stands."""

import uuid
from zlib import crc32

from django.db import connection

from mangnon.finding.models import Version

_ROW = 1


def current(kind: str = "") -> str:
    """Return the token of the index, or of one kind in it; empty before the first entry."""
    table = Version._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT token FROM {table} WHERE id = %s", [_row(kind)])
        row = cursor.fetchone()
    return row[0] if row else ""


def bump(*kinds: str) -> None:
    """Say that entries, words or synonyms changed; call it in the transaction of the change.

    A token, not a number: a number taken back by a rollback would come again for other entries.
    """
    token = uuid.uuid4().hex
    Version.objects.bulk_create(
        [Version(id=row, token=token) for row in sorted({_ROW, *map(_row, kinds)})],
        update_conflicts=True, unique_fields=["id"], update_fields=["token"],
    )  # fmt: skip


def _row(kind: str) -> int:
    return _ROW + 1 + crc32(kind.encode()) if kind else _ROW
