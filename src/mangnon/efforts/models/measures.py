"""Measures under the plan's tasks, and their money by year and source."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.efforts.models.base import Kept
from mangnon.places.models import Office, Place
from mangnon.programme.models import Task


class Measure(Kept):
    """What is done for a task at a place, from a year to a year."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="measures")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    from_year = models.PositiveSmallIntegerField()
    to_year = models.PositiveSmallIntegerField(null=True, blank=True)
    result = models.TextField(blank=True)

    class Meta:
        ordering = ["from_year", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_year__isnull=True) | Q(to_year__gte=F("from_year")),
                name="measure_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title


class BudgetLine(models.Model):
    """A measure's money of one year from one source: planned, given, spent."""

    class Source(models.TextChoices):
        CENTRAL = "central", _("Ngân sách trung ương")
        PROVINCE = "province", _("Ngân sách tỉnh")
        DISTRICT = "district", _("Ngân sách huyện")
        COMMUNE = "commune", _("Ngân sách xã")
        FUND = "fund", _("Quỹ Bảo trợ trẻ em")
        SOCIETY = "society", _("Xã hội hóa")
        ABROAD = "abroad", _("Tài trợ nước ngoài")

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="budget")
    year = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=8, choices=Source)
    planned = models.BigIntegerField(default=0)
    given = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["year", "source"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "year", "source"], name="budget_line_once"),
            models.CheckConstraint(
                condition=Q(planned__gte=0, given__gte=0, spent__gte=0),
                name="budget_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(spent__lte=F("given")) | ~Q(note=""),
                name="overspending_has_its_note",
            ),
        ]
