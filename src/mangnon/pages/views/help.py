"""The editors' help: one page a section, in the house where they need it."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

SECTIONS = {
    "viet-bai": _("Viết một bài"),
    "hinh-anh": _("Hình ảnh và sự đồng ý"),
    "gui-duyet": _("Gửi duyệt, xuất bản, hẹn giờ"),
    "chuyen-muc": _("Chuyên mục, trình đơn, liên kết"),
    "thu-tuc": _("Thủ tục, dịch vụ, văn bản"),
    "tieng-anh": _("Bản tiếng Anh"),
}


class HelpView(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    """Shows one section of the help."""

    header_icon = "help"
    breadcrumbs_items: list[Any] = []  # its own title stands at the head

    def get_page_title(self) -> str:
        """Name the section."""
        return str(SECTIONS[self._section()])

    def get_template_names(self) -> list[str]:
        """Name the section's template."""
        return [f"pages/cms/help/{self._section()}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the other sections."""
        return {**super().get_context_data(**kwargs), "sections": SECTIONS.items()}

    def _section(self) -> str:
        section = str(self.kwargs.get("section", next(iter(SECTIONS))))
        if section not in SECTIONS:
            raise Http404
        return section
