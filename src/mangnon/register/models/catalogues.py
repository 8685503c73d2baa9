"""What the pack brings: groups of special circumstances, kinds of evidence and of assistance."""

from django.db import models


class CircumstanceGroup(models.Model):
    """A group of children in special circumstances, in force from a day to a day."""

    code = models.CharField(max_length=48, unique=True)
    law = models.CharField(max_length=64)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    lasting = models.BooleanField()  # disability, HIV, double orphans: the spell stays open

    def __str__(self) -> str:
        return self.name_vi


class EvidenceKind(models.Model):
    """A kind of paper on which the finding of special circumstances may rest."""

    code = models.CharField(max_length=48, unique=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name_vi


class AssistanceKind(models.Model):
    """An entry of the assistance catalogue, and whether it counts for T2."""

    code = models.CharField(max_length=48, unique=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    qualifies = models.BooleanField()
    monthly_allowance = models.BooleanField(default=False)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name_vi
