"""Acts on the catalogues that a pack brings: groups, and kinds of evidence and assistance."""

from collections.abc import Iterable

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_catalogue(rows: Sheet, *, warrant: Warrant) -> Difference:
    """Write a catalogue's rows. Whoever calls says what must be recounted."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = put(rows)
        if not done.is_empty:
            counts = {"table": done.table.kind, "rows": len(done.added) + len(done.changed)}
            record(warrant, "register.put_catalogue", data=counts)
    return done


def withdraw_from_catalogue(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where records rest on one."""
    warrant.demand("packs.apply")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        counts = {"table": table.kind, "rows": len(listed)}
        record(warrant, "register.withdraw_from_catalogue", data=counts)
