"""Acts on what a pack brings: duties in words, and the days that were announced."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions.calendar import count_again
from mangnon.duties.actions.publishing import publish_anew
from mangnon.duties.models import Duty, SpecialDay
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_catalogue(sheets: Sequence[Sheet], *, warrant: Warrant) -> list[Difference]:
    """Write the rows as a pack gives them; where days differ, open deadlines are counted again."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = [put(sheet) for sheet in sheets]
        changed = [one for one in done if one.added or one.changed]
        if any(one.table.model is SpecialDay for one in changed):
            count_again()
        if any(one.table.model is Duty for one in changed):
            publish_anew()
        if changed:
            counts = {one.table.kind: len(one.added) + len(one.changed) for one in changed}
            record(warrant, "duties.put_catalogue", data=counts)
    return done


def withdraw_from_catalogue(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where a handing rests on one."""
    warrant.demand("packs.apply")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        if table.model is SpecialDay:
            count_again()
        counts = {"table": table.kind, "rows": len(listed)}
        record(warrant, "duties.withdraw_from_catalogue", data=counts)
