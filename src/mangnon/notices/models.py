"""A reminder, the letter that carries it, and what somebody does not want to hear of any more."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from mangnon.access.models import User
from mangnon.duties.models import Assignment
from mangnon.notices.kinds import Kind
from mangnon.places.models import Place


class Letter(models.Model):
    """The letter of one day to one person: it waits here until a mail server took it.

    Its ``uuid`` is in the letter's own name (Message-ID): one that was taken twice, because the
    machine stopped between the server's answer and the note of it, is seen to be one.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ gửi"
        SENDING = "sending", "Đang gửi"
        SENT = "sent", "Đã gửi"
        DROPPED = "dropped", "Không còn gì để nhắc"
        REFUSED = "refused", "Máy chủ thư không nhận"

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="letter_once_a_day"),
            models.CheckConstraint(
                condition=Q(state="sent") ^ Q(sent_at__isnull=True), name="letter_sent_at"
            ),
        ]
        indexes = [models.Index(fields=["state"], name="letter_state")]


class Notice(models.Model):
    """One reminder of one assignment to one person, by one rule, for the day that the rule names.

    ``due_on`` is the deadline as it was then, ``place`` where the person's role is held.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="notices")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notices")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    day = models.DateField()
    made_on = models.DateField()
    due_on = models.DateField()
    read_at = models.DateTimeField(null=True, blank=True)
    letter = models.ForeignKey(
        Letter, on_delete=models.SET_NULL, null=True, blank=True, related_name="notices"
    )

    class Meta:
        ordering = [F("made_on").desc(), "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "kind", "day", "user"], name="notice_once"
            )
        ]
        indexes = [models.Index(fields=["user", "read_at"], name="notice_unread")]


class Stop(models.Model):
    """A kind of reminders that somebody stopped."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    since = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="stopped_once")]
