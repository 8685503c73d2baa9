"""The ground of what a pack makes once and editors carry on."""

from django.db import models
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin, WorkflowMixin


class MadeAs(models.Model):
    """``made_as`` is the digest of what a pack last wrote; empty where it was made here."""

    made_as = models.CharField(max_length=64, blank=True, default="", editable=False)

    class Meta:
        abstract = True


class MadeOnce(WorkflowMixin, DraftStateMixin, RevisionMixin, ClusterableModel, MadeAs):
    """What editors carry on as drafts, versions, and through a workflow."""

    class Meta:
        abstract = True
