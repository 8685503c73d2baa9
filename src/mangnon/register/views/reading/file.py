"""A child's file: opened for a purpose, each reading one entry; masked values one by one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.places.world import world
from mangnon.register import identity
from mangnon.register.access import child_within
from mangnon.register.actions.changes import subject_of
from mangnon.register.ethnic import GROUPS
from mangnon.register.models import Child
from mangnon.register.queries import file_kept_at
from mangnon.register.showing import growing, papers, tables
from mangnon.register.showing.household import has_no_address_here, home_of
from mangnon.register.showing.masked import carers, masked, revealer
from mangnon.register.showing.opened import Opened, opened, remember, warrant_for
from mangnon.register.showing.purposes import PurposeForm
from mangnon.register.showing.records import Records, records_of
from mangnon.register.showing.timeline import timeline
from mangnon.register.showing.where import way_to
from mangnon.register.showing.words import age_words, birth_words, sex_word
from mangnon.register.views.reading.rights import also

UNPROCESSABLE = 422
ETHNIC = dict(GROUPS)
# The acts that a file leads to: page, right.
ACTS = (
    ("weigh", "register.measure"),
    ("correct", "register.write"),
    ("move", "register.write"),
    ("begin_circumstance", "register.support"),
    ("assist", "register.support"),
    ("approve_plan", "register.support"),
    ("reintegrate", "register.support"),
    ("death", "register.vital"),
    ("copy", "register.copy"),
)


@private("register.read")
def page(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show the file to who said why; ask the others."""
    child = child_within(request.leave, uuid)
    why = opened(request.session, uuid)
    if request.method == "POST":
        return _purpose_told(request, child)
    if why is None:
        return _ask(request, child, PurposeForm())
    return _shown(request, child, why)


@private("register.reveal")
@require_POST
def reveal(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show one masked value in this answer, and nowhere else."""
    child = child_within(request.leave, uuid)
    why = opened(request.session, uuid)
    if why is None:
        return HttpResponseRedirect(reverse("register:file", args=[uuid]))
    what = request.POST.get("what", "")
    kind, _colon, which = what.partition(":")
    opens = papers.number_opener(child, which) if kind == "evidence" else revealer(child, what)
    if opens is None:
        raise NotHere
    read(
        warrant_for(request.leave, why),
        f"register.reveal_{kind}",
        subjects=[subject_of(child)],
        place_code=_place_of(child),
        purpose=why.purpose,
        reason=why.reason,
    )
    value = opens()
    if request.htmx:
        return render(request, "register/parts/revealed.html", {"value": value or "–"})
    return _shown(request, child, why, what, value)


def _purpose_told(request: DeskRequest, child: Child) -> HttpResponse:
    form = PurposeForm(request.POST)
    if not form.is_valid():
        return _ask(request, child, form)
    remember(request.session, child, form.cleaned_data["purpose"], form.cleaned_data["words"])
    return HttpResponseRedirect(reverse("register:file", args=[child.uuid]))


def _ask(request: DeskRequest, child: Child, form: PurposeForm) -> HttpResponse:
    context = {"form": form, "born": child.birth_date.year, "sex": sex_word(child.sex)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "register/purpose.html", context, status=status)


def _shown(
    request: DeskRequest, child: Child, why: Opened, revealed: str = "", value: str | None = None
) -> HttpResponse:
    """Leave the entry of the reading, and of the siblings that are named, then show the file."""
    home = home_of(child, request.leave)
    warrant = warrant_for(request.leave, why)
    read(
        warrant, "register.read", subjects=[subject_of(child)], purpose=why.purpose,
        reason=why.reason, place_code=_place_of(child),
    )  # fmt: skip
    if home and home.siblings:
        named = [f"register.child:{one.uuid}" for one in home.siblings]
        place = _place_of(child)
        read(warrant, "register.siblings", subjects=named, purpose=why.purpose, place_code=place)
    corrects = also(request, "register.measure").covers([file_kept_at(child)])
    known = _identity(request, child, revealed, value)
    records = records_of(child)
    context = known | _records(child, records, corrects=corrects, supports=known["supports"])
    context["brought"] = list(Child.objects.filter(merged_into=child).order_by("pk"))
    context |= {"home": home, "papers": papers.found(child, records.circumstances, revealed, value)}
    return render(request, "register/file.html", context)


def _place_of(child: Child) -> str:
    """Return the key of the place that keeps the file, for an entry."""
    kept = world().units.get(file_kept_at(child))
    return kept.key if kept else ""


def _identity(
    request: DeskRequest, child: Child, revealed: str, value: str | None
) -> dict[str, Any]:
    kept_at = [file_kept_at(child)]
    name = identity.open_name(child) or "–"
    return {
        "child": child,
        "name": name,
        "sex": sex_word(child.sex),
        "born": birth_words(child),
        "age": age_words(child) if child.home_id else "",
        "crumbs": way_to(child.home_id, request.leave.places, name),
        "ethnic": ETHNIC.get(child.ethnic_group, child.ethnic_group),
        "masked": masked(child, revealed, value),
        "asks_address": has_no_address_here(child),
        "carers": carers(child, revealed, value),
        "reveals": also(request, "register.reveal").covers(kept_at),
        "supports": also(request, "register.support").covers(kept_at),
        "acts": {page: True for page, act in ACTS if also(request, act).covers(kept_at)
                 and (page == "copy" or child.merged_into_id is None)},
    }  # fmt: skip


def _records(child: Child, records: Records, *, corrects: bool, supports: bool) -> dict[str, Any]:
    return {
        "records": records,
        "homes": tables.residences(records),
        "assistance": tables.assistance(records),
        "outcomes": tables.outcomes(child, records, supports=supports),
        "weighings": growing.table_of(child, records.weighings, corrects=corrects),
        "charts": growing.charts_of(child, records.weighings),
        "timeline": timeline(child, records),
    }
