"""The releases: when, by whom, and how what they show protects children."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.figures.models import Release
from mangnon.portal.editions import current_edition
from mangnon.ui.parts import Cell, Column, Table


def page(request: HttpRequest) -> HttpResponse:
    """List every finished release."""
    edition = current_edition()
    found = Release.objects.filter(finished=True).select_related("made_by").order_by("-number")
    rows = [
        [
            Cell(str(one.number)),
            Cell(edition.written(one.day)),
            Cell(one.made_by.name),
            Cell(edition.of(one, "note")),
        ]
        for one in found
    ]
    columns = [
        Column(_("Số")), Column(_("Ngày")), Column(_("Người công bố")), Column(_("Ghi chú")),
    ]  # fmt: skip
    context = {
        "edition": edition,
        "title": _("Các đợt công bố"),
        "days_apart": settings.RELEASE_DAYS_APART,
        "table": Table("releases", _("Mọi đợt công bố, mới nhất trước"), columns, rows),
    }
    return render(request, "portal/releases.html", context)
