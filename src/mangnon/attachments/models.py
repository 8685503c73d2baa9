"""A file that somebody brought: its name and key in the row, its content locked on the disk."""

from typing import ClassVar

from django.db import models

from mangnon.access.worded import Worded
from mangnon.attachments.kinds import Kind
from mangnon.audit.models import Actor
from mangnon.text.sentence import Sentence


class Attachment(Worded):
    """One file. Its words are its name and the key of its content, sealed under the key ring.

    Whoever points to one decides who may open it: there is no address that leads here by itself.
    """

    what: ClassVar[Sentence] = Sentence("tệp minh chứng", "attached files")

    kind = models.CharField(max_length=8, choices=Kind)
    size = models.PositiveIntegerField()  # bytes, as it is handed out
    kept_on = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.kept_on:%d/%m/%Y}"
