"""Ending sessions: one, all others, or all of somebody's."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mangnon.access.actions.notes import subject_of
from mangnon.access.models import Session, User
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant

OWN_ACT = "account.end_session"


def end_session(user: User, which: str, *, warrant: Warrant) -> int:
    """End one of the person's own sessions; one that is not hers, or gone, is no session."""
    warrant.demand(OWN_ACT)
    try:
        found = Session.objects.filter(user=user, uuid=UUID(which))
    except ValueError:
        return 0
    return _end(found, user, warrant)


def end_sessions(user: User, *, warrant: Warrant, keep: str = "") -> int:
    """End all sessions of a person but the one to keep (a hashed key); return how many.

    For one's own, or as a part of an act on the person that was demanded before.
    """
    return _end(Session.objects.filter(user=user).exclude(session_key=keep), user, warrant)


def _end(found: QuerySet[Session], user: User, warrant: Warrant) -> int:
    with transaction.atomic():
        ended, _ = found.delete()
        if ended:
            record(warrant, OWN_ACT, subject=subject_of(user), data={"ended": ended})
    return ended
