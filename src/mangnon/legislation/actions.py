"""Acts on the list of documents."""

from collections.abc import Iterable

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_documents(
    documents: Sheet, clauses: Sheet, relations: Sheet, *, warrant: Warrant
) -> list[Difference]:
    """Write documents, their clauses and how they relate, as a pack gives them."""
    warrant.demand("legislation.edit")
    with transaction.atomic():
        done = [put(documents), put(clauses), put(relations)]
        if not all(difference.is_empty for difference in done):
            counts = {d.table.kind: len(d.added) + len(d.changed) for d in done}
            record(warrant, "legislation.put", data=counts)
            refresh("document", {key[0] for one in done for key in (*one.added, *one.changed)})
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where others rest on one."""
    warrant.demand("legislation.edit")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        record(warrant, "legislation.withdraw", data={"table": table.kind, "rows": len(listed)})
        refresh("document", {key[0] for key in listed})
