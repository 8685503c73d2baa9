"""What is asked (Duty), the act of handing it down (Handing), who holds it (Assignment)."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from mangnon.access.worded import Worded
from mangnon.attachments.models import Attachment
from mangnon.audit.models import Actor
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.states import OWED, State
from mangnon.legislation.models import Clause, Document
from mangnon.places.models import Office, Place
from mangnon.text.sentence import Sentence


class SpecialDay(models.Model):
    """A day off, or a day worked in exchange, and the day on which that was announced."""

    day = models.DateField(unique=True)
    is_off = models.BooleanField()
    announced_on = models.DateField()
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    basis = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.name_vi}"


class Duty(models.Model):
    """What is asked, by which clause, with what result and what proof; the same for all who owe it.

    Where the clause is not at hand, ``as_printed`` holds what the source prints.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    code = models.CharField(max_length=40, unique=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="duties")
    clause = models.ForeignKey(
        Clause, on_delete=models.PROTECT, null=True, blank=True, related_name="duties"
    )
    original_not_held = models.BooleanField(default=False)
    as_printed_vi = models.TextField(blank=True)
    as_printed_en = models.TextField(blank=True)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    result_vi = models.TextField(blank=True)
    result_en = models.TextField(blank=True)
    evidence_vi = models.TextField(blank=True)
    evidence_en = models.TextField(blank=True)
    # Which numbers a report gives: [{"vi": "Số người dự", "en": "People attending"}], 5 at most.
    counts = models.JSONField(default=list, blank=True)
    lead = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="leads")
    supporting = models.ManyToManyField(Office, blank=True, related_name="supports")

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(clause__isnull=False) | Q(original_not_held=True),
                name="duty_has_its_clause",
            )
        ]

    def __str__(self) -> str:
        return self.title_vi


class Handing(models.Model):
    """One act of handing a duty down: by whom, to whom by which rule, with which deadline.

    ``within`` is the place whose districts or communes owe it; ``held`` the assignment out of
    which it was handed further, none where the duty begins here.
    """

    class Rule(models.TextChoices):
        DISTRICTS = "districts", _("Mọi huyện")
        COMMUNES = "communes", _("Mọi xã")
        OFFICES = "offices", _("Các cơ quan được nêu")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="handings")
    held = models.ForeignKey(
        "Assignment", on_delete=models.PROTECT, null=True, blank=True, related_name="handed_on"
    )
    within = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=12, choices=Rule)
    day = models.DateField()
    deadline_kind = models.CharField(max_length=8, choices=Kind)
    deadline_day = models.DateField(null=True, blank=True)
    deadline_days = models.PositiveSmallIntegerField(null=True, blank=True)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline_day__isnull=False) ^ Q(deadline_days__isnull=False),
                name="handing_has_one_deadline",
            )
        ]

    @property
    def deadline(self) -> Deadline:
        """What was set."""
        return Deadline(self.deadline_kind, self.deadline_day, self.deadline_days)


def _of_owed(name: str, *fields: str) -> models.Index:
    return models.Index(fields=fields, name=name, condition=Q(owed_until__isnull=False))


class Assignment(models.Model):
    """A duty as one place or office holds it. Due, promised and done are kept apart.

    ``place`` is where it is held today, ``first_place`` where it was first given: a merger moves
    the one and leaves the other. ``due_on`` is the last day in time; ``reported_on`` the day of the
    report, ``completed_on`` the day that the report names.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    handing = models.ForeignKey(Handing, on_delete=models.PROTECT, related_name="assignments")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="duties")
    first_place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="duties"
    )
    state = models.CharField(max_length=12, choices=State, default=State.HANDED)
    received_on = models.DateField()
    due_on = models.DateField()
    # The last day while somebody still has to move, null once it is settled: what the indexes
    # that answer "who is late" hold.
    owed_until = models.GeneratedField(
        expression=Case(When(state__in=sorted(OWED), then=F("due_on"))),
        output_field=models.DateField(null=True),
        db_persist=True,
    )
    extended_to = models.DateField(null=True, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    promised_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    joined_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined"
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["handing", "first_place"],
                condition=Q(office__isnull=True),
                name="assignment_once_a_place",
            ),
            models.UniqueConstraint(
                fields=["handing", "first_place", "office"],
                condition=Q(office__isnull=False),
                name="assignment_once_an_office",
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) ^ Q(state=State.JOINED),
                name="assignment_joined_to_one",
            ),
        ]
        indexes = [
            # Who is late: the longest first, counted by place, and sought by handing.
            _of_owed("assignment_owed_first", "owed_until", "id"),
            _of_owed("assignment_owed_at", "place", "owed_until"),
            _of_owed("assignment_owed_of", "handing", "owed_until"),
            models.Index(fields=["place", "state"], name="assignment_at"),
        ]


class Said(Worded):
    """What somebody wrote of an assignment: sealed, since a child may be named in it."""

    what: ClassVar[Sentence] = Sentence("nội dung trao đổi về nhiệm vụ", "words about duties")


def _words_of(said: Said | None) -> str:
    return "" if said is None else said.words


class Step(models.Model):
    """One step of an assignment's history: who, what, from which state to which, in which words."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="steps")
    act = models.CharField(max_length=16)
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12)
    day = models.DateField()
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    said = models.OneToOneField(Said, on_delete=models.PROTECT, null=True, related_name="+")
    # What the duty's ``counts`` ask for: [{"vi": …, "en": …, "value": 120}].
    numbers: Any = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["pk"]

    @property
    def words(self) -> str:
        """What was written, opened."""
        return _words_of(self.said)


class Evidence(models.Model):
    """A file that was brought with a step."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="evidence")
    file = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]


class Pause(models.Model):
    """A time in which another office has to move first."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="pauses")
    waits_for = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(until__isnull=True), name="pause_once"
            )
        ]


class Extension(models.Model):
    """More time asked for, with its reason, and what the giver said."""

    class Answer(models.TextChoices):
        WAITING = "waiting", _("Chờ trả lời")
        GRANTED = "granted", _("Cho gia hạn")
        REFUSED = "refused", _("Không cho gia hạn")

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="extensions")
    until = models.DateField()
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, related_name="+")
    asked_for = models.OneToOneField(Said, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer, default=Answer.WAITING)
    answered_on = models.DateField(null=True, blank=True)
    said = models.OneToOneField(Said, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(answer="waiting"), name="extension_once"
            )
        ]

    @property
    def reason(self) -> str:
        """Why more time is asked for, opened."""
        return _words_of(self.asked_for)

    @property
    def words(self) -> str:
        """What the giver answered, opened."""
        return _words_of(self.said)


class PublicDuty(models.Model):
    """What the public may read of a handing: what is asked, by which clause, of which level, until
    when. Never of whom in name, nor how it stands: only whole levels are here.
    """

    handing = models.OneToOneField(Handing, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="public_duties")
    anchor = models.CharField(max_length=64, blank=True)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    rule = models.CharField(max_length=12, choices=Handing.Rule)
    within_vi = models.CharField(max_length=200)
    within_en = models.CharField(max_length=200)
    day = models.DateField()
    deadline_kind = models.CharField(max_length=8, choices=Kind)
    deadline_day = models.DateField(null=True, blank=True)
    deadline_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["day", "pk"]
