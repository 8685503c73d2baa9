"""What every record of this room has."""

from uuid import uuid4

from django.db import models


class Kept(models.Model):
    """A record with an address of its own; ``simulated``: the demonstration wrote it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    simulated = models.BooleanField(default=False)

    class Meta:
        abstract = True
