"""The report of pages to be read again, in the editors' house."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from mangnon import clock
from mangnon.pages.overdue import to_review


class ToReviewView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    """Lists the pages that are overdue or that nobody answers for."""

    template_name = "pages/cms/to_review.html"
    page_title = _("Trang cần xem lại")
    header_icon = "calendar-alt"
    breadcrumbs_items: list[Any] = []  # its own title stands at the head

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the pages."""
        return {**super().get_context_data(**kwargs), "rows": to_review(clock.today())}
