"""A release: frozen, numbered, disclosure-controlled figures. All that the public reads."""

from django.db import models

from mangnon.audit.models import Actor
from mangnon.indicators.models import Indicator
from mangnon.places.models import Place


class Release(models.Model):
    """A numbered set of frozen figures, made by a named person."""

    number = models.PositiveIntegerField(unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Actor, on_delete=models.PROTECT)
    day = models.DateField()  # the clock's day: what "today" was for every status
    finished = models.BooleanField(default=False)
    demonstration = models.BooleanField(default=False)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    # {language: {year: bytes of each file to take away}}, once somebody has weighed them
    sizes = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return str(self.number)


class Figure(models.Model):
    """A published figure of a place and period, or the word why it is not shown."""

    class Withheld(models.TextChoices):
        SMALL = "small", "Số nhỏ, không công bố"
        LEVEL = "level", "Đa số nơi cùng cấp có số nhỏ, không công bố cấp này"
        ESTIMATED = "estimated", "Ước tính, không công bố"

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=24)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    period_start = models.DateField()
    breakdown = models.CharField(max_length=24, blank=True)
    value_key = models.CharField(max_length=48, blank=True)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    value = models.FloatField(null=True)  # in the indicator's unit, unrounded
    lower = models.FloatField(null=True)
    upper = models.FloatField(null=True)
    withheld = models.CharField(max_length=10, choices=Withheld, blank=True)
    estimated = models.BooleanField(default=False)
    provisional = models.BooleanField(default=False)
    as_of = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "release",
                    "place",
                    "indicator",
                    "series",
                    "breakdown",
                    "value_key",
                    "period_start",
                ],
                name="figure_once",
            )
        ]


class Verdict(models.Model):
    """The status of a target at a place, as frozen: words and the arithmetic behind them."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="verdicts")
    target_code = models.CharField(max_length=24)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20)
    arithmetic = models.JSONField()  # see mangnon.programme.status.Assessment.as_json

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["release", "target_code", "place"], name="verdict_once")
        ]
