"""What readers sought in vain, in the editors' house."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from mangnon import clock
from mangnon.finding.queries import sought_in_vain

DAYS = 90


class SoughtInVainView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    """Lists the words, how often and when; nobody's name, no time of day."""

    template_name = "finding/sought_in_vain.html"
    page_title = _("Tìm mà không thấy")
    header_icon = "search"
    breadcrumbs_items: list[Any] = []  # its own title stands at the head

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what was sought in vain in the last three months."""
        since = clock.today() - timedelta(days=DAYS)
        told = {"rows": sought_in_vain(since), "days": DAYS}
        return {**super().get_context_data(**kwargs), **told}
