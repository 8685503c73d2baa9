"""Acts on declarations: a pack brings them, and takes back those that it no longer brings."""

from collections.abc import Iterable

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.finding.actions import refresh
from mangnon.indicators.models import ReportedTotal
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove
from mangnon.packsync.errors import StillInUse


def declare(declarations: Sheet, *, warrant: Warrant) -> Difference:
    """Write judged declarations."""
    warrant.demand("packs.apply")
    with transaction.atomic():
        done = put(declarations)
        if not done.is_empty:
            codes = [str(key[0]) for key in (*done.added, *done.changed)]
            record(warrant, "indicators.declare", data={"indicators": codes})
            refresh("indicator", codes)
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove indicators with their cells; raises StillInUse where totals were reported for one."""
    warrant.demand("packs.apply")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        for key in listed:
            if ReportedTotal.objects.filter(indicator__code=key[0]).exists():
                raise StillInUse(table, key, ReportedTotal._meta.label)
        remove(table, listed)
        codes = [str(key[0]) for key in listed]
        record(warrant, "indicators.withdraw", data={"indicators": codes})
        refresh("indicator", codes)
