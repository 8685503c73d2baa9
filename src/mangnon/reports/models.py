"""A report on a place: what officers write around figures; once it is signed, the figures too."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from mangnon.audit.models import Actor
from mangnon.places.models import Office, Place


class Report(models.Model):
    """A report on a place and a period, by an office, or by the place's People's Committee.

    Until it is signed it has no figures of its own: they are gathered when it is opened. Signed,
    ``frozen`` holds everything that it says, as canonical JSON, and ``digest`` its SHA-256.
    """

    class Kind(models.TextChoices):
        HALF_YEAR = "half_year", "Báo cáo 6 tháng"
        YEAR = "year", "Báo cáo năm"
        FINAL = "final", "Báo cáo tổng kết"

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        SIGNED = "signed", "Đã ký"

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="reports")
    kind = models.CharField(max_length=12, choices=Kind)
    first_day = models.DateField()
    last_day = models.DateField()
    # None: the People's Committee of the place, which the list of offices does not hold for all.
    issuer = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="reports"
    )
    number = models.CharField(max_length=40, blank=True)
    issued_at = models.CharField(max_length=80, blank=True)  # the place in "Hải Dương, ngày …"
    recipients = models.TextField(blank=True)  # a line each
    words = models.JSONField(default=dict, blank=True)  # {part: what the officer wrote}
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    begun_by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    begun_on = models.DateField()
    signed_by = models.ForeignKey(
        Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_on = models.DateField(null=True, blank=True)
    authority = models.CharField(max_length=120, blank=True)  # "TM. ỦY BAN NHÂN DÂN"
    post = models.CharField(max_length=120, blank=True)  # of who signs; never a name
    frozen = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-last_day", "place__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind", "first_day", "last_day", "issuer"],
                condition=Q(issuer__isnull=False),
                name="report_once_an_office",
            ),
            models.UniqueConstraint(
                fields=["place", "kind", "first_day", "last_day"],
                condition=Q(issuer__isnull=True),
                name="report_once_a_committee",
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="report_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", frozen="", signed_on__isnull=True)
                | (Q(state="signed", signed_on__isnull=False) & ~Q(frozen="") & ~Q(post="")),
                name="report_signed_is_frozen",
            ),
        ]
        indexes = [models.Index(fields=["state", "last_day"], name="report_by_state")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.last_day:%d/%m/%Y}"

    @property
    def subject(self) -> str:
        """The report as the trail names it."""
        return f"reports.report:{self.uuid}"

    @property
    def is_signed(self) -> bool:
        """Whether nothing in it changes any more."""
        return self.state == self.State.SIGNED

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of its period."""
        return self.first_day, self.last_day


def standing_on(place_id: int, issuer: Office | None) -> list[int]:
    """Return the places where a right must be held: that reported on, and that of who reports."""
    return [place_id] if issuer is None else [place_id, issuer.place_id]
