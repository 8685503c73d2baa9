"""Acts on what a pack brings: the forms, and which indicators each asks for."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_catalogue(sheets: Sequence[Sheet], *, warrant: Warrant) -> list[Difference]:
    """Write the rows as a pack gives them."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = [put(sheet) for sheet in sheets]
        changed = [one for one in done if one.added or one.changed]
        if changed:
            counts = {one.table.kind: len(one.added) + len(one.changed) for one in changed}
            record(warrant, "aggregates.put_catalogue", data=counts)
    return done


def withdraw_from_catalogue(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where a report rests on one."""
    warrant.demand("packs.apply")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        counts = {"table": table.kind, "rows": len(listed)}
        record(warrant, "aggregates.withdraw_from_catalogue", data=counts)
