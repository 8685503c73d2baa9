"""A section: its pages, and what the house keeps for its kind."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon.pages.models import SectionPage
from mangnon.portal.addresses import address
from mangnon.portal.listing import Listing
from mangnon.portal.views import documents, procedures, services
from mangnon.portal.written.frame import Item, framed, items, tree

_ROWS = "portal/parts/listing.html"
_LISTINGS: dict[str, Callable[[HttpRequest], Listing]] = {
    SectionPage.Kind.PROCEDURES: procedures.listing,
    SectionPage.Kind.SERVICES: services.listing,
    SectionPage.Kind.DOCUMENTS: documents.listing,
}


def context(page: SectionPage, request: HttpRequest) -> dict[str, Any]:
    """Return the frame, the pages below and the lists of the section's kind."""
    here = tree(request)
    found = items(here, here.below(page))
    if page.kind == SectionPage.Kind.ECONOMY:
        found = [*_figures(here.language), *found]
    listing = _LISTINGS.get(page.kind)
    listed = {} if listing is None else {"listing": listing(request), "rows_template": _ROWS}
    return {**framed(page, request), "items": found, **listed}


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
