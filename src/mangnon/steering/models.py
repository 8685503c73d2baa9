"""Who leads, who looked, what was found, what was concluded, who was commended."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.duties.models import Duty
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place


class Kept(models.Model):
    """What every record of this room has; ``simulated``: the demonstration wrote it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    simulated = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Committee(Kept):
    """The steering committee of a place, by a dated decision; half-open: [from, to)."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="committees")
    name = models.CharField(max_length=200)
    decision = models.CharField(max_length=64)
    decided_on = models.DateField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    ended_by = models.CharField(max_length=200, blank=True)  # the decision, or a merger

    class Meta:
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="committee_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A seat: an office and a post there, never a person."""

    class Role(models.TextChoices):
        HEAD = "head", _("Trưởng ban")
        DEPUTY = "deputy", _("Phó Trưởng ban")
        STANDING = "standing", _("Ủy viên thường trực")
        MEMBER = "member", _("Ủy viên")

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=120)
    role = models.CharField(max_length=8, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee"], condition=Q(role="head"), name="committee_has_one_head"
            ),
            models.UniqueConstraint(
                fields=["committee", "office", "post"], name="committee_seat_once"
            ),
        ]


class Inspection(Kept):
    """An inspection of a place, or of an office there, by an office and its decision."""

    by = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="inspections")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="inspections")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="inspected"
    )
    decision = models.CharField(max_length=64)
    decided_on = models.DateField()
    begun_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=300)
    conclusion = models.TextField(blank=True)

    class Meta:
        ordering = ["-begun_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begun_on")),
                name="inspection_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.subject


class Finding(models.Model):
    """What an inspection found and recommends; ``duty``: what it became."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="findings")
    words = models.TextField()
    recommendation = models.TextField(blank=True)
    duty = models.ForeignKey(
        Duty, on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words[:60]


class Review(Kept):
    """An interim or final review of a period; both days belong to it."""

    class Kind(models.TextChoices):
        INTERIM = "interim", _("Sơ kết")
        FINAL = "final", _("Tổng kết")

    kind = models.CharField(max_length=8, choices=Kind)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="reviews")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    period_from = models.DateField()
    period_to = models.DateField()
    held_on = models.DateField()
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    number = models.CharField(max_length=64, blank=True)
    conclusion = models.TextField()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")),
                name="review_ends_after_it_begins",
            )
        ]


class Commendation(Kept):
    """Who was commended for what: an office, a place, or an organisation by its name."""

    class Kind(models.TextChoices):
        CERTIFICATE = "certificate", _("Bằng khen")
        LETTER = "letter", _("Giấy khen")
        FLAG = "flag", _("Cờ thi đua")
        MEDAL = "medal", _("Kỷ niệm chương")
        OTHER = "other", _("Hình thức khác")

    kind = models.CharField(max_length=12, choices=Kind)
    by = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="commendations"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="commendations"
    )
    organisation = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=64)
    decided_on = models.DateField()
    what_for = models.TextField()

    class Meta:
        ordering = ["-decided_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(office__isnull=False, place__isnull=True, organisation="")
                    | Q(office__isnull=True, place__isnull=False, organisation="")
                    | (Q(office__isnull=True, place__isnull=True) & ~Q(organisation=""))
                ),
                name="commendation_is_of_one",
            )
        ]
