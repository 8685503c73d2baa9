"""Places with their lives, names, parents and heirs. Dates are half-open: [from, to)."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a place is in the tree; figures are counted at communes."""

    PROGRAMME_AREA = "programme_area", "Địa bàn chương trình"
    PROVINCE = "province", "Tỉnh"
    DISTRICT = "district", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"
    VILLAGE = "village", "Thôn, khu dân cư"


class Place(models.Model):
    """A unit that lived from a day to a day. A code may be used again: code and day name it."""

    code = models.CharField(max_length=20, db_index=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=16, choices=Kind)
    style = models.CharField(max_length=16)  # xa, phuong, thi_tran, thanh_pho, huyen …
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=400)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    stands_in = models.BooleanField(default=False)  # for a generation that is not at hand
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="place_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="place_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name_vi

    @property
    def key(self) -> str:
        """The place's full name for machines: ``10525@2025-07-01``."""
        return f"{self.code}@{self.valid_from.isoformat()}"

    def lives_on(self, day: date) -> bool:
        """Whether the place exists on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


class Naming(models.Model):
    """What a place was called, from a day to a day, where that changed under one code."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="namings")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    style = models.CharField(max_length=16)
    name_vi = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "valid_from"], name="naming_once")]


class Belonging(models.Model):
    """Under which parent a place stood, from a day to a day."""

    child = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="parents")
    parent = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="children")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "valid_from"], name="one_parent_from_a_day")
        ]


class Succession(models.Model):
    """Which share of a place went to which heir, on a day, and on what basis."""

    source = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="heirs")
    target = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="forebears")
    date = models.DateField()
    share = models.FloatField()
    basis_vi = models.CharField(max_length=200)
    basis_en = models.CharField(max_length=200)
    estimated = models.BooleanField()
    carried_out = models.BooleanField(default=False)  # succeed() has announced it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "date"], name="heir_once"),
            models.CheckConstraint(
                condition=Q(share__gt=0) & Q(share__lte=1), name="share_is_a_share"
            ),
        ]


class Boundary(models.Model):
    """A place's outline as imported: polygons of rings of [longitude, latitude], WGS 84."""

    place = models.OneToOneField(Place, on_delete=models.CASCADE, related_name="boundary")
    polygons = models.JSONField()
    source = models.CharField(max_length=300)


class Generation(models.Model):
    """One row: a token that changes whenever places change, so that no process keeps an old tree.

    A token, not a number: a number taken back by a rollback would come again for other places.
    """

    token = models.CharField(max_length=32)


class Office(models.Model):
    """An office that leads or serves: Party, state or mass organisation, with its dates."""

    class Line(models.TextChoices):
        PARTY = "party", "Đảng"
        STATE = "state", "Nhà nước"
        MASS = "mass", "Đoàn thể"

    code = models.CharField(max_length=40, unique=True)
    line = models.CharField(max_length=8, choices=Line)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="offices")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="branches"
    )
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    kept_here = models.BooleanField(default=False)  # written at a desk: no pack changes it

    def __str__(self) -> str:
        return self.name_vi

    def lives_on(self, day: date) -> bool:
        """Whether the office exists on ``day``; without a first day it has always been there."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


class OfficeChange(models.Model):
    """By which decision an office became another, or its work passed to another, and when.

    ``decision`` empty: the decision is not at hand, and pages say so.
    """

    class Kind(models.TextChoices):
        RENAMED = "renamed", _("Đổi tên")
        MERGED = "merged", _("Hợp nhất")
        DIVIDED = "divided", _("Chia tách")
        HANDED_ON = "handed_on", _("Chuyển giao công việc")

    source = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="became")
    target = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="came_from")
    day = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind)
    decision = models.CharField(max_length=64, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "day"], name="office_change_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="office_becomes_another"),
        ]
