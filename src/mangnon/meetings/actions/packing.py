"""Writing the meetings that a pack brings."""

from collections.abc import Iterable

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove

APPLY = "packs.apply"


def put_from_pack(sheets: Iterable[Sheet], *, warrant: Warrant) -> list[Difference]:
    """Write meetings and what belongs to them, as a pack gives them."""
    warrant.demand(APPLY)
    with transaction.atomic():
        done = [put(sheet) for sheet in sheets]
        if not all(difference.is_empty for difference in done):
            counts = {d.table.kind: len(d.added) + len(d.changed) for d in done}
            record(warrant, "meetings.put", data=counts)
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where others rest on one."""
    warrant.demand(APPLY)
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        record(warrant, "meetings.withdraw", data={"table": table.kind, "rows": len(listed)})
