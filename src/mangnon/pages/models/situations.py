"""Doors by situation: people search by what happened to them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from mangnon.pages.blocks import BODY
from mangnon.pages.models.kept import KeptPage


class SituationPage(KeptPage):
    """What to do when something happened: first what cannot wait, then where to go."""

    body = StreamField(BODY, verbose_name=_("nội dung"), blank=True)
    protects = models.BooleanField(
        _("có nút thoát nhanh"),
        default=False,
        help_text=_("Cho trang mà người đọc có thể gặp nguy hiểm nếu bị nhìn thấy."),
    )

    template = "pages/situation.html"
    content_panels = [
        *KeptPage.content_panels,
        *map(FieldPanel, ("lead", "picture", "body", "protects")),
        InlinePanel("links", label=_("dẫn tới")),
    ]
    promote_panels = [*KeptPage.promote_panels, *KeptPage.owned_panels]
    parent_page_types = ["pages.SectionPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("trang theo tình huống")
        verbose_name_plural = _("trang theo tình huống")


class SituationLink(Orderable):
    """A procedure, a service (by their codes) or a page that helps in this situation."""

    page = ParentalKey(SituationPage, on_delete=models.CASCADE, related_name="links")
    procedure = models.CharField(_("mã thủ tục"), max_length=64, blank=True)
    service = models.CharField(_("mã dịch vụ"), max_length=64, blank=True)
    leads_to = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("trang"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )

    panels = [FieldPanel("procedure"), FieldPanel("service"), FieldPanel("leads_to")]

    def clean(self) -> None:
        """Refuse a line that leads nowhere or to two things."""
        if sum(map(bool, (self.procedure, self.service, self.leads_to_id))) != 1:
            raise ValidationError(_("Ghi đúng một thứ: mã thủ tục, mã dịch vụ hoặc một trang."))
