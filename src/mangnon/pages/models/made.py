"""Which pages a pack made: their names in the pack, and as what it wrote them."""

from django.db import models

from mangnon.packsync.made_once import MadeAs


class Made(MadeAs):
    """A page that a pack made once; a page itself has no name that a pack would know."""

    stem = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="made")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stem", "language"], name="page_made_once")]

    def __str__(self) -> str:
        return f"{self.stem}.{self.language}"
