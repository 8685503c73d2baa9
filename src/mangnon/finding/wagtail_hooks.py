"""The search in the editors' house: the synonyms they keep, and what readers sought in vain."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from mangnon.finding.models import Synonym
from mangnon.finding.reports import SoughtInVainView


def _way(synonym: Synonym) -> str:
    """Say in which direction words find each other."""
    return gettext("một chiều") if synonym.one_way else gettext("hai chiều")


class SynonymViewSet(SnippetViewSet):  # type: ignore[misc]
    """Words that find each other."""

    model = Synonym
    icon = "search"
    menu_label = _("Từ đồng nghĩa")
    add_to_admin_menu = True
    menu_order = 430
    list_display = ["words", "means", Column(_way, label=_("chiều"))]
    search_fields = ["words", "means"]
    panels = [FieldPanel(name) for name in ("words", "means", "one_way")]


register_snippet(SynonymViewSet)


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def ours() -> list[URLPattern]:
    """Give the report its address."""
    return [path("tim-khong-thay/", SoughtInVainView.as_view(), name="finding_sought_in_vain")]


@hooks.register("register_reports_menu_item")  # type: ignore[untyped-decorator]
def sought_in_vain() -> MenuItem:
    """Lead to what readers sought in vain."""
    title = _("Tìm mà không thấy")
    return MenuItem(title, reverse("finding_sought_in_vain"), icon_name="search", order=60)
