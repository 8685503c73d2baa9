"""What every page's frame needs."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from mangnon.access.middleware import is_private
from mangnon.pages.models import SectionPage, WebsiteLink
from mangnon.pages.tree import Tree, tree_for
from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.text.sentence import Language
from mangnon.ui.templatetags.mangnon_ui import page_language

_FIGURES = {
    "scorecard-whole": ("scorecard-whole", "scorecard", "promise", "promise-at"),
    "indicators": ("indicators", "indicator"),
    "places": ("places", "place"),
    "releases": ("releases",),
}
# Where nobody has written sections yet, the lists stand in the menu by themselves.
_LISTS = {
    "procedures": ("procedures", "procedure"),
    "services": ("services", "service"),
    "documents": ("documents", "document"),
}
Menu = list[tuple[str, str, bool]]


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the frame's values: language, names, menus, the same page in the other language."""
    language = page_language()
    common = {
        "lang": language,
        "site_name": settings.SITE_NAME,
        "demo": settings.DEMO,
        "home_url": address("home", language),
    }
    if is_private(request):
        return common
    tree, figures = tree_for(request, language), _figures(request, language)
    here = any(current for _, _, current in figures)
    return {
        **common,
        "search_url": address("search", language),
        "alternate_url": _other_language(request, "vi" if language == "en" else "en"),
        "nav": (
            [*figures, *_lists(request, language)]
            if tree is None
            else _menu(request, tree, at_figures=here)
        ),
        "subnav": figures if tree is not None and here else [],
        "footer_links": _links(language),
        "foot_pages": [] if tree is None else tree.foot(),
        "footer_counter": "visits/counter.html",
        "rss_url": "" if tree is None else address("feed", language),
    }


def _menu(request: HttpRequest, tree: Tree, *, at_figures: bool) -> Menu:
    """Return the sections; the figures' own pages belong to the province's economy and society."""
    lines = tree.menu()
    economy = tree.section(SectionPage.Kind.ECONOMY) if at_figures else None
    here = tree.address(economy) if economy else request.path_info
    first = tree.address(tree.home)
    return [
        (title, url, here == url if url == first else here.startswith(url))
        for title, url, _ in lines
    ]


def _figures(request: HttpRequest, language: Language) -> Menu:
    """Return the pages of figures, each with whether the reader is there."""
    labels = {
        "scorecard-whole": _("Lời hứa"),
        "indicators": _("Chỉ số"),
        "places": _("Địa bàn"),
        "releases": _("Các đợt công bố"),
    }
    return _lines(request, language, labels, _FIGURES)


def _lists(request: HttpRequest, language: Language) -> Menu:
    """Return the lists, each with whether the reader is there."""
    labels = {
        "procedures": _("Thủ tục"),
        "services": _("Dịch vụ"),
        "documents": _("Văn bản"),
    }
    return _lines(request, language, labels, _LISTS)


def _lines(
    request: HttpRequest,
    language: Language,
    labels: dict[str, str],
    pages: dict[str, tuple[str, ...]],
) -> Menu:
    here = request.resolver_match.url_name if request.resolver_match else None
    return [(label, address(name, language), here in pages[name]) for name, label in labels.items()]


def _links(language: Language) -> list[tuple[str, str]]:
    """Return the editors' box of website links."""
    return [
        (getattr(one, f"name_{language}") or one.name_vi, one.url)
        for one in WebsiteLink.objects.order_by("sort_order")
    ]


def _other_language(request: HttpRequest, language: Language) -> str:
    """Return the same page in the other language, with what was chosen on it."""
    match = request.resolver_match
    if match is None or match.namespace not in ("vi", "en"):
        return address("home", language)
    try:
        path = reverse(f"{language}:{match.url_name}", kwargs=match.kwargs)
    except NoReverseMatch:
        return address("home", language)
    return with_choices(path, dict(choices.chosen(request)))
