"""What every change leaves on the child's own row: its home, its version, when it changed."""

from collections.abc import Sequence

from django.db import connection, models

from mangnon.register.models import Child
from mangnon.register.roster import nudge_on_commit
from mangnon.walls import everywhere

_CHUNK = 5000  # ids in one statement; every database takes that many
# On PostgreSQL a change is numbered by its transaction: nobody waits for a counter, and a reader
# knows from its snapshot which numbers are still to come. SQLite has one writer at a time, so
# the next number is the greatest and one.
_NEXT = {
    "postgresql": "CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)",
    "sqlite": "(SELECT COALESCE(MAX(change_seq), 0) + 1 FROM register_child)",
}
_TOUCH = """
    UPDATE register_child SET
        version = version + 1,
        change_seq = {next},
        home_id = (SELECT r.place_id FROM register_residence r
                   WHERE r.child_id = register_child.id AND r.valid_to IS NULL)
    WHERE {where}
"""


def change_number() -> int:
    """Give the number under which this transaction's changes are known; call it in one."""
    nudge_on_commit()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_NEXT[connection.vendor]}")
        return int(cursor.fetchone()[0])


def touch(child: Child) -> None:
    """Count an act on a child that is held for it, and keep its home; in the act's transaction."""
    # A child that moves away goes out of the officer's sight; its row is told where to.
    with everywhere(), connection.cursor() as cursor:
        cursor.execute(_touching("id = %s") + " RETURNING home_id, change_seq, version", [child.pk])
        child.home_id, child.change_seq, child.version = cursor.fetchone()
    nudge_on_commit()


def touch_children(child_ids: Sequence[int]) -> None:
    """Count one act on each of many children, and keep their homes."""
    for first in range(0, len(child_ids), _CHUNK):
        some = child_ids[first : first + _CHUNK]
        marks = ", ".join(["%s"] * len(some))
        touch_where(f"id IN ({marks})", some)


def touch_where(where: str, values: Sequence[int] = ()) -> None:
    """Do the same where a condition over ``register_child`` holds, in SQL without users' text."""
    with everywhere(), connection.cursor() as cursor:
        cursor.execute(_touching(where), list(values))
    nudge_on_commit()


def touch_written(model: type[models.Model], ids: range) -> None:
    """Do the same for the children of rows just written under consecutive ids."""
    table = model._meta.db_table
    written = f"SELECT child_id FROM {table} WHERE id BETWEEN %s AND %s"
    touch_where(f"id IN ({written})", [ids[0], ids[-1]])


def _touching(where: str) -> str:
    return _TOUCH.format(next=_NEXT[connection.vendor], where=where)
