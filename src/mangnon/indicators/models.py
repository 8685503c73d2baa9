"""Declarations as applied, counted cells, reported totals, and marks of what must be recounted."""

from django.db import models
from django.db.models import Q

from mangnon.places.models import Place


class Indicator(models.Model):
    """An indicator as its pack declares it; ``declaration`` is the judged TOML, whole."""

    code = models.CharField(max_length=32, unique=True)
    name_vi = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField()
    declaration = models.JSONField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.code


class Cell(models.Model):
    """One counted figure at the place of its own day. An empty breakdown is the total.

    ``numerator`` and ``denominator`` are sums (persons, units or events); ``estimate`` is a
    published estimate without them, in the indicator's unit. Either the one or the other.
    A rebuild writes a million of them, and every index and every check of a key costs it: the
    one index answers every question, and a cell can be counted again whatever becomes of it.
    """

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, db_index=False, db_constraint=False
    )
    series = models.CharField(max_length=24)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, db_index=False, db_constraint=False)
    period_kind = models.CharField(max_length=12)
    period_start = models.DateField()
    breakdown = models.CharField(max_length=24, blank=True)
    value_key = models.CharField(max_length=48, blank=True)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    estimate = models.FloatField(null=True)
    lower = models.FloatField(null=True)  # a published interval, in the indicator's unit
    upper = models.FloatField(null=True)
    as_of = models.DateField()
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "indicator",
                    "place",
                    "breakdown",
                    "period_start",
                    "period_kind",
                    "series",
                    "value_key",
                ],
                name="cell_once",
            ),
        ]


class ReportedTotal(models.Model):
    """A total that a place or a survey reports, with its source; it feeds the same cells."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE)
    series = models.CharField(max_length=24)
    place = models.ForeignKey(Place, on_delete=models.PROTECT)
    period_kind = models.CharField(max_length=12)
    period_start = models.DateField()
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    estimate = models.FloatField(null=True)
    lower = models.FloatField(null=True)
    upper = models.FloatField(null=True)
    source_vi = models.CharField(max_length=300)
    source_en = models.CharField(max_length=300)
    reported_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "series", "place", "period_kind", "period_start"],
                name="reported_once",
            ),
            models.CheckConstraint(
                condition=Q(estimate__isnull=False)
                | (Q(numerator__isnull=False) & Q(denominator__gt=0)),
                name="reported_is_a_figure",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(numerator__gte=0),
                name="reported_is_not_negative",
            ),
        ]


class DirtyMark(models.Model):
    """A place whose facts changed: recount its periods that end after ``since``.

    Every change raises ``version``; a recount clears the mark only at the version it saw.
    """

    dataset = models.CharField(max_length=32)
    place = models.ForeignKey(Place, on_delete=models.CASCADE)
    since = models.DateField()
    version = models.PositiveIntegerField(default=1)
    marked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dataset", "place"], name="one_mark_a_place"),
        ]
