"""Where a child lived, from a day to a day."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.places.models import Place
from mangnon.register.models.children import Child


class Residence(models.Model):
    """A spell at a commune. The open one is where the child lives now.

    After a commune is split its open spells stay there until an officer says which heir
    the child lives in; until then the child counts at the heirs by share.
    """

    class Kind(models.TextChoices):
        PERMANENT = "permanent", _("Thường trú")
        TEMPORARY = "temporary", _("Tạm trú")
        ABSENT = "absent", _("Vắng mặt")

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="residences")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", db_index=False)
    village = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=16, blank=True)  # moved, died, merger, corrected

    class Meta:
        # "Who ever lived at these places" is read from the index alone.
        indexes = [models.Index(fields=["place", "child"], name="lived_at")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="residence_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["child"], condition=Q(valid_to__isnull=True), name="one_open_residence"
            ),
        ]
