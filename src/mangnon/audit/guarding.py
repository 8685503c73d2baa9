"""Which guards of the trail do not stand inside the database as they were put up."""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from mangnon.audit import faults, triggers
from mangnon.audit.faults import Fault


def unguarded(connection: BaseDatabaseWrapper) -> Iterator[Fault]:
    """Yield each guard that is gone or switched off, and each that was changed."""
    for name in triggers.missing(connection):
        yield faults.trigger_missing(name)
    for name in triggers.changed(connection):
        yield faults.trigger_changed(name)
