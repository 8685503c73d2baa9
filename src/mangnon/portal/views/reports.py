"""Statistical reports: the list by year, and a year's figures to take away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.indicators.catalogue import declarations
from mangnon.portal.downloads.files import serve
from mangnon.portal.editions import current_edition
from mangnon.portal.errors import BadChoice
from mangnon.portal.reports import figures_of, years
from mangnon.portal.seen import read
from mangnon.portal.voices import page_voice


def listed(request: HttpRequest) -> HttpResponse:
    """Show the list, where nobody has written its section."""
    context = {
        "title": _("Báo cáo thống kê"),
        "lead": _("Số liệu của chương trình theo từng năm để tải về, và báo cáo của các cơ quan."),
        "years": years(page_voice()),
    }
    return render(request, "portal/reports.html", context)


def figures(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """Hand out all that was released of a year, of the whole area and the districts."""
    edition = current_edition()
    declared = declarations()
    seen = read(figures_of(edition.release, year), declared, edition.day) if year < _LAST else []
    if not seen:
        known = [str(one.year) for one in years(edition) if one.files]
        raise BadChoice("nam", str(year), known)
    return serve(edition, kind, declared, seen, f"year-{year}")


_LAST = 10_000  # a date has no later year
