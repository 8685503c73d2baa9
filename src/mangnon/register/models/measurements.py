"""Weights and heights, with the z-scores they gave when they were recorded."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mangnon.places.models import Place
from mangnon.register.models.children import Child


class Measurement(models.Model):
    """One weighing of a child; z-scores by WHO 2006, None where not known or not defined."""

    class Position(models.TextChoices):
        LYING = "l", _("Nằm")
        STANDING = "h", _("Đứng")

    child = models.ForeignKey(
        Child, on_delete=models.CASCADE, related_name="measurements", db_index=False
    )
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    measured_on = models.DateField()
    weight_kg = models.FloatField(null=True, blank=True)
    length_cm = models.FloatField(null=True, blank=True)
    position = models.CharField(max_length=1, choices=Position, blank=True)
    oedema = models.BooleanField(default=False)
    waz = models.FloatField(null=True, blank=True)
    haz = models.FloatField(null=True, blank=True)
    whz = models.FloatField(null=True, blank=True)
    baz = models.FloatField(null=True, blank=True)
    flagged = models.CharField(max_length=24, blank=True)  # e.g. "waz,haz": implausible

    class Meta:
        # "Who was weighed at these places since that day" is read from the index alone.
        indexes = [
            models.Index(fields=["place", "measured_on", "child"], name="weighed_at"),
            models.Index(fields=["child", "measured_on"], name="weighings_of"),
        ]
