"""Which pack this installation runs, and which rows it brought."""

from django.db import models


class AppliedPack(models.Model):
    """The pack as last applied. ``owned`` lists its rows: {table: [key as JSON text, …]}.

    ``simulation`` is what its file of that name says; empty where it has none.
    """

    code = models.CharField(max_length=64, unique=True)
    version = models.CharField(max_length=32)
    country = models.CharField(max_length=2)
    root = models.CharField(max_length=40)
    name_vi = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    about_vi = models.TextField(blank=True)
    about_en = models.TextField(blank=True)
    visits_before = models.PositiveBigIntegerField(default=0)
    applied_at = models.DateTimeField()
    owned = models.JSONField(default=dict)
    simulation = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.name_vi
