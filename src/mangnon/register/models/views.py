"""Filters that somebody keeps under a name of her own. No child's data stands here."""

import uuid

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """A list's filters, by name, for the person who kept them."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    filters = models.JSONField(default=dict)  # as an address has them: {"gioi": "f"}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="view_named_once")]

    def __str__(self) -> str:
        return self.name
