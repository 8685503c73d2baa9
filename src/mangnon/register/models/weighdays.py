"""A day on which a commune weighs its children: the list, and what was typed of each child.

No order of names stands here: rows are written in the order of the children's numbers.
"""

import uuid

from django.db import models

from mangnon.audit.models import Actor
from mangnon.places.models import Place
from mangnon.register.models.children import Child
from mangnon.register.models.measurements import Measurement


class WeighDay(models.Model):
    """One session: where, on which day, opened and closed by whom."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    village = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    day = models.DateField()
    opened_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)


class Typed(models.Model):
    """What somebody types of one weighing, as typed; the note is sealed with the child's key."""

    weight = models.CharField(max_length=12, blank=True)
    length = models.CharField(max_length=12, blank=True)
    position = models.CharField(max_length=1, choices=Measurement.Position, blank=True)
    oedema = models.BooleanField(default=False)
    confirmed = models.BooleanField(default=False)  # measured again, and so
    note_sealed = models.BinaryField(null=True, blank=True)
    typed_by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, related_name="+")
    typed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class WeighRow(Typed):
    """One child of a session: what stands for it now, and what another typed meanwhile."""

    class State(models.TextChoices):
        UNSEEN = "unseen", "Chưa cân"
        OK = "ok", "Đã cân"
        DOUBTFUL = "doubtful", "Cần đo lại"
        WRONG = "wrong", "Chưa đúng"
        RECORDED = "recorded", "Đã ghi vào sổ"

    session = models.ForeignKey(WeighDay, on_delete=models.CASCADE, related_name="rows")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.UNSEEN)
    version = models.PositiveIntegerField(default=0)  # grows with every change of what stands
    other = models.ForeignKey(
        "WeighTyping", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    measurement = models.ForeignKey(
        Measurement, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "child"], name="weighed_once")]


class WeighTyping(Typed):
    """Everything that was ever typed in a row, over which version of it, and which it made.

    ``version`` is None where somebody else had been faster: the row shows both.
    """

    row = models.ForeignKey(WeighRow, on_delete=models.CASCADE, related_name="typings")
    base = models.PositiveIntegerField()
    version = models.PositiveIntegerField(null=True)
