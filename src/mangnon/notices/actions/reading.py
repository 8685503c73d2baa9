"""Marking reminders as read: one's own."""

from django.db import transaction

from mangnon import clock
from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.notices.models import Notice

READ = "notices.read"


def mark_read(user: User, uuid: str | None = None, *, warrant: Warrant) -> int:
    """Mark one of the person's reminders as read, or all of them; return how many were unread."""
    warrant.demand(READ)
    with transaction.atomic():
        unread = Notice.objects.filter(user=user, read_at__isnull=True)
        if uuid is not None:
            unread = unread.filter(uuid=uuid)
        done = unread.update(read_at=clock.now())
        if done:
            record(warrant, READ, data={"notices": done})
    return done
