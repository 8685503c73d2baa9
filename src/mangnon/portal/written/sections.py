"""A section: its pages, and what the house keeps for its kind."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon.pages.models import SectionPage
from mangnon.portal.addresses import address
from mangnon.portal.around import around
from mangnon.portal.document_list import shelved
from mangnon.portal.offices import groups
from mangnon.portal.reports import years
from mangnon.portal.views import procedures, services
from mangnon.portal.voices import page_voice
from mangnon.portal.written.frame import Item, framed, items, tree

_LIST = ("portal/parts/listing.html", "listing")
# What the house keeps for a kind of section: a template, what it is filled with, from where.
_KEPT: dict[str, tuple[str, str, Callable[[HttpRequest], Any]]] = {
    SectionPage.Kind.PROCEDURES: (*_LIST, procedures.listing),
    SectionPage.Kind.SERVICES: (*_LIST, services.listing),
    SectionPage.Kind.DOCUMENTS: ("portal/parts/library.html", "library", shelved),
    SectionPage.Kind.OFFICES: (
        "portal/parts/offices.html",
        "groups",
        lambda _: groups(page_voice()),
    ),
    SectionPage.Kind.REPORTS: ("portal/parts/reports.html", "years", lambda _: years(page_voice())),
}


def context(page: SectionPage, request: HttpRequest) -> dict[str, Any]:
    """Return the frame, the pages below and the lists of the section's kind."""
    here = tree(request)
    found = items(here, here.below(page))
    if page.kind == SectionPage.Kind.ECONOMY:
        found = [*_figures(here.language), *found]
    kept: dict[str, Any] = {}
    if page.kind in _KEPT:
        template, name, fill = _KEPT[page.kind]
        kept = {"rows_template": template, name: fill(request)}
    if page.kind == SectionPage.Kind.ECONOMY:
        kept = {"around": around(page_voice())}
    return {**framed(page, request), "items": found, **kept}


def _figures(language: Any) -> list[Item]:
    """Lead to the scorecard, the indicators, the places and the releases."""
    return [
        Item(
            _("Bảng điểm các lời hứa"),
            _("Tám lời hứa với trẻ em: đã hứa gì, nay đến đâu, giữ được hay chưa."),
            address("scorecard-whole", language),
        ),
        Item(
            _("Chỉ số"),
            _("Định nghĩa, công thức, nguồn và hạn chế của từng con số."),
            address("indicators", language),
        ),
        Item(
            _("Địa bàn"),
            _("Từng huyện, xã, phường: trước là gì, nay thành gì, số liệu ra sao."),
            address("places", language),
        ),
        Item(
            _("Các đợt công bố"),
            _("Mọi lần số liệu được chốt, ngày nào, ai đứng tên."),
            address("releases", language),
        ),
    ]
