"""A door by situation, with the procedures, services and pages behind it."""

from typing import Any

from django.http import HttpRequest

from mangnon.pages.models import SituationPage
from mangnon.portal.addresses import address
from mangnon.portal.written.frame import Item, framed, items, tree
from mangnon.procedures import public as procedures
from mangnon.services import public as services
from mangnon.ui.templatetags.mangnon_ui import page_language


def context(page: SituationPage, request: HttpRequest) -> dict[str, Any]:
    """Return the frame and where the page leads."""
    here = tree(request)
    pages = [
        one.leads_to.specific
        for one in page.links.select_related("leads_to")
        if one.leads_to_id and one.leads_to.live
    ]
    links = list(page.links.all())
    return {
        **framed(page, request),
        "policies": items(here, pages),
        "procedures": _named("procedure", [one.procedure for one in links], procedures.names()),
        "services": _named("service", [one.service for one in links], services.names()),
    }


def _named(kind: str, codes: list[str], names: dict[str, tuple[str, str]]) -> list[Item]:
    """Return the procedures or services of the codes; one that is not published is left out."""
    language = page_language()
    at = 1 if language == "en" else 0
    return [
        Item(names[code][at], "", address(kind, language, code=code))
        for code in codes
        if code in names
    ]
