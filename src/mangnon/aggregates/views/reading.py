"""Reading: every form and period, who has reported for one, reports beside records."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import tops
from mangnon.aggregates.errors import NotOwed
from mangnon.aggregates.models import ReportForm
from mangnon.aggregates.periods import last_day, owed_periods, owing, period_at
from mangnon.aggregates.queries import form_of
from mangnon.aggregates.showing.beside import beside_table
from mangnon.aggregates.showing.coverage import coverage, standing
from mangnon.aggregates.showing.pictures import coverage_map, coverage_table, district_table
from mangnon.aggregates.states import State
from mangnon.aggregates.templatetags.aggregates_words import told
from mangnon.indicators.periods import Period
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree

Crumbs = list[tuple[str, str | None]]


@private("aggregates.see")
def every(request: DeskRequest) -> HttpResponse:
    """Show every form with its periods: how many owe, sent, were in time, are approved."""
    places = request.leave.places
    forms = [
        (form, [(one, _alone(one.period, places)) for one in
                standing(form, list(owed_periods(form)), places)])
        for form in ReportForm.objects.all()
    ]  # fmt: skip
    context = {"forms": forms, "crumbs": [(_("Số liệu tổng hợp"), None)]}
    return render(request, "aggregates/every.html", context)


@private("aggregates.see")
def period(request: DeskRequest, form: str, start: str) -> HttpResponse:
    """Show who has reported for a period, on map and table; who is late and who is missing."""
    asked = form_of(form)
    of = period_of(asked, start)
    found = coverage(asked, of, request.leave.places)
    if not found.owed:
        raise NotHere
    context = {
        "found": found, "form": asked, "period": of, "picture": coverage_map(found),
        "districts": district_table(found), "places": coverage_table(found),
        "approved": sum(one.report is not None and one.report.state == State.APPROVED
                        for one in found.owed),
        "may_lock": bool(leave(request.user, "aggregates.keep", request.grounds)),
        "crumbs": way((_title(asked, of), None)),
    }  # fmt: skip
    return render(request, "aggregates/period.html", context)


@private("aggregates.see")
def compare(request: DeskRequest, form: str, start: str) -> HttpResponse:
    """Show what the reports and the records say of one indicator, where they differ first."""
    asked = form_of(form)
    of = period_of(asked, start)
    items = list(asked.items.select_related("indicator"))
    wanted = request.GET.get("chi-so", "")
    item = next((one for one in items if one.indicator.code == wanted), items[0] if items else None)
    places = _shown(of, request.leave.places)
    if item is None or not places:
        raise NotHere
    table, differing = beside_table(item, places, of.start)
    address = reverse("aggregates:period", args=[form, start])
    context = {
        "form": asked, "period": of, "items": items, "item": item, "table": table,
        "differing": differing,
        "crumbs": way((_title(asked, of), address), (_("Đối chiếu với hồ sơ"), None)),
    }  # fmt: skip
    return render(request, "aggregates/compare.html", context)


def way(*further: tuple[str, str | None]) -> Crumbs:
    """Return the way down to a page of reports."""
    return [(_("Số liệu tổng hợp"), reverse("aggregates:all")), *further]


def _title(form: ReportForm, period: Period) -> str:
    return f"{told(form, 'name')}, {period.name}"


def period_of(form: ReportForm, start: str) -> Period:
    """Return the period of an address; raises NotHere where none is owed."""
    try:
        return period_at(form, date.fromisoformat(start))
    except (ValueError, NotOwed):
        raise NotHere from None


def _alone(period: Period, places: frozenset[int]) -> str:
    """Return the key of the one commune that owes here; empty where there are several."""
    mine = [place for place in owing(period) if place in places]
    return Tree.on(last_day(period)).place(mine[0]).key if len(mine) == 1 else ""


def _shown(period: Period, places: frozenset[int]) -> list[Place]:
    """Return the places of the period's map within reach, from the top down."""
    day = last_day(period)
    tree = Tree.on(day)
    above = [
        place
        for place in (*tops(places, day), *tree.at_kind(Kind.DISTRICT))
        if place in places and tree.place(place).kind != Kind.COMMUNE
    ]
    ids = list(dict.fromkeys([*above, *(place for place in owing(period) if place in places)]))
    rows = Place.objects.in_bulk(ids)
    return [rows[one] for one in ids]
