"""Views at rest. One statement adds whatever was counted; the database adds, never the program.

No act of a person's: it needs no warrant, and leaves no entry in the trail.
"""

from collections.abc import Collection
from datetime import date

from django.db import connection, transaction

from mangnon import clock
from mangnon.visits.models import DayCount, Followed
from mangnon.visits.tally import Counts

_COUNTS, _FILES = DayCount._meta.db_table, Followed._meta.db_table
_ADD = (
    f"INSERT INTO {_COUNTS} (day, section, count) VALUES {{}} "
    f"ON CONFLICT (day, section) DO UPDATE SET count = {_COUNTS}.count + excluded.count"
)
_BEGIN = (
    f"INSERT INTO {_FILES} (head, log, read_to, read_on) VALUES (%s, %s, 0, %s) "
    "ON CONFLICT (head) DO NOTHING"
)


def add(counts: Counts) -> None:
    """Add views to their days and sections.

    In one order, so that of two processes that add at once neither waits for the other's rows
    while it holds its own.
    """
    rows = sorted((day, section, number) for (day, section), number in counts.items())
    if rows:
        values = [value for row in rows for value in row]
        with connection.cursor() as cursor:
            cursor.execute(_ADD.format(", ".join(["(%s, %s, %s)"] * len(rows))), values)


def begin_file(log: str, head: str) -> Followed:
    """Return how far a file has been read; one that was never read begins at its first byte."""
    known = Followed.objects.filter(head=head).first()
    if known is None:
        with connection.cursor() as cursor:
            cursor.execute(_BEGIN, [head, log, clock.today()])
        known = Followed.objects.get(head=head)
    return known


def keep(known: Followed, end: int, counts: Counts) -> bool:
    """Add what was counted in a file up to ``end``, and note how far that is, or neither.

    False where somebody else read on meanwhile: then nothing is added.
    """
    with transaction.atomic():
        here = Followed.objects.filter(pk=known.pk, read_to=known.read_to)
        if not here.update(read_to=end, read_on=clock.today()):
            return False
        add(counts)
    known.read_to = end
    return True


def forget_files(log: str, *, still_there: Collection[str], before: date) -> None:
    """Forget files that are gone, and were last read before a day."""
    gone = Followed.objects.filter(log=log, read_on__lt=before).exclude(head__in=still_there)
    gone.delete()
