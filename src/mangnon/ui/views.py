"""The page that shows every part of the design with invented figures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mangnon.ui import markers, sample, sample_trends, statuses
from mangnon.ui.sample_form import sample_form
from mangnon.ui.sample_pages import samples
from mangnon.ui.templatetags.mangnon_ui import page_language


def parts_context(other: str = "#") -> dict[str, object]:
    """Return what the page of parts is filled with; ``other`` leads to its other language."""
    language = page_language()
    return {
        **samples(language),
        "lang": language,
        "alternate_url": other,
        "site_name": "Măng Non · Hải Dương",
        "demo": True,
        "form": sample_form(),
        "sample": sample,
        "trends": sample_trends,
        "statuses": list(statuses.WORDS),
        "remarks": list(markers.MARKERS),
    }


def parts_page(request: HttpRequest, other: str = "#") -> HttpResponse:
    """Show every part once, for those who build pages and those who judge them."""
    return render(request, "ui/parts_page.html", parts_context(other))
