"""Acts on the directory of services that a pack brings; editors act through drafts."""

from collections.abc import Iterable

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_services(rows: Sheet, *, warrant: Warrant) -> Difference:
    """Make the services that are missing; change those that nobody edited here."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = put(rows)
        if not done.is_empty:
            counts = {"added": len(done.added), "changed": len(done.changed)}
            record(warrant, "services.put", data=counts)
            refresh("service", [key[0] for key in (*done.added, *done.changed)])
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove services that a pack no longer brings."""
    warrant.demand("packs.apply")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        record(warrant, "services.withdraw", data={"rows": len(listed)})
        refresh("service", [key[0] for key in listed])
