"""A person's own address of the calendar."""

from uuid import uuid4

from django.db import transaction

from mangnon import clock
from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.meetings.models import Subscription

KEEP = "meetings.calendar"


def renew_calendar(user: User, *, warrant: Warrant) -> Subscription:
    """Give a person a new address; the one she had opens nothing from now on."""
    warrant.demand(KEEP)
    with transaction.atomic():
        made = {"key": uuid4(), "made_at": clock.now()}
        kept, _is_new = Subscription.objects.update_or_create(user=user, defaults=made)
        record(warrant, "meetings.renew_calendar", subject=_whose(user))
    return kept


def end_calendar(user: User, *, warrant: Warrant) -> None:
    """Close a person's address."""
    warrant.demand(KEEP)
    with transaction.atomic():
        Subscription.objects.filter(user=user).delete()
        record(warrant, "meetings.end_calendar", subject=_whose(user))


def _whose(user: User) -> str:
    return f"access.user:{user.uuid}"
