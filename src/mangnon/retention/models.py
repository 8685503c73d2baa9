"""Who was erased: no name, only which record, when, why and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mangnon.audit.models import Actor


class Erasure(models.Model):
    """A child's file whose key was destroyed; again, where a backup brings it back."""

    class Why(models.TextChoices):
        DUE = "due", _("Hết hạn lưu giữ")
        ASKED = "asked", _("Trẻ hoặc người giám hộ yêu cầu")
        ORDERED = "ordered", _("Theo quyết định của cơ quan có thẩm quyền")

    child = models.UUIDField(unique=True, editable=False)
    erased_on = models.DateField()
    why = models.CharField(max_length=8, choices=Why)
    decision = models.CharField(max_length=60, blank=True)  # a number, never words about a child
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
