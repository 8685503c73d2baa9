"""What every page's frame needs; asks nothing of the database."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.text.sentence import Language
from mangnon.ui.templatetags.mangnon_ui import page_language

_SECTIONS = {
    "home": ("home", "home-figures", "scorecard", "scorecard-figures", "promise", "promise-at"),
    "indicators": ("indicators", "indicator"),
    "places": ("places", "place"),
    "releases": ("releases",),
}


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the frame's values: language, names, menu, the same page in the other language."""
    language = page_language()
    return {
        "lang": language,
        "site_name": settings.SITE_NAME,
        "demo": settings.DEMO,
        "home_url": address("home", language),
        "alternate_url": _other_language(request, "vi" if language == "en" else "en"),
        "nav": _menu(request, language),
    }


def _menu(request: HttpRequest, language: Language) -> list[tuple[str, str, bool]]:
    labels = {
        "home": _("Lời hứa"),
        "indicators": _("Chỉ số"),
        "places": _("Địa bàn"),
        "releases": _("Các đợt công bố"),
    }
    here = request.resolver_match.url_name if request.resolver_match else None
    return [
        (label, address(name, language), here in _SECTIONS[name]) for name, label in labels.items()
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
