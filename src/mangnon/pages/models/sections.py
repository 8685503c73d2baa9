"""The first page, the sections of the menu, and plain pages of text."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from mangnon.pages.blocks import BODY
from mangnon.pages.models.kept import KeptPage


class HomePage(KeptPage):
    """The first page of one language: what was promised, what is new, doors by situation."""

    template = "pages/home.html"
    content_panels = [*KeptPage.content_panels, FieldPanel("lead"), FieldPanel("picture")]
    promote_panels = [*KeptPage.promote_panels, *KeptPage.owned_panels]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("trang chủ")
        verbose_name_plural = _("trang chủ")


class SectionPage(KeptPage):
    """A section: its own words, the pages below it, and what the house keeps for its kind."""

    class Kind(models.TextChoices):
        PLAIN = "", _("Chỉ các trang bên dưới")
        ABOUT = "about", _("Giới thiệu")
        OFFICES = "offices", _("Cơ quan")
        POLICIES = "policies", _("Chính sách")
        ECONOMY = "economy", _("Kinh tế - xã hội")
        REPORTS = "reports", _("Báo cáo thống kê")
        PROCEDURES = "procedures", _("Thủ tục hành chính")
        SERVICES = "services", _("Dịch vụ công")
        DOCUMENTS = "documents", _("Văn bản pháp quy")
        SITUATIONS = "situations", _("Theo tình huống")

    kind = models.CharField(_("loại chuyên mục"), max_length=12, choices=Kind, blank=True)
    body = StreamField(BODY, verbose_name=_("nội dung"), blank=True)

    template = "pages/section.html"
    content_panels = [
        *KeptPage.content_panels,
        *map(FieldPanel, ("lead", "picture", "kind", "body")),
    ]
    promote_panels = [*KeptPage.promote_panels, *KeptPage.owned_panels]
    parent_page_types = ["pages.HomePage", "pages.SectionPage"]

    class Meta:
        verbose_name = _("chuyên mục")
        verbose_name_plural = _("chuyên mục")


class TextPage(KeptPage):
    """A page of text; some protect whoever reads them, some are written for children."""

    body = StreamField(BODY, verbose_name=_("nội dung"), blank=True)
    protects = models.BooleanField(
        _("có nút thoát nhanh"),
        default=False,
        help_text=_("Cho trang mà người đọc có thể gặp nguy hiểm nếu bị nhìn thấy."),
    )
    for_children = models.BooleanField(_("viết cho trẻ em"), default=False)
    in_foot = models.BooleanField(_("hiện ở chân mọi trang"), default=False)

    template = "pages/text.html"
    content_panels = [
        *KeptPage.content_panels,
        *map(FieldPanel, ("lead", "picture", "body", "protects", "for_children", "in_foot")),
    ]
    promote_panels = [*KeptPage.promote_panels, *KeptPage.owned_panels]
    parent_page_types = ["pages.HomePage", "pages.SectionPage", "pages.TextPage"]

    class Meta:
        verbose_name = _("trang viết")
        verbose_name_plural = _("trang viết")
