"""What changed lately: how every process of every host learns which snapshots are over."""

from django.db import models


class Change(models.Model):
    """Tags that changed, written in the transaction of the change; only the latest are kept."""

    key = models.CharField(max_length=32, unique=True)
    tags = models.JSONField()

    def __str__(self) -> str:
        return ", ".join(self.tags)
