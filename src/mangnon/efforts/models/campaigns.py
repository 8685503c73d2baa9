"""Campaigns: over which channels, whom they reached, with what effect."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mangnon.efforts.models.base import Kept
from mangnon.places.models import Office, Place


class Campaign(Kept):
    """A campaign of an office at a place; both days belong to it."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    effect = models.TextField(blank=True)
    measured_by = models.CharField(max_length=200, blank=True)  # how the effect is known

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="campaign_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Channel(models.Model):
    """One channel of a campaign: how often it was used, how many people it reached."""

    class Kind(models.TextChoices):
        LOUDSPEAKER = "loudspeaker", _("Loa truyền thanh")
        TELEVISION = "television", _("Phát thanh, truyền hình")
        PRESS = "press", _("Báo, tạp chí")
        ONLINE = "online", _("Trang mạng, mạng xã hội")
        LEAFLETS = "leaflets", _("Tờ rơi, pa nô")
        MEETING = "meeting", _("Họp, nói chuyện, sinh hoạt")
        SCHOOL = "school", _("Trong trường học")

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=11, choices=Kind)
    times = models.PositiveIntegerField()
    reached = models.PositiveIntegerField(null=True, blank=True)  # None: nobody counted

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["campaign", "kind"], name="channel_once")]
