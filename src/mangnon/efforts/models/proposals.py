"""Policy proposals on their way from a study to what is in force."""

from django.db import models

from mangnon.audit.models import Actor
from mangnon.efforts.models.base import Kept
from mangnon.efforts.states import Stage
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place


class Proposal(Kept):
    """What an office proposes for children's welfare."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    about = models.TextField(blank=True)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.STUDY)
    begun_on = models.DateField()
    version = models.PositiveIntegerField(default=0)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    number = models.CharField(max_length=64, blank=True)  # of the resolution

    class Meta:
        ordering = ["-begun_on", "-pk"]

    def __str__(self) -> str:
        return self.title


class ProposalStep(models.Model):
    """One step of its history."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="steps")
    act = models.CharField(max_length=12)
    before = models.CharField(max_length=10)
    after = models.CharField(max_length=10)
    day = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
