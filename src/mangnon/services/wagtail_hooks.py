"""Services in the editors' house: drafts, versions, a workflow."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from mangnon.legislation.panels import bases_panel
from mangnon.services.models import Service
from mangnon.ui.panels import bilingual


class ServiceViewSet(SnippetViewSet):
    """The list and the form of services."""

    model = Service
    icon = "help"
    menu_label = _("Danh bạ dịch vụ")
    add_to_admin_menu = True
    list_display = ["name_vi", "kind", "telephone", "review_by"]
    list_filter = ["kind", "whole_area", "live"]
    search_fields = ["name_vi", "name_en", "code", "telephone"]
    ordering = ["name_vi"]
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
        bilingual(_("Tên"), "name"),
        bilingual(_("Giúp được gì"), "offers"),
        bilingual(_("Dành cho ai, trong hoàn cảnh nào"), "for_whom"),
        FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
        bilingual(_("Đến với dịch vụ bằng cách nào"), "how"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("telephone"), FieldPanel("email")]),
                FieldPanel("web"),
                FieldPanel("national_portal"),
                FieldPanel("address"),
                FieldPanel("place"),
            ],
            heading=_("Liên hệ"),
        ),
        bilingual(_("Giờ làm việc"), "hours"),
        bilingual(_("Chi phí"), "cost"),
        FieldPanel("whole_area"),
        InlinePanel(
            "serves",
            heading=_("Phục vụ các địa bàn, khi không phải toàn địa bàn"),
            label=_("Địa bàn"),
            panels=[FieldPanel("place")],
        ),
        FieldPanel("office"),
        InlinePanel(
            "leads",
            heading=_("Thủ tục dẫn tới dịch vụ"),
            label=_("Thủ tục"),
            panels=[FieldPanel("procedure")],
        ),
        bases_panel(),
        bilingual(_("Còn phải đối chiếu điều gì"), "to_check"),
        FieldPanel("review_by"),
    ]


register_snippet(ServiceViewSet)
