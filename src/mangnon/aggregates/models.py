"""Which totals are asked for (ReportForm, Item), what a commune reports (Report, Figure)."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from mangnon.access.worded import Worded
from mangnon.aggregates.states import State
from mangnon.audit.models import Actor
from mangnon.indicators.models import Indicator
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence


class ReportForm(models.Model):
    """A report that every commune owes for each period, as the pack asks for it.

    Owed for periods that begin from ``valid_from`` on and before ``valid_to``; ``due_days`` after
    the period's last day is the last day in time.
    """

    code = models.CharField(max_length=40, unique=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    period_kind = models.CharField(max_length=12)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    due_days = models.PositiveSmallIntegerField()
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name_vi


class Item(models.Model):
    """An indicator that a form asks for, and what is judged of what is typed.

    ``least`` and ``most`` in the indicator's unit; ``change`` in percent of last year's.
    """

    form = models.ForeignKey(ReportForm, on_delete=models.CASCADE, related_name="items")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=24)
    position = models.PositiveSmallIntegerField()
    numerator_vi = models.CharField(max_length=200)
    numerator_en = models.CharField(max_length=200)
    denominator_vi = models.CharField(max_length=200)
    denominator_en = models.CharField(max_length=200)
    least = models.FloatField(null=True, blank=True)
    most = models.FloatField(null=True, blank=True)
    change = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["form", "indicator"], name="asked_once"),
        ]


class Report(models.Model):
    """What one commune tells for one period. It is of the commune of its day: heirs reach it.

    ``first_sent_on`` says whether it came in time, whatever was returned afterwards.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    form = models.ForeignKey(ReportForm, on_delete=models.PROTECT, related_name="reports")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    period_start = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    due_on = models.DateField()
    first_sent_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["form", "place", "period_start"], name="report_once_a_period"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[State.DRAFT, State.LAPSED]) | Q(sent_on__isnull=False),
                name="report_was_sent",
            ),
        ]
        indexes = [models.Index(fields=["form", "period_start", "state"], name="report_states")]

    @property
    def late_by(self) -> int:
        """How many days after its last day it came; 0 in time, or not sent."""
        return max((self.first_sent_on - self.due_on).days, 0) if self.first_sent_on else 0


class Figure(models.Model):
    """One line of a report: what was typed, as typed, and the numbers where they are numbers."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    typed_numerator = models.CharField(max_length=24, blank=True)
    typed_denominator = models.CharField(max_length=24, blank=True)
    numerator = models.FloatField(null=True, blank=True)
    denominator = models.FloatField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "item"], name="line_once"),
        ]


class Told(Worded):
    """Why a report was returned or a figure restated: sealed, a child may be named in it."""

    what: ClassVar[Sentence] = Sentence(
        "nội dung trao đổi về báo cáo số liệu", "words about aggregate reports"
    )


class Step(models.Model):
    """One step of a report's history: who, what, from which state to which, in which words."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="steps")
    act = models.CharField(max_length=10)
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    day = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    told = models.OneToOneField(Told, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    @property
    def words(self) -> str:
        """What was written, opened."""
        return "" if self.told is None else self.told.words


class Restatement(models.Model):
    """A locked figure corrected: the old numbers stay beside the new ones, with who, when, why."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="restatements")
    old_numerator = models.FloatField()
    old_denominator = models.FloatField()
    numerator = models.FloatField()
    denominator = models.FloatField()
    day = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    told = models.OneToOneField(Told, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(numerator=F("old_numerator"), denominator=F("old_denominator")),
                name="restated_differs",
            ),
        ]

    @property
    def words(self) -> str:
        """Why, opened."""
        return self.told.words
