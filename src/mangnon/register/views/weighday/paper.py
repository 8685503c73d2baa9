"""What is printed: the empty form of a session, and the list of a village or commune."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree
from mangnon.register.actions.changes import subject_of
from mangnon.register.forms.identity import communes
from mangnon.register.forms.weighdays import villages_of
from mangnon.register.roster import Filters, roster
from mangnon.register.showing.grid import grid_rows, rows_within
from mangnon.register.showing.rows import rows_of
from mangnon.register.weighlists import scope_of, weighday_within

LONGEST_LIST = 500


@private("register.measure")
def form(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show the empty form of a session, to be filled in by hand."""
    session = weighday_within(request.leave, uuid)
    rows = grid_rows(session, rows_within(session, request.leave), named=True)
    if rows:
        read(
            request.leave.warrant(), "register.list", place_code=session.place.key,
            subjects=[subject_of(one.child) for one in rows], purpose="paper",
        )  # fmt: skip
    context = {"session": session, "rows": rows, "blank": range(5)}
    return render(request, "register/weighday_paper.html", context)


@private("register.list")
def village(request: DeskRequest) -> HttpResponse:
    """Choose a village or commune, or show its list of children."""
    chosen = request.GET.get("noi", "")
    if not chosen:
        places = request.leave.places
        choices = [*communes(places), *villages_of(places)]
        context = {"choices": choices, "crumbs": [(_("Danh sách theo thôn"), None)]}
        return render(request, "register/villages.html", context)
    place, within = _chosen(request, chosen)
    filters = Filters(village=within.pk if within else None, age_to=15)
    scope = scope_of(request.leave, place)
    page = roster().page(scope, filters, size=LONGEST_LIST)
    rows = rows_of(page.ids, opens_files=False)
    if rows:
        read(
            request.leave.warrant(), "register.list", place_code=place.key,
            subjects=[f"register.child:{row.uuid}" for row in rows], purpose="paper",
        )  # fmt: skip
    context = {
        "place": place, "village": within, "rows": rows, "today": clock.today(),
        "more": page.after is not None,
    }  # fmt: skip
    return render(request, "register/village.html", context)


def _chosen(request: DeskRequest, chosen: str) -> tuple[Place, Place | None]:
    """Return the commune, and the village of it that was chosen; raises NotHere."""
    place = Place.objects.filter(pk=int(chosen)).first() if chosen.isdigit() else None
    if place is None:
        raise NotHere
    if place.kind != Kind.VILLAGE:
        _must_reach(request, place)
        return place, None
    tree = Tree.on(clock.today())
    parent = tree.parent(place.pk) if place.pk in tree else None
    commune = Place.objects.filter(pk=parent).first()
    if commune is None:
        raise NotHere
    _must_reach(request, commune)
    return commune, place


def _must_reach(request: DeskRequest, place: Place) -> None:
    if place.kind != Kind.COMMUNE or not request.leave.covers([place.pk]):
        raise NotHere
