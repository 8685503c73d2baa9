"""What every written page has: a lead, whoever answers for it, and when it is to be looked at."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from mangnon.pages.contexts import context_of
from mangnon.pages.forms import KeptPageForm
from mangnon.pages.roots import place_in_site


class KeptPage(Page):
    """A page somebody answers for."""

    lead = models.TextField(
        _("đoạn mở đầu"),
        max_length=400,
        blank=True,
        help_text=_("Một, hai câu nói hết ý chính; hiện trong danh sách và kết quả tìm kiếm."),
    )
    office = models.ForeignKey(
        "places.Office",
        verbose_name=_("cơ quan chịu trách nhiệm"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    contact = models.CharField(
        _("nơi góp ý về trang"),
        max_length=200,
        blank=True,
        help_text=_("Điện thoại hoặc thư điện tử của cơ quan, không phải của cá nhân."),
    )
    review_by = models.DateField(
        _("xem lại trước ngày"),
        null=True,
        blank=True,
        help_text=_("Đến ngày này, trang vào báo cáo những trang cần xem lại."),
    )
    picture = models.ForeignKey(
        "pages.Picture",
        verbose_name=_("hình đầu trang"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    base_form_class = KeptPageForm
    owned_panels = [
        MultiFieldPanel(
            [FieldPanel("office"), FieldPanel("contact"), FieldPanel("review_by")],
            heading=_("Ai chịu trách nhiệm"),
        )
    ]
    search_fields: list[Any] = []
    private_page_options: list[str] = []  # a public page is public; see decision 17

    class Meta:
        abstract = True

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Return where the page stands: below ``/`` in Vietnamese, below ``/en/`` in English."""
        return place_in_site(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the page and what its kind shows besides."""
        return {"page": self, "title": self.title, **context_of(self, request)}

    def bodies(self) -> list[Any]:
        """Return the page's streams of blocks; its pictures and promises stand in them."""
        return [self.body] if getattr(self, "body", None) else []
