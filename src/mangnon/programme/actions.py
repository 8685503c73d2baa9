"""Acts on the plan, its objectives, tasks and targets."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh_all
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_plan(sheets: Sequence[Sheet], *, warrant: Warrant) -> list[Difference]:
    """Write the plan with everything under it, as a pack gives it, in the given order."""
    warrant.demand("programme.edit")
    with transaction.atomic():
        done = [put(sheet) for sheet in sheets]
        if not all(difference.is_empty for difference in done):
            counts = {d.table.kind: len(d.added) + len(d.changed) for d in done}
            record(warrant, "programme.put_plan", data=counts)
            refresh_all("promise")
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where others rest on one."""
    warrant.demand("programme.edit")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        record(warrant, "programme.withdraw", data={"table": table.kind, "rows": len(listed)})
        refresh_all("promise")
