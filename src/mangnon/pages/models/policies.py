"""A policy for children: for whom, what it gives, how to get it, on what it rests."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from mangnon.pages.blocks import FEATURES
from mangnon.pages.models.kept import KeptPage


class PolicyPage(KeptPage):
    """A policy, told to whom it is for."""

    who_for = RichTextField(_("dành cho ai"), features=FEATURES)
    what_it_gives = RichTextField(_("được gì"), features=FEATURES)
    how_to_get = RichTextField(_("làm thế nào để được"), features=FEATURES)
    valid_from = models.DateField(_("áp dụng từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("hết áp dụng từ ngày"), null=True, blank=True)

    template = "pages/policy.html"
    content_panels = [
        *KeptPage.content_panels,
        *map(FieldPanel, ("lead", "who_for", "what_it_gives", "how_to_get")),
        *map(FieldPanel, ("valid_from", "valid_to")),
        InlinePanel("bases", label=_("căn cứ pháp lý")),
    ]
    promote_panels = [*KeptPage.promote_panels, *KeptPage.owned_panels]
    parent_page_types = ["pages.SectionPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("chính sách")
        verbose_name_plural = _("chính sách")


class PolicyBasis(Orderable):
    """A document on which a policy rests, and where in it."""

    page = ParentalKey(PolicyPage, on_delete=models.CASCADE, related_name="bases")
    document = models.ForeignKey(
        "legislation.Document",
        verbose_name=_("văn bản"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    where = models.CharField(
        _("điều, khoản"), max_length=200, blank=True, help_text=_("Để trống nếu chưa đối chiếu.")
    )

    panels = [FieldPanel("document"), FieldPanel("where")]
