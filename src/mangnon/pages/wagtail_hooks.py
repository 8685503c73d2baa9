"""What the editors' house shows of ours: boxes, reports, help, the way back to the desk."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from mangnon.pages.models import Consent, ContextSeries, OfficeProfile, StatisticalReport
from mangnon.pages.views import files
from mangnon.pages.views.help import HelpView
from mangnon.pages.views.reports import ToReviewView


class ConsentViewSet(SnippetViewSet):  # type: ignore[misc]
    """The papers by which children may be shown."""

    model = Consent
    icon = "check"
    menu_label = _("Giấy đồng ý dùng hình")
    add_to_admin_menu = True
    menu_order = 410
    list_display = ["paper", "picture", "purpose", "given_on", "expires_on", "withdrawn_on"]
    panels = [
        FieldPanel(name)
        for name in (
            "picture", "purpose", "paper", "child_age", "child_agreed", "guardian_agreed",
            "given_on", "expires_on", "withdrawn_on",
        )
    ]  # fmt: skip


class OfficeViewSet(SnippetViewSet):  # type: ignore[misc]
    """Offices as citizens meet them."""

    model = OfficeProfile
    icon = "group"
    menu_label = _("Cơ quan")
    add_to_admin_menu = True
    menu_order = 420
    list_display = ["office", "telephone", "email"]


class ReportViewSet(SnippetViewSet):  # type: ignore[misc]
    """Statistical reports that editors put up."""

    model = StatisticalReport
    icon = "download"
    menu_label = _("Báo cáo thống kê")
    add_to_admin_menu = True
    menu_order = 422
    list_display = ["title_vi", "period_vi", "number", "issued_on"]
    list_filter = ["year", "live"]
    search_fields = ["title_vi", "title_en", "number"]


class ContextViewSet(SnippetViewSet):  # type: ignore[misc]
    """Figures of the province's context."""

    model = ContextSeries
    icon = "history"
    menu_label = _("Số liệu bối cảnh")
    add_to_admin_menu = True
    menu_order = 424
    list_display = ["name_vi", "unit_vi", "source_vi"]


register_snippet(ConsentViewSet)
register_snippet(OfficeViewSet)
register_snippet(ReportViewSet)
register_snippet(ContextViewSet)


@hooks.register("register_admin_urls")
def ours() -> list[URLPattern]:
    """Give our own pages their addresses."""
    return [
        path("xem-lai/", ToReviewView.as_view(), name="pages_to_review"),
        path("tep/images/<str:name>", files.picture, name="pages_picture"),
        path("tep/tai-lieu/<int:number>/<str:name>", files.document, name="pages_document"),
        path("huong-dan/", HelpView.as_view(), name="pages_help"),
        path("huong-dan/<slug:section>/", HelpView.as_view(), name="pages_help_section"),
    ]


@hooks.register("register_reports_menu_item")
def to_review() -> MenuItem:
    """Lead to the pages to be read again."""
    title, icon = _("Trang cần xem lại"), "calendar-alt"
    return MenuItem(title, reverse("pages_to_review"), icon_name=icon, order=50)


@hooks.register("register_help_menu_item")
def written_help() -> MenuItem:
    """Lead to our own help."""
    return MenuItem(_("Hướng dẫn biên tập"), reverse("pages_help"), icon_name="help", order=1)


@hooks.register("register_admin_menu_item")
def back_to_desk() -> MenuItem:
    """Lead back to the desk."""
    return MenuItem(_("Về bàn làm việc"), reverse("desk"), icon_name="home", order=1)


@hooks.register("construct_help_menu")
def without_elsewhere(request: Any, items: list[MenuItem]) -> None:
    """Leave out what leads to other people's sites."""
    items[:] = [one for one in items if not str(getattr(one, "url", "")).startswith("http")]
