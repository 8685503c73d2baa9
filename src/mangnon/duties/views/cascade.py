"""The cascade at a glance: every duty, one down the tree, who is late and why, the calendar."""

from operator import itemgetter
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access import doors
from mangnon.access.errors import NotHere
from mangnon.access.rights import OWN
from mangnon.access.routes import DeskRequest, private
from mangnon.duties.calendar import days_of
from mangnon.duties.forms import LateForm
from mangnon.duties.models import Duty
from mangnon.duties.queries import reached
from mangnon.duties.showing import cascade, late, tables
from mangnon.duties.showing.tables import LEVELS
from mangnon.duties.templatetags.duties_words import told
from mangnon.duties.views.reading import way
from mangnon.duties.witnesses import told_of
from mangnon.places.models import Kind
from mangnon.ui.templatetags.mangnon_ui import named

_YEARS = 10


@private("duties.see")
def every(request: DeskRequest) -> HttpResponse:
    """Show every duty that reaches the person's places, with how it stands there."""
    gives = doors.leave(request.user, "duties.give", request.grounds)
    context = {
        "duties": cascade.duties_within(request.leave),
        "gives": bool(gives),
        "does": bool(doors.leave(request.user, "duties.do", request.grounds)),
        "crumbs": [(_("Nhiệm vụ"), None)],
    }
    return render(request, "duties/every.html", context)


@private("duties.see")
def duty(request: DeskRequest, code: str) -> HttpResponse:
    """Show what a duty asks, who owes it at each level, and how it stands below."""
    related = ("document", "clause", "lead")
    found = Duty.objects.select_related(*related).prefetch_related("supporting").filter(code=code)
    asked = found.first()
    gives = doors.leave(request.user, "duties.give", request.grounds)
    leads = asked is not None and asked.lead.place_id in gives.places
    if asked is None or not (leads or reached(request.leave).filter(handing__duty=asked).exists()):
        raise NotHere
    counted = cascade.cascade_of(asked, request.leave)
    names = cascade.names_of(counted.places)
    still = any(one.done < one.total for one in counted.places.values())
    context = {
        "duty": asked,
        "levels": tables.levels(counted),
        "places": tables.by_place(counted, names) if len(names) > 1 else None,
        "bars": tables.bars(counted, names) if len(names) > 1 and still else None,
        "overdue": sum(one.overdue for one in counted.levels.values()),
        "done": sum(one.done for one in counted.levels.values()),
        "total": sum(one.total for one in counted.levels.values()),
        "leads": leads,
        "witnesses": told_of(request, asked),
        "crumbs": way((asked.title_vi, None)),
    }
    return render(request, "duties/duty.html", context)


@private("duties.see")
def overdue(request: DeskRequest) -> HttpResponse:
    """Show who is late and why, the longest first; by district, office, clause."""
    asked = {name: request.GET.get(word, "") for name, word in _ASKED.items()}
    found = late.overdue_within(request.leave, asked)
    first = _first(request.GET.get("tu", ""))
    rows, more = late.page_of(found, first)
    kept = {_ASKED[name]: value for name, value in asked.items() if value}
    counted = late.by_place(found)
    context = {
        "rows": rows,
        "count": sum(counted.values()),
        "below": late.by_district(counted),
        "form": _narrowing(request),
        "next": urlencode({**kept, "tu": first + late.MOST}) if more else "",
        "crumbs": way((_("Nơi chậm hạn và lý do"), None)),
    }
    return render(request, "duties/late.html", context)


@private(OWN)
def calendar(request: DeskRequest) -> HttpResponse:
    """Show a year's days off and days worked in exchange, as known today."""
    today = clock.today()
    wanted = request.GET.get("nam", "")
    year = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) == 4 else today.year
    year = min(max(year, 1990), today.year + _YEARS)
    context = {
        "year": year,
        "days": days_of(year, today),
        "before": year - 1,
        "after": year + 1,
        "edits": bool(doors.leave(request.user, "duties.calendar", request.grounds)),
        "crumbs": [(_("Lịch làm việc"), None)],
    }
    return render(request, "duties/calendar.html", context)


_ASKED = {"duty": "viec", "lead": "co_quan", "level": "cap"}


def _narrowing(request: DeskRequest) -> LateForm:
    """Return the form that narrows the list: only what would leave something is offered."""
    asked_of = late.duties_of(request.leave)
    return LateForm(
        request.GET.dict(),
        levels=[(kind, str(LEVELS[Kind(kind)])) for kind in late.levels()],
        leads=sorted({(one.lead.code, named(one.lead)) for one in asked_of}, key=itemgetter(1)),
        duties=sorted(((one.code, told(one, "title")) for one in asked_of), key=itemgetter(1)),
    )


def _first(text: str) -> int:
    """Read where a page begins; anything else is the first page."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
