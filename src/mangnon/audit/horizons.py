"""Which entries can still come: PostgreSQL's transactions end in another order than they began.

Two writers take entries 7 and 8; 8 is committed and may be sealed while 7 is still under way.
Nobody waits: 7 goes into a later seal. A seal notes its ``horizon``: a transaction number that
everybody who held a number up to its last entry lies below (`numbering.next_ids` gives a
transaction its number before the entry's). Once all transactions below a seal's horizon are over,
no entry up to its last can come any more, and sealing need not look there again (``settled_id``).
SQLite has one writer at a time: there entries come in the order of their numbers.
"""

from django.db import connection

from mangnon.audit.models import Seal


def oldest_open() -> int:
    """Return the number of the oldest transaction still open; ask before reading entries."""
    return _asked("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


def next_to_begin() -> int:
    """Return a number above that of every transaction begun so far; ask after reading entries.

    A number of its own is drawn for it: a snapshot's upper end may lie below open transactions.
    """
    return _asked("SELECT pg_current_xact_id()::text::bigint")


def _asked(question: str) -> int:
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(question)
        return int(cursor.fetchone()[0])


def settled_by(oldest: int, covered_to: int) -> int:
    """Return up to which entry nothing can come any more, if all seen to ``covered_to`` is sealed.

    ``oldest``: what ``oldest_open`` said before the entries were read.
    """
    if connection.vendor != "postgresql":
        return covered_to
    over = Seal.objects.filter(horizon__lte=oldest).order_by("-number")
    last_id = over.values_list("last_id", flat=True).first()
    return 0 if last_id is None else min(last_id, covered_to)
