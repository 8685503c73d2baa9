"""Models: tried out somewhere, replicated elsewhere, by whom and with which result."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.efforts.models.base import Kept
from mangnon.places.models import Office, Place


class Pilot(Kept):
    """A model: a social service fit for children, or a way in which children take part."""

    class Kind(models.TextChoices):
        SERVICE = "service", _("Dịch vụ xã hội phù hợp với trẻ em")
        PARTICIPATION = "participation", _("Trẻ em thực hiện quyền tham gia")

    kind = models.CharField(max_length=13, choices=Kind)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    begun_on = models.DateField()

    class Meta:
        ordering = ["begun_on", "pk"]

    def __str__(self) -> str:
        return self.name


class Site(Kept):
    """Where a model runs, or ran: half-open [since, until). ``first_place`` is what it was then."""

    class Stage(models.TextChoices):
        PILOTED = "piloted", _("Thí điểm")
        REPLICATED = "replicated", _("Nhân rộng")

    pilot = models.ForeignKey(Pilot, on_delete=models.PROTECT, related_name="sites")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    first_place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage)
    run_by = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="pilot_site_ends_after_it_begins",
            )
        ]
