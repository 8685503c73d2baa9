"""What signing in keeps: sessions, codes that are used once, requests to reset a second factor.

None of it lets a thief of the database sign in: keys and codes are kept as hashes only.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mangnon.access.worded import Worded
from mangnon.audit.models import Actor
from mangnon.text.sentence import Sentence


class Session(models.Model):
    """Somebody at a machine, from signing in to signing out; what it holds is sealed."""

    # The SHA-256 of the key in the cookie, in hexadecimal.
    session_key = models.CharField(primary_key=True, max_length=64)
    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="sessions"
    )
    session_data = models.TextField()
    expire_date = models.DateTimeField(db_index=True)


class Counter(models.Model):
    """What all processes count together for a while: tries, codes of an app that were used.

    The key is a keyed hash: it names neither an address nor a person. The value is a number, a
    list of numbers or one sign, in JSON; see ``counters.py``, which alone writes here.
    """

    key = models.CharField(primary_key=True, max_length=64)
    value = models.TextField()
    ends_at = models.FloatField(db_index=True)  # seconds since 1970


class OneTimeCode(models.Model):
    """A code that lets its owner choose a password, once, until a moment."""

    class Purpose(models.TextChoices):
        INVITATION = "invitation", "Lời mời"
        PASSWORD = "password", "Đặt lại mật khẩu"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=16, choices=Purpose)
    digest = models.CharField(max_length=64, unique=True)  # SHA-256; the code has 80 random bits
    made_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)


class FactorReset(Worded):
    """Somebody lost her second factor: one asks for a reset and says why, another confirms it."""

    what = Sentence("lý do đặt lại bước xác thực thứ hai", "reasons of resets of a second factor")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="factor_resets"
    )
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("asked_by")),
                name="reset_confirmed_by_another",
            )
        ]
