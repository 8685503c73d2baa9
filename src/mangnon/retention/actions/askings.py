"""Forgetting what was asked about children of elsewhere, a year later."""

from datetime import date

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.register.models import DataKey
from mangnon.retention.actions.clearing import atomically
from mangnon.retention.actions.erasing import ERASE
from mangnon.retention.due import askings_due


def forget_askings(day: date, *, warrant: Warrant) -> int:
    """Destroy the keys of questions that are due; who asked whom of what place stays."""
    warrant.demand(ERASE)
    with atomically():
        due = askings_due(day)
        keys = list(due.values_list("data_key", flat=True))
        due.update(data_key=None, asked_sealed=b"")
        DataKey.objects.filter(pk__in=keys).delete()
        if keys:
            record(warrant, "retention.forget_askings", data={"askings": len(keys)})
    return len(keys)
