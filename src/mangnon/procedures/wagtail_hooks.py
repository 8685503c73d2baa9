"""Procedures in the editors' house: drafts, versions, a workflow."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from mangnon.legislation.panels import bases_panel
from mangnon.procedures.models import Procedure
from mangnon.ui.panels import bilingual


class ProcedureViewSet(SnippetViewSet):
    """The list and the form of procedures."""

    model = Procedure
    icon = "list-ol"
    menu_label = _("Thủ tục hành chính")
    add_to_admin_menu = True
    list_display = ["name_vi", "national_code", "field", "level", "review_by"]
    list_filter = ["field", "level", "live"]
    search_fields = ["name_vi", "name_en", "code", "national_code"]
    ordering = ["name_vi"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("code"),
                FieldPanel("national_code"),
                FieldRowPanel([FieldPanel("field"), FieldPanel("level")]),
            ],
            heading=_("Mã, lĩnh vực, cấp"),
        ),
        bilingual(_("Tên"), "name"),
        bilingual(_("Dùng khi nào"), "about"),
        bilingual(_("Ai được nộp"), "who"),
        bilingual(_("Cơ quan giải quyết"), "decider"),
        FieldPanel("office"),
        bilingual(_("Kết quả"), "result"),
        InlinePanel(
            "steps",
            heading=_("Các bước"),
            label=_("Bước"),
            panels=[FieldPanel("words_vi"), FieldPanel("words_en"), FieldPanel("to_check")],
        ),
        InlinePanel(
            "ways",
            heading=_("Các cách nộp"),
            label=_("Cách nộp"),
            panels=[
                FieldPanel("how"),
                FieldRowPanel([FieldPanel("where_vi"), FieldPanel("where_en")]),
                FieldPanel("url"),
                FieldRowPanel([FieldPanel("time_vi"), FieldPanel("time_en")]),
                FieldRowPanel([FieldPanel("fee_vi"), FieldPanel("fee_en")]),
                FieldPanel("to_check"),
            ],
        ),
        InlinePanel(
            "papers",
            heading=_("Giấy tờ phải có"),
            label=_("Giấy tờ"),
            panels=[
                FieldPanel("name_vi"),
                FieldPanel("name_en"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("count")]),
                FieldRowPanel([FieldPanel("form_vi"), FieldPanel("form_en")]),
                FieldPanel("to_check"),
            ],
        ),
        bilingual(_("Yêu cầu, điều kiện"), "conditions"),
        bases_panel(),
        bilingual(_("Còn phải đối chiếu điều gì"), "to_check"),
        MultiFieldPanel(
            [
                FieldPanel("review_by"),
                FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
                FieldPanel("replaces"),
            ],
            heading=_("Thời gian áp dụng, xem lại"),
        ),
    ]


register_snippet(ProcedureViewSet)
