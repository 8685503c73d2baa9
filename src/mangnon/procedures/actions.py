"""Acts on the list of procedures that a pack brings; editors act through drafts."""

from collections.abc import Iterable

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_procedures(rows: Sheet, *, warrant: Warrant) -> Difference:
    """Make the procedures that are missing; change those that nobody edited here."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = put(rows)
        if not done.is_empty:
            counts = {"added": len(done.added), "changed": len(done.changed)}
            record(warrant, "procedures.put", data=counts)
            refresh("procedure", [key[0] for key in (*done.added, *done.changed)])
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove procedures that a pack no longer brings; raises StillInUse where one is led to."""
    warrant.demand("packs.apply")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        record(warrant, "procedures.withdraw", data={"rows": len(listed)})
        refresh("procedure", [key[0] for key in listed])
