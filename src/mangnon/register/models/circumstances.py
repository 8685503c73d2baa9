"""Special circumstances over time, the assistance given, and what came of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.register.models.catalogues import AssistanceKind, CircumstanceGroup, EvidenceKind
from mangnon.register.models.children import Child


class Circumstance(models.Model):
    """A spell of a child in a group, and the paper on which the finding rests, once there is one.

    The paper's number and who issued it are sealed with the child's own key.
    """

    class End(models.TextChoices):
        AGED_OUT = "aged_out", _("Đủ 16 tuổi")
        IMPROVED = "improved", _("Đã cải thiện, hòa nhập")
        MOVED = "moved", _("Chuyển đi")
        DIED = "died", _("Đã mất")
        CORRECTED = "corrected", _("Ghi nhầm, đã sửa")
        LAW_CHANGED = "law_changed", _("Không còn thuộc nhóm theo luật")
        OTHER = "other", _("Lý do khác")

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="circumstances")
    group = models.ForeignKey(CircumstanceGroup, on_delete=models.PROTECT)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=12, choices=End, blank=True)
    identified_on = models.DateField()
    evidence = models.ForeignKey(EvidenceKind, on_delete=models.PROTECT, null=True, blank=True)
    evidence_on = models.DateField(null=True, blank=True)
    evidence_number_sealed = models.BinaryField(null=True, blank=True)
    evidence_issuer_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="circumstance_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(evidence__isnull=False)
                | Q(
                    evidence_on__isnull=True,
                    evidence_number_sealed__isnull=True,
                    evidence_issuer_sealed__isnull=True,
                ),
                name="no_paper_without_its_kind",
            ),
        ]


class Plan(models.Model):
    """A support and intervention plan, approved by the commune's chair.

    One that was taken over with its records may be closed without a reason.
    """

    class Closing(models.TextChoices):
        GOALS_MET = "goals_met", _("Đã đạt mục tiêu của kế hoạch")
        REPLACED = "replaced", _("Thay bằng kế hoạch mới")
        DECLINED = "declined", _("Gia đình không muốn tiếp tục")
        AGED_OUT = "aged_out", _("Trẻ đã đủ 16 tuổi")
        MOVED = "moved", _("Trẻ chuyển đi nơi khác")
        DIED = "died", _("Trẻ đã mất")

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="plans")
    approved_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    close_reason = models.CharField(max_length=12, choices=Closing, blank=True)


class PlannedService(models.Model):
    """A service that a plan promises, and the day it was delivered."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="services")
    kind = models.ForeignKey(AssistanceKind, on_delete=models.PROTECT)
    due_on = models.DateField()
    delivered_on = models.DateField(null=True, blank=True)


class Assistance(models.Model):
    """Something a child received, on a day."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="assistance")
    kind = models.ForeignKey(AssistanceKind, on_delete=models.PROTECT)
    delivered_on = models.DateField()


class Reintegration(models.Model):
    """The outcome behind T2c: four conditions, and whether they held at the follow-up."""

    CONDITIONS = ("in_family", "in_school_or_care", "no_new_harm", "goals_met")

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="reintegrations")
    reached_on = models.DateField()
    in_family = models.BooleanField()
    in_school_or_care = models.BooleanField()
    no_new_harm = models.BooleanField()
    goals_met = models.BooleanField()
    followed_up_on = models.DateField(null=True, blank=True)
    still_holds = models.BooleanField(null=True, blank=True)
