"""Reading: the list, one facility, the commune itself, what ends soon, what proves a criterion."""

from uuid import UUID

from django.db.models import Q
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access import doors
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.attachments.actions import open_file
from mangnon.attachments.answering import sent
from mangnon.facilities.models import AssessmentProof, Facility, PublicOffer
from mangnon.facilities.queries import (
    commune_within,
    communes_today,
    facility_within,
    open_site,
    open_sites,
    places_answering,
)
from mangnon.facilities.showing.expiring import listed as ending
from mangnon.facilities.showing.standing import assessed, recognised, standards_for
from mangnon.ui.templatetags.mangnon_ui import named

PAGE, MOST = 60, 200
Crumbs = list[tuple[str, str | None]]


@private("facilities.see")
def listed(request: DeskRequest) -> HttpResponse:
    """List the facilities that stand here today, by kind, commune and name."""
    kind, place, words = (request.GET.get(name, "").strip() for name in ("loai", "xa", "ten"))
    rows = open_sites(request.leave.places)
    if kind in Facility.Kind.values:
        rows = rows.filter(facility__kind=kind)
    communes = list(communes_today(request.leave))
    chosen = next((one for one in communes if one.key == place), None)
    if chosen is not None:
        rows = rows.filter(place=chosen)
    if words:
        rows = rows.filter(Q(facility__name__icontains=words) | Q(facility__code=words))
    at = _whole(request.GET.get("tu", ""))
    some = list(rows[at : at + PAGE + 1])
    further = request.GET.copy()
    further["tu"] = str(at + PAGE)
    context = {
        "rows": some[:PAGE], "next": further.urlencode() if len(some) > PAGE else "",
        "kinds": Facility.Kind.choices, "kind": kind, "communes": communes, "chosen": chosen,
        "words": words, "may_write": _may(request, None),
        "crumbs": [(_("Cơ sở"), None)],
    }  # fmt: skip
    return render(request, "facilities/list.html", context)


@private("facilities.see")
def one(request: DeskRequest, code: str) -> HttpResponse:
    """Show one facility: where, who is in post, who is away, how it stands, what it offers."""
    facility = facility_within(request.leave, code)
    posts = facility.posts.filter(valid_to__isnull=True).select_related("title")
    context = {
        "facility": facility, "site": open_site(facility),
        "sites": list(facility.sites.select_related("place").order_by("valid_from")),
        "posts": list(posts.prefetch_related("leaves").order_by("valid_from")),
        "today": clock.today(), "assessed": assessed(facility),
        "recognised": recognised(facility),
        "standards": standards_for(facility) if facility.kind == Facility.Kind.SCHOOL else [],
        "offer": PublicOffer.objects.filter(code=facility.code).first(),
        "may_write": _may(request, facility),
        "crumbs": way((facility.name, None)),
    }  # fmt: skip
    return render(request, "facilities/one.html", context)


@private("facilities.see")
def commune(request: DeskRequest, place: str) -> HttpResponse:
    """Show a commune: its facilities, its assessments and recognitions as child-friendly."""
    where = commune_within(request.leave, place)
    writes = doors.leave(request.user, "facilities.write", request.grounds)
    context = {
        "place": where, "rows": list(open_sites([where.pk])), "assessed": assessed(where),
        "recognised": recognised(where), "standards": standards_for(where),
        "may_write": where.pk in writes.places, "crumbs": way((named(where), None)),
    }  # fmt: skip
    return render(request, "facilities/commune.html", context)


@private("facilities.see")
def expiring(request: DeskRequest) -> HttpResponse:
    """List the recognitions of schools that end soon or have ended, the first end first."""
    rows = ending(request.leave.places, MOST + 1)
    context = {
        "rows": rows[:MOST], "more": len(rows) > MOST,
        "crumbs": way((_("Sắp hết hạn công nhận"), None)),
    }  # fmt: skip
    return render(request, "facilities/expiring.html", context)


@private("facilities.see")
def proof(request: DeskRequest, proof: UUID) -> FileResponse:
    """Hand out a file that proves a criterion of a school or commune within reach."""
    related = ("file", "assessment__facility", "assessment__place")
    found = AssessmentProof.objects.select_related(*related).filter(uuid=proof).first()
    if found is None:
        raise NotHere
    school, place = found.assessment.facility, found.assessment.place
    here = {place.pk} if place else places_answering(school) if school else set()
    if not here & request.leave.places:
        raise NotHere
    key = place.key if place else ""
    return sent(open_file(found.file, warrant=request.leave.warrant(), place_code=key))


def way(*further: tuple[str, str | None]) -> Crumbs:
    """Return the way down to a page of facilities."""
    return [(_("Cơ sở"), reverse("facilities:list")), *further]


def _may(request: DeskRequest, facility: Facility | None) -> bool:
    """Whether the person may write here: the facility, or anything at all."""
    writes = doors.leave(request.user, "facilities.write", request.grounds)
    if facility is None:
        return bool(writes)
    return places_answering(facility) <= writes.places


def _whole(text: str) -> int:
    return min(int(text), 100_000) if text.isdecimal() and len(text) < 7 else 0
