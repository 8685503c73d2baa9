"""What happens whenever somebody signs in, is locked out, or changes how she signs in."""

import time
from datetime import UTC, datetime
from typing import Any

from allauth.account.signals import password_changed, user_logged_in, user_logged_out
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from axes.signals import user_locked_out
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest

from mangnon.access.actions.notes import subject_of
from mangnon.access.actions.sessions import end_sessions
from mangnon.access.adapters import address_of
from mangnon.access.doors import own_warrant, system_warrant
from mangnon.access.machines import machine_of
from mangnon.access.models import Session, User
from mangnon.access.sessions import SEEN, SINCE, hashed
from mangnon.audit.actions import record

MACHINE, PLACE = "machine", "place"


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: User, **_: Any) -> None:
    """Note machine, place and time in the session, and the sign-in in the trail."""
    moment = time.time()
    request.session.update(
        {
            SINCE: moment,
            SEEN: moment,
            MACHINE: machine_of(request.headers.get("User-Agent", "")),
            PLACE: address_of(request),
        }
    )
    Session.objects.filter(expire_date__lt=datetime.fromtimestamp(moment, UTC)).delete()
    _note(user, "account.sign_in")


@receiver(user_logged_out)
def signed_out(user: User | None, **_: Any) -> None:
    if user is not None:
        _note(user, "account.sign_out")


@receiver(password_changed)
def changed_password(request: HttpRequest, user: User, **_: Any) -> None:
    """A new password ends every session but the one in hand."""
    here = hashed(request.session.session_key or "")
    end_sessions(user, warrant=own_warrant(user, "account.end_session"), keep=here)
    _note(user, "account.change_password")


@receiver(authenticator_added)
@receiver(authenticator_reset)
def set_up_factor(user: User, authenticator: Any, **_: Any) -> None:
    _note(user, "account.add_factor", kind=authenticator.type)


@receiver(authenticator_removed)
def dropped_factor(user: User, authenticator: Any, **_: Any) -> None:
    _note(user, "account.remove_factor", kind=authenticator.type)


@receiver(user_locked_out)
def locked_out(username: str | None, **_: Any) -> None:
    """Note whose name was locked; a name that nobody has is not kept: it may be a password."""
    user = User.objects.filter(username=username or "").first()
    if user is not None:
        with transaction.atomic():
            warrant = system_warrant("too many wrong passwords")
            record(warrant, "account.lock_out", subject=subject_of(user))


def _note(user: User, act: str, **data: str) -> None:
    with transaction.atomic():
        record(own_warrant(user, act), act, subject=subject_of(user), data=dict(data))
