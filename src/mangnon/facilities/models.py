"""Facilities at places over time, staff by title, standards, assessments, recognitions."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from mangnon.attachments.models import Attachment
from mangnon.places.models import Place


class Facility(models.Model):
    """A health station or a school."""

    class Kind(models.TextChoices):
        STATION = "station", "Trạm y tế"
        SCHOOL = "school", "Trường học"

    class Level(models.TextChoices):
        PRESCHOOL = "mam_non", "Mầm non"
        PRIMARY = "tieu_hoc", "Tiểu học"
        LOWER_SECONDARY = "thcs", "Trung học cơ sở"
        UPPER_SECONDARY = "thpt", "Trung học phổ thông"
        COMBINED = "lien_cap", "Liên cấp"

    class Ownership(models.TextChoices):
        PUBLIC = "public", "Công lập"
        PRIVATE = "private", "Ngoài công lập"

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=8, choices=Kind)
    level = models.CharField(max_length=10, choices=Level, blank=True)
    ownership = models.CharField(max_length=8, choices=Ownership, default=Ownership.PUBLIC)
    name = models.CharField(max_length=200)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Site(models.Model):
    """Where a facility stood, from a day to a day."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="sites")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["facility"], condition=Q(valid_to__isnull=True), name="one_open_site"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="site_ends_after_it_begins",
            ),
        ]


class StaffTitle(models.Model):
    """A professional title, from a day to a day, and whether it counts for T3."""

    code = models.CharField(max_length=48, unique=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    role = models.CharField(max_length=24)  # midwife, assistant_doctor, obstetrician, other
    official_code = models.CharField(max_length=24, blank=True)
    counts_for_t3 = models.BooleanField()
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)


class Post(models.Model):
    """A person in post at a facility; the person is a staff number, never a name."""

    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, related_name="posts")
    staff_number = models.CharField(max_length=24)
    title = models.ForeignKey(StaffTitle, on_delete=models.PROTECT)
    contract = models.CharField(max_length=16, default="permanent")
    share_of_time = models.FloatField(default=1.0)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)


class Leave(models.Model):
    """A time away from a post; without ``valid_to`` the return is not known. Long ones count."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="leaves")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)  # the first day back at work

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(valid_to__isnull=True), name="one_open_leave"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="leave_ends_after_it_begins",
            ),
        ]


class Standard(models.Model):
    """A national standard for schools or for communes."""

    code = models.CharField(max_length=48, unique=True)
    subject = models.CharField(max_length=8)  # school, commune
    levels = models.JSONField(default=list, blank=True)
    document = models.CharField(max_length=64, blank=True)
    name_vi = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    validity_years = models.PositiveSmallIntegerField(null=True, blank=True)
    threshold = models.FloatField(null=True, blank=True)
    threshold_difficult = models.FloatField(null=True, blank=True)  # hills, islands, the poorest
    threshold_central_city_ward = models.FloatField(null=True, blank=True)
    points_total = models.FloatField(null=True, blank=True)
    no_criterion_at_zero = models.BooleanField(default=False)
    criteria_count = models.PositiveSmallIntegerField(null=True, blank=True)
    criteria_known = models.BooleanField(default=False)
    per_year = models.BooleanField(default=False)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)


class Criterion(models.Model):
    """A criterion of a standard, as far as it is known."""

    standard = models.ForeignKey(Standard, on_delete=models.CASCADE, related_name="criteria")
    code = models.CharField(max_length=24)
    name_vi = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    points = models.FloatField(null=True, blank=True)
    indicators = models.JSONField(default=list, blank=True)  # codes that give its score

    class Meta:
        constraints = [models.UniqueConstraint(fields=["standard", "code"], name="criterion_once")]


class Assessment(models.Model):
    """A school or commune scored against a standard for a year."""

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT)
    facility = models.ForeignKey(Facility, on_delete=models.CASCADE, null=True, blank=True)
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    score = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(facility__isnull=True) ^ Q(place__isnull=True),
                name="assessed_is_school_or_commune",
            )
        ]


class Recognition(models.Model):
    """A decision that recognises a school (for years) or a commune (for one year)."""

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT)
    facility = models.ForeignKey(
        Facility, on_delete=models.CASCADE, null=True, blank=True, related_name="recognitions"
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)  # communes
    level = models.PositiveSmallIntegerField(default=1)
    decided_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)  # exclusive: the first day without it
    decision_number = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(facility__isnull=True) ^ Q(place__isnull=True),
                name="recognised_is_school_or_commune",
            )
        ]


class Tick(models.Model):
    """A criterion as it was judged in an assessment: met or not, with its points."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="ticks")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    met = models.BooleanField()
    points = models.FloatField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="ticked_once"),
        ]


class AssessmentProof(models.Model):
    """A file that was brought with an assessment; of one criterion, or of the whole."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="proofs")
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    file = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]


class PublicOffer(models.Model):
    """What a facility offers to children, as published: whole in itself, no record is behind it."""

    code = models.CharField(max_length=40, unique=True)  # the facility's
    kind = models.CharField(max_length=8, choices=Facility.Kind)
    name = models.CharField(max_length=200)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    words_vi = models.TextField()
    words_en = models.TextField(blank=True)
    published_on = models.DateField()

    class Meta:
        ordering = ["kind", "name"]
