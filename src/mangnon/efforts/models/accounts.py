"""The Fund's accounts as published: frozen, numbered, with nothing in them that is not public.

A donor who is not to be named is not here at all, and no row points to a grant or a child.
"""

from django.db import models

from mangnon.audit.models import Actor


class Account(models.Model):
    """The accounts of a year as somebody published them; the highest number of a year holds."""

    number = models.PositiveIntegerField(unique=True)
    year = models.PositiveSmallIntegerField(db_index=True)
    day = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    simulated = models.BooleanField(default=False)
    brought = models.BigIntegerField()  # what was left of the years before
    received = models.BigIntegerField()
    given = models.BigIntegerField()

    class Meta:
        ordering = ["-year", "-number"]


class AccountLine(models.Model):
    """A line: received by kind and donor, or given by purposes.

    ``kinds`` holds the codes of one purpose, or of several that were too small to stand alone.
    ``children`` None: withheld.
    """

    class Side(models.TextChoices):
        RECEIVED = "received", "Thu"
        GIVEN = "given", "Chi"

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="lines")
    side = models.CharField(max_length=8, choices=Side)
    kinds = models.JSONField()
    donor = models.CharField(max_length=200, blank=True)  # empty: not named
    amount = models.BigIntegerField()
    children = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
