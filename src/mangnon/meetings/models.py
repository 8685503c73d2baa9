"""A meeting with its programme, speakers and papers; who came; what it proves; who subscribes."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.access.models import User
from mangnon.attachments.models import Attachment
from mangnon.audit.models import Actor
from mangnon.duties.models import Assignment
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place


class Meeting(models.Model):
    """A conference or a training at a place, by the map of its day. What is not known is empty.

    ``code``: only what a pack brings has one. ``concluded_on``: it took place, and its figures
    count. ``version`` and ``changed_at`` are what a calendar needs to see a change.
    """

    class Kind(models.TextChoices):
        CONFERENCE = "conference", _("Hội nghị")
        TRAINING = "training", _("Lớp tập huấn")

    class Part(models.TextChoices):
        MORNING = "morning", _("Buổi sáng")
        AFTERNOON = "afternoon", _("Buổi chiều")
        ALL_DAY = "all_day", _("Cả ngày")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.CharField(max_length=64, unique=True, null=True, blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    day = models.DateField()
    last_day = models.DateField()
    part = models.CharField(max_length=12, choices=Part, blank=True)
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="meetings")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    hall = models.CharField(max_length=200, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    conclusion_vi = models.TextField(blank=True)
    conclusion_en = models.TextField(blank=True)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("day")), name="meeting_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(concluded_on__isnull=True) | Q(cancelled_on__isnull=True),
                name="meeting_took_place_or_not",
            ),
        ]
        indexes = [models.Index(fields=["place", "day"], name="meeting_at")]

    def __str__(self) -> str:
        return self.title_vi


class Holder(models.Model):
    """An office that holds a meeting together with the one that leads it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="holders")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "office"], name="holder_once")]


class Speaker(models.Model):
    """Who speaks: a post, in an office; never a person's name."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="speakers")
    order = models.PositiveSmallIntegerField()
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    post_vi = models.CharField(max_length=200)
    post_en = models.CharField(max_length=200, blank=True)
    about_vi = models.CharField(max_length=300, blank=True)
    about_en = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "order"], name="speaker_once")]


class Item(models.Model):
    """A point of the programme, at its hour where that is known."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    starts = models.TimeField(null=True, blank=True)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["meeting", "order"], name="item_once")]


class Paper(models.Model):
    """A document that a meeting is about."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="meetings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "document"], name="paper_once")]


class File(models.Model):
    """Minutes or a photograph of a meeting: for officers, since children may be seen in it.

    What it is called is sealed with it: no caption stands beside.
    """

    class Kind(models.TextChoices):
        MINUTES = "minutes", _("Biên bản")
        PHOTOGRAPH = "photograph", _("Ảnh")
        OTHER = "other", _("Tài liệu khác")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="files")
    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)

    class Meta:
        ordering = ["pk"]


class Attendance(models.Model):
    """How many of a place, or of an office, were invited and came; None: not known.

    ``bases``: base organisations of the place itself that the meeting reached.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    invited = models.PositiveIntegerField(null=True, blank=True)
    attended = models.PositiveIntegerField(null=True, blank=True)
    bases = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "place"],
                condition=Q(office__isnull=True),
                name="attendance_once_a_place",
            ),
            models.UniqueConstraint(
                fields=["meeting", "office"],
                condition=Q(office__isnull=False),
                name="attendance_once_an_office",
            ),
            models.CheckConstraint(
                condition=Q(invited__isnull=True)
                | Q(attended__isnull=True)
                | Q(attended__lte=F("invited")),
                name="attendance_no_more_than_invited",
            ),
        ]


class Proof(models.Model):
    """A meeting that proves an assignment, with the plan that its level issued for it.

    ``place`` is where it was held, by the map of its day: a merger moves the assignment and leaves
    the proof.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="proofs")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="proofs")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    plan_number = models.CharField(max_length=64, blank=True)
    plan_issued_on = models.DateField(null=True, blank=True)
    plan_file = models.OneToOneField(
        Attachment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    named_on = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "assignment"], name="proof_once"),
            models.CheckConstraint(
                condition=Q(plan__isnull=False)
                | (Q(plan_issued_on__isnull=False) & ~Q(plan_number="")),
                name="proof_has_its_plan",
            ),
        ]


class Subscription(models.Model):
    """A person's address of the calendar: who ends it, or takes a new one, closes the old.

    The key alone opens nothing: the address holds it signed.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    made_at = models.DateTimeField()
