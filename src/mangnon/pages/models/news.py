"""News: dated, signed, with pieces beside them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from mangnon.pages.blocks import BODY
from mangnon.pages.models.kept import KeptPage


class NewsIndexPage(KeptPage):
    """The list of the news, newest first, by year."""

    template = "pages/news_index.html"
    content_panels = [*KeptPage.content_panels, FieldPanel("lead")]
    promote_panels = [*KeptPage.promote_panels, *KeptPage.owned_panels]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]

    class Meta:
        verbose_name = _("mục tin tức")
        verbose_name_plural = _("mục tin tức")


class NewsPage(KeptPage):
    """A piece of news."""

    date = models.DateField(_("ngày của tin"))
    date_note = models.CharField(_("ghi chú về ngày"), max_length=400, blank=True)
    body = StreamField(BODY, verbose_name=_("nội dung"), blank=True)
    signature = models.CharField(
        _("chữ ký dưới bài"),
        max_length=120,
        blank=True,
        help_text=_("Ghi như sẽ in: tên người viết, hoặc chữ tắt."),
    )
    signed_by = models.ForeignKey(
        "places.Office",
        verbose_name=_("cơ quan của người ký"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    template = "pages/news.html"
    content_panels = [
        *KeptPage.content_panels,
        *map(FieldPanel, ("date", "date_note", "lead", "picture", "body")),
        MultiFieldPanel([FieldPanel("signature"), FieldPanel("signed_by")], heading=_("Chữ ký")),
        InlinePanel("related", label=_("bài liên quan"), max_num=5),
    ]
    promote_panels = [*KeptPage.promote_panels, *KeptPage.owned_panels]
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("bài tin")
        verbose_name_plural = _("bài tin")


class RelatedNews(Orderable):
    """A page that belongs beside a piece of news."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related")
    other = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("trang"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("other")]
