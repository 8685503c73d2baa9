"""A child from elsewhere: who asked for whom, and a file that passes from place to place."""

import uuid

from django.db import models

from mangnon.audit.models import Actor
from mangnon.places.models import Place
from mangnon.register.models.children import Child, DataKey


class Purpose(models.TextChoices):
    """Why somebody asks; the words she writes besides are sealed."""

    MOVED_IN = "moved_in", "Trẻ chuyển đến ở"
    SCHOOL = "school", "Nhập học"
    HEALTH = "health", "Tiêm chủng, khám chữa bệnh"
    SUPPORT = "support", "Cần trợ giúp"


class Asking(models.Model):
    """One question whether another commune holds a child: what was asked is sealed by itself."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    purpose = models.CharField(max_length=12, choices=Purpose)
    data_key = models.ForeignKey(DataKey, on_delete=models.SET_NULL, null=True, db_index=False)
    asked_sealed = models.BinaryField()
    child = models.ForeignKey(Child, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["asked_by", "asked_at"], name="asked_that_day"),
            models.Index(fields=["data_key"], name="asking_of_key"),
        ]


class Transfer(models.Model):
    """A request that a child's file pass to the asking place."""

    class State(models.TextChoices):
        ASKED = "asked", "Đang chờ trả lời"
        RELEASED = "released", "Đã chuyển"
        REFUSED = "refused", "Không chuyển"
        WITHDRAWN = "withdrawn", "Đã rút lại"

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="transfers")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")  # that asks
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    purpose = models.CharField(max_length=12, choices=Purpose)
    reason_sealed = models.BinaryField()  # with the child's own key
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    answered_by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "place"],
                condition=models.Q(state="asked"),
                name="one_open_transfer",
            )
        ]
