"""The plan as printed and as read."""

from django.db import models
from django.db.models import Q

from mangnon.indicators.models import Indicator
from mangnon.legislation.models import Clause, Document
from mangnon.places.models import Place


class Plan(models.Model):
    """A plan with its objectives, targets and tasks."""

    code = models.CharField(max_length=40, unique=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    printed_in = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    about_vi = models.TextField(blank=True)
    about_en = models.TextField(blank=True)
    may_be_incomplete = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.title_vi


class Objective(models.Model):
    """What a group of targets is for."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="objectives")
    code = models.CharField(max_length=40, unique=True)
    position = models.PositiveSmallIntegerField()
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)

    class Meta:
        ordering = ["position"]


class Task(models.Model):
    """One of the plan's tasks and solutions."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="tasks")
    code = models.CharField(max_length=40, unique=True)
    position = models.PositiveSmallIntegerField()
    title_vi = models.CharField(max_length=400)
    title_en = models.CharField(max_length=400)

    class Meta:
        ordering = ["position"]


class Target(models.Model):
    """A promise about an indicator: as printed, as read, with its steps and rules."""

    class Allotment(models.TextChoices):
        SAME = "same", "Mọi nơi cùng một mức"
        SHARE = "share", "Chia theo phần"
        OWN = "own", "Mỗi nơi một mức riêng"

    class Lowest(models.TextChoices):
        AREA = "area", "Toàn địa bàn"
        DISTRICT = "district", "Cấp huyện"
        COMMUNE = "commune", "Cấp xã"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="targets")
    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="targets")
    code = models.CharField(max_length=24, unique=True)
    position = models.PositiveSmallIntegerField()
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    series = models.CharField(max_length=24)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    as_printed_vi = models.TextField()
    as_printed_en = models.TextField()
    as_read_vi = models.TextField()
    as_read_en = models.TextField()
    reading_note_vi = models.TextField(blank=True)
    reading_note_en = models.TextField(blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="targets")
    printed_in = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="targets"
    )
    original_not_held = models.BooleanField(default=False)
    due_is_printed = models.BooleanField(default=True)
    base_on = models.DateField()
    base_value = models.FloatField(null=True, blank=True)  # None: measured on base_on
    allotment = models.CharField(max_length=8, choices=Allotment)
    judged_at = models.CharField(max_length=8, choices=Lowest)
    minimum_denominator = models.FloatField()
    data_age_days = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(clause__isnull=False) | Q(original_not_held=True),
                name="target_has_its_clause",
            )
        ]

    def __str__(self) -> str:
        return self.code


class Step(models.Model):
    """What is promised by a day."""

    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="steps")
    due = models.DateField()
    comparator = models.CharField(max_length=2)
    value = models.FloatField()  # in the indicator's unit
    printed = models.BooleanField(default=True)

    class Meta:
        ordering = ["due"]
        constraints = [models.UniqueConstraint(fields=["target", "due"], name="step_once")]


class Allotted(models.Model):
    """What a place below answers for, where its part is its own or a share."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="allotted")
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    value = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "place"], name="allotted_once")]
