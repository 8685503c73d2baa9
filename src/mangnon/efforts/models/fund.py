"""Who takes part, what was pledged and given, and what the Child Protection Fund gives on.

A grant counts children; nothing here, nor in what is published of it, names or points to one.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mangnon.efforts.models.base import Kept
from mangnon.places.models import Place


class Partner(Kept):
    """An organisation, a business or somebody who takes part; named in public only as agreed."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", _("Tổ chức")
        BUSINESS = "business", _("Doanh nghiệp")
        PERSON = "person", _("Cá nhân, gia đình")
        ABROAD = "abroad", _("Tổ chức, cá nhân nước ngoài")

    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=200)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    shown_as = models.CharField(max_length=200, blank=True)  # empty: it is not to be named

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["place", "name"], name="partner_once")]

    def __str__(self) -> str:
        return self.name


class Pledge(Kept):
    """What a partner promised: an amount, what for, until when."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="pledges")
    amount = models.BigIntegerField()
    what = models.CharField(max_length=300)
    pledged_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pledged_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="pledge_is_of_something")
        ]

    def __str__(self) -> str:
        return self.what


class Gift(Kept):
    """What the Fund of a place received; goods at their value. ``place`` follows a merger."""

    class Kind(models.TextChoices):
        MONEY = "money", _("Tiền")
        GOODS = "goods", _("Hiện vật")
        SPONSORSHIP = "sponsorship", _("Đỡ đầu")

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="gifts")
    pledge = models.ForeignKey(
        Pledge, on_delete=models.PROTECT, null=True, blank=True, related_name="gifts"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    amount = models.BigIntegerField()
    received_on = models.DateField(db_index=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="gift_is_of_something")
        ]


class Grant(Kept):
    """What the Fund of a place gave: for which purpose, to how many children."""

    class Purpose(models.TextChoices):
        SCHOOLING = "schooling", _("Học bổng, đồ dùng học tập")
        HEALTH = "health", _("Khám chữa bệnh, phẫu thuật, dinh dưỡng")
        HARDSHIP = "hardship", _("Trợ giúp khó khăn đột xuất")
        SPONSORED = "sponsored", _("Đỡ đầu thường xuyên")
        PLAY = "play", _("Vui chơi, văn hóa, thể thao")
        SAFETY = "safety", _("Phòng ngừa tai nạn, bảo vệ")
        OTHER = "other", _("Mục đích khác")

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=10, choices=Purpose)
    amount = models.BigIntegerField()
    children = models.PositiveIntegerField()
    given_on = models.DateField(db_index=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="grant_is_of_something")
        ]
