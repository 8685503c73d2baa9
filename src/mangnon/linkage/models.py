"""Pairs of files that may be one child's, by number and score only; and what a merger moved."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from mangnon.audit.models import Actor
from mangnon.register.models import Child


class Candidate(models.Model):
    """Two files that look like one child's. No name stands here."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ xét")
        MERGED = "merged", _("Đã gộp")
        PARTED = "parted", _("Là hai trẻ khác nhau")

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    first = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()  # how likely, from 0 to 1
    found_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    judged_by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, related_name="+")
    judged_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="a_pair_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="a_pair_in_order"
            ),
        ]


class Merger(models.Model):
    """One file put into another; the journal says what moved, as it stood, to put it back."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="mergers")
    kept = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    merged = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    merged_on = models.DateField()
    journal = models.JSONField(default=list)  # rows by number; what is sealed stays sealed
    undone_on = models.DateField(null=True, blank=True)
    undone_by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, related_name="+")
