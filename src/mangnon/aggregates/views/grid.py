"""The grid of one report: every line is saved by itself as it is typed, or all by the button."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access import doors
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import place_within
from mangnon.aggregates import actions
from mangnon.aggregates.errors import NotOwed
from mangnon.aggregates.models import Item, Report, ReportForm, Restatement
from mangnon.aggregates.periods import approver_of, check_owed
from mangnon.aggregates.queries import (
    Line,
    counted_at,
    form_of,
    lines_of,
    report_at,
)
from mangnon.aggregates.showing.beside import beside
from mangnon.aggregates.states import OPEN, TRANSITIONS, Side, State
from mangnon.aggregates.views.reading import way
from mangnon.indicators.periods import Period
from mangnon.places.models import Place
from mangnon.text.sentence import DomainError
from mangnon.ui.templatetags.mangnon_ui import named, page_language

_ROUTES = {Side.FILLER: "submit", Side.APPROVER: "answer", Side.KEEPER: "lock"}
NOTHING = 204  # htmx leaves the page as it is


@private("aggregates.see")
def page(request: DeskRequest, form: str, start: str, place: str) -> HttpResponse:
    """Show a place's report of a period; keep what is typed."""
    asked, where = form_of(form), place_within(request.leave.places, place)
    period = owed_at(asked, where, start)
    if request.method == "POST":
        return _typed(request, asked, where, period)
    return render(request, "aggregates/report.html", _shown(request, asked, where, period))


def owed_at(form: ReportForm, place: Place, start: str) -> Period:
    """Return the period of an address for which the place owes; raises NotHere."""
    try:
        return check_owed(form, place, date.fromisoformat(start))
    except (ValueError, NotOwed):
        raise NotHere from None


def _shown(request: DeskRequest, form: ReportForm, place: Place, period: Period) -> dict[str, Any]:
    report = report_at(form, place, period.start)
    lines = lines_of(form, place, period.start)
    items = [line.item for line in lines]
    counted = counted_at([place], items, period.start)
    fills = doors.leave(request.user, "aggregates.fill", request.grounds)
    may_type = place.pk in fills.places and (report is None or report.state in OPEN)
    address = reverse("aggregates:period", args=[form.code, period.start.isoformat()])
    return {
        "form": form, "place": place, "period": period, "report": report,
        "rows": [(line, beside(counted, line.item, place.pk, period.start)) for line in lines],
        "filled": filled(lines), "may_type": may_type,
        "acts": _offered(request, report), "may_restate": _restates(request, report),
        "history": [] if report is None else list(report.steps.select_related("by", "told")),
        "restated": [] if report is None or report.state != State.LOCKED else list(
            Restatement.objects.filter(figure__report=report)
            .select_related("by", "told", "figure__item")
        ),
        "crumbs": way((f"{form.name_vi}, {period.name}", address), (named(place), None)),
    }  # fmt: skip


def filled(lines: list[Line]) -> dict[str, int]:
    """Count the lines that can be sent, and those that are asked for."""
    return {"done": sum(not line.verdict.faults for line in lines), "all": len(lines)}


def _typed(request: DeskRequest, form: ReportForm, place: Place, period: Period) -> HttpResponse:
    """Save the lines sent: one from a script, all from the button. Each by itself."""
    items = {f"{one.pk}": one for one in form.items.select_related("indicator")}
    sent = [items[mark] for mark in request.POST.getlist("row") if mark in items]
    fills = doors.leave(request.user, "aggregates.fill", request.grounds)
    if sent and place.pk not in fills.places:
        raise NotHere
    saved = (_save(request.POST, form, place, period, item, fills) for item in sent)
    refused = [told for told in saved if told]
    if request.htmx:
        return _answered(request, form, place, period, sent, refused)
    for sentence in dict.fromkeys(refused):
        messages.warning(request, sentence)
    if not refused:
        messages.success(request, _("Đã lưu."))
    return HttpResponseRedirect(request.path)


def _save(
    sent: QueryDict, form: ReportForm, place: Place, period: Period, item: Item, fills: doors.Leave
) -> str:  # fmt: skip
    """Save one line; return the sentence with which it was refused, or nothing."""
    mark = item.pk
    seen = sent.get(f"s{mark}", "")
    typed = actions.Typed(
        sent.get(f"n{mark}", ""),
        sent.get(f"d{mark}", ""),
        int(seen) if seen.isdecimal() and len(seen) < 10 else 0,
    )
    try:
        actions.type_figure(form, place, period.start, item, typed, warrant=fills.warrant())
    except DomainError as error:
        return error.sentence.in_language(page_language())
    return ""


def _answered(
    request: DeskRequest, form: ReportForm, place: Place, period: Period,
    sent: list[Item], refused: list[str],
) -> HttpResponse:  # fmt: skip
    """Give each line its verdict back, and how much is filled."""
    if not sent:
        return HttpResponse(status=NOTHING)
    lines = lines_of(form, place, period.start)
    wanted = {item.pk for item in sent}
    context = {
        "lines": [line for line in lines if line.item.pk in wanted],
        "refused": refused[0] if refused else "",
        "filled": filled(lines),
    }
    return render(request, "aggregates/parts/answer.html", context)


def _offered(request: DeskRequest, report: Report | None) -> list[tuple[str, str]]:
    """Return the steps that stand open to a person from where the report stands."""
    if report is None:
        return []
    here = {
        Side.FILLER: ("aggregates.fill", report.place_id),
        Side.APPROVER: ("aggregates.approve", approver_of(report.place_id)),
        Side.KEEPER: ("aggregates.keep", approver_of(report.place_id)),
    }
    found = []
    for step in TRANSITIONS.values():
        if step.side not in here or report.state not in step.before:
            continue
        right, place = here[step.side]
        if place in doors.leave(request.user, right, request.grounds).places:
            args = [report.form.code, report.period_start.isoformat(), report.place.key]
            more = [step.act] if step.side == Side.APPROVER else []
            found.append((step.name, reverse(f"aggregates:{_ROUTES[step.side]}", args=args + more)))
    return found


def _restates(request: DeskRequest, report: Report | None) -> bool:
    if report is None or report.state != State.LOCKED:
        return False
    keeps = doors.leave(request.user, "aggregates.keep", request.grounds)
    return approver_of(report.place_id) in keeps.places
