"""The page that shows every part of the design with invented figures."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mangnon.ui import markers, sample, sample_trends, statuses


def parts_context() -> dict[str, object]:
    """Return what the page of parts is filled with."""
    return {
        "lang": "vi",
        "alternate_url": "#en",
        "site_name": "Măng Non · Hải Dương",
        "demo": True,
        "nav": sample.NAV,
        "crumbs": [("Trang chủ", "#"), ("Toàn tỉnh", "#"), ("Các phần của giao diện", None)],
        "footer_links": [("Cách tính", "#sum"), ("Dữ liệu mở", "#table")],
        "sample": sample,
        "trends": sample_trends,
        "statuses": list(statuses.WORDS),
        "remarks": list(markers.MARKERS),
    }


def parts_page(request: HttpRequest) -> HttpResponse:
    """Show every part once, for those who build pages and those who judge them."""
    return render(request, "ui/parts_page.html", parts_context())
