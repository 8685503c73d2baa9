"""Codes that are used once: an invitation, or a new password where there is no e-mail."""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from mangnon import clock
from mangnon.access.actions.notes import subject_of
from mangnon.access.actions.sessions import end_sessions
from mangnon.access.doors import own_warrant
from mangnon.access.errors import CodeRefused
from mangnon.access.models import OneTimeCode, User
from mangnon.access.people import belongs_to
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant

# No letter or digit that is read as another on paper.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_GROUPS, _LENGTH = 4, 4  # 16 signs of 32: 80 bits
GOOD_FOR = {
    OneTimeCode.Purpose.INVITATION: timedelta(days=14),
    OneTimeCode.Purpose.PASSWORD: timedelta(hours=24),
}


def issue_code(user: User, purpose: OneTimeCode.Purpose, *, warrant: Warrant) -> str:
    """Return a new code for a person, such as ``K7QM-…``; it is kept as a hash only.

    Earlier codes end. Nobody issues one for herself: that would be no second pair of eyes.
    """
    warrant.demand("people.manage", belongs_to(user))
    if warrant.actor == user.actor or not user.is_active:
        raise CodeRefused.not_for_this_person()
    code = "-".join(
        "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)) for _ in range(_GROUPS)
    )
    now = clock.now()
    with transaction.atomic():
        _end_codes(user)
        OneTimeCode.objects.create(
            user=user,
            purpose=purpose,
            digest=_digest(user, code),
            made_by=warrant.actor,
            made_at=now,
            expires_at=now + GOOD_FOR[purpose],
        )
        act = "people.invite" if purpose == OneTimeCode.Purpose.INVITATION else "people.give_code"
        record(warrant, act, subject=subject_of(user))
    return code


def use_code(username: str, code: str, password: str) -> User:
    """Have a person choose her password by a code; every session she had ends.

    Raises CodeRefused alike for a wrong name, a wrong code and one that is over; raises
    ValidationError for a password that is too weak.
    """
    user = User.objects.filter(username=username.strip().lower(), is_active=True).first()
    found = _open_code(user, code)
    if user is None or found is None:
        raise CodeRefused.wrong()
    validate_password(password, user)
    warrant = own_warrant(user, "account.use_code")
    with transaction.atomic():
        used = OneTimeCode.objects.filter(pk=found.pk, used_at__isnull=True)
        if not used.update(used_at=clock.now()):
            raise CodeRefused.wrong()
        user.set_password(password)
        user.save(update_fields=["password"])
        end_sessions(user, warrant=warrant)
        record(
            warrant, "account.use_code", subject=subject_of(user), data={"purpose": found.purpose}
        )
    return user


def _end_codes(user: User) -> None:
    OneTimeCode.objects.filter(user=user, used_at__isnull=True).delete()


def _open_code(user: User | None, code: str) -> OneTimeCode | None:
    digest = _digest(user, code)
    found = OneTimeCode.objects.filter(
        user=user, digest=digest, used_at__isnull=True, expires_at__gt=clock.now()
    )
    return found.first() if user is not None else None


def _digest(user: User | None, code: str) -> str:
    """Hash a code as people type it: without its dashes and blanks, in any case, for one person."""
    typed = "".join(sign for sign in code.upper() if sign.isalnum())
    return hashlib.sha256(f"{user.uuid if user else ''}:{typed}".encode()).hexdigest()
