"""Which pages the pack made, and whether somebody has written in them since."""

from django.db import models


class Made(models.Model):
    """A page that a pack made: updated by it only while nobody has edited it."""

    stem = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="made")
    digest = models.CharField(max_length=64)  # of what the pack said
    revision = models.BigIntegerField()  # the page's latest when the pack had written it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stem", "language"], name="page_made_once")]

    def __str__(self) -> str:
        return f"{self.stem}.{self.language}"
