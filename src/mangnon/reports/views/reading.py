"""The list of reports, one of them as a page, and as a file to take away."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.reports import errors
from mangnon.reports.content import content
from mangnon.reports.heading import issuer_name
from mangnon.reports.models import Report, standing_on
from mangnon.reports.printing.pdf import day_line, pdf
from mangnon.reports.printing.word import word
from mangnon.reports.queries import report_within, within
from mangnon.reports.restated import changes
from mangnon.reports.showing import period_words, sheet
from mangnon.ui.templatetags.mangnon_ui import page_language

_SHOWN = 100
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FILES: dict[str, tuple[Callable[..., bytes], str]] = {
    "pdf": (pdf, "application/pdf"),
    "docx": (word, _WORD),
}
UNPROCESSABLE, UNAVAILABLE = 422, 503


@private("reports.read")
def listing(request: DeskRequest) -> HttpResponse:
    """Show the reports on the places within reach, the latest periods first."""
    found = within(request.leave)[: _SHOWN + 1]
    words = {
        "reports": [(one, period_words(one), issuer_name(one)) for one in found[:_SHOWN]],
        "more": len(found) > _SHOWN,
        "may_begin": bool(leave(request.user, "reports.write", request.grounds)),
    }
    return render(request, "reports/list.html", words)


@private("reports.read")
def page(request: DeskRequest, uuid: object) -> HttpResponse:
    """Show a report: a draft with today's figures, a signed one as signed; what changed since."""
    report = report_within(request.leave, uuid)
    words: dict[str, Any] = {"report": report, "title": period_words(report)}
    words["crumbs"] = [(_("Báo cáo định kỳ"), reverse("reports:list")), (words["title"], None)]
    try:
        told = content(report)
    except errors.Broken as error:
        words["broken"] = error.sentence.in_language(page_language())
        return render(request, "reports/report.html", words, status=UNPROCESSABLE)
    words |= {"sheet": sheet(told), "day_line": day_line(told)}
    if report.is_signed:
        words["changes"] = changes(report, told)
    else:
        words["may_write"] = _may(request, report, "reports.write")
        words["may_sign"] = _may(request, report, "reports.sign")
    return render(request, "reports/report.html", words)


@private("reports.read")
def file(request: DeskRequest, uuid: object, kind: str) -> HttpResponse:
    """Send a report as a file; its entry stands in the trail before the first byte."""
    report = report_within(request.leave, uuid)
    if kind not in _FILES:
        raise NotHere
    make, media = _FILES[kind]
    try:
        made = make(content(report), draft=not report.is_signed)
    except errors.ReportError as error:
        words = {"report": report, "title": period_words(report)}
        words["broken"] = error.sentence.in_language(page_language())
        return render(request, "reports/report.html", words, status=UNAVAILABLE)
    told = {"file": kind, "digest": report.digest}
    subjects = [report.subject]
    key = report.place.key
    read(request.leave.warrant(), "reports.take_away", subjects=subjects, place_code=key, data=told)
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{_name(report)}.{kind}"'
    return answer


def _name(report: Report) -> str:
    draft = "" if report.is_signed else "du-thao-"
    return f"{draft}bao-cao-{report.place.code}-{report.last_day:%Y-%m-%d}".lower()


def _may(request: DeskRequest, report: Report, act: str) -> bool:
    return leave(request.user, act, request.grounds).covers(
        standing_on(report.place_id, report.issuer)
    )
