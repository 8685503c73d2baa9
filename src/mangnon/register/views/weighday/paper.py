"""What is printed: the empty form of a session, and the list of a village or commune."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import reach
from mangnon.audit.actions import read
from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.places.world import Unit
from mangnon.register.actions.changes import subject_of
from mangnon.register.roster import Filters, roster
from mangnon.register.showing.grid import grid_rows, rows_within
from mangnon.register.showing.rows import rows_of
from mangnon.register.weighlists import weighday_within
from mangnon.ui.templatetags.mangnon_ui import named

LONGEST_LIST = 500
UNDER_SIXTEEN = 15  # completed years


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
    tree = Tree.on(clock.today())
    if not chosen:
        choices = [(unit.key, _said(tree, unit)) for unit in _printable(tree, request.leave)]
        context = {
            "choices": choices,
            "crumbs": [(_("Trẻ em"), reverse("register:list")), (_("Danh sách theo thôn"), None)],
        }
        return render(request, "register/villages.html", context)
    unit = next((one for one in _printable(tree, request.leave) if one.key == chosen), None)
    if unit is None:
        raise NotHere
    return _list(request, tree, unit)


def _list(request: DeskRequest, tree: Tree, unit: Unit) -> HttpResponse:
    is_village = unit.kind == Kind.VILLAGE
    commune = tree.place(tree.parent(unit.id) or unit.id) if is_village else unit
    filters = Filters(village=unit.id if is_village else None, age_to=UNDER_SIXTEEN)
    scope = reach(commune.id, clock.today()) & request.leave.places
    page = roster().page(scope, filters, size=LONGEST_LIST)
    rows = rows_of(page.ids)
    if rows:
        read(
            request.leave.warrant(), "register.list", place_code=commune.key,
            subjects=[f"register.child:{row.uuid}" for row in rows], purpose="paper",
        )  # fmt: skip
    context = {
        "place": commune, "village": unit if is_village else None, "rows": rows,
        "today": clock.today(), "more": page.after is not None,
    }  # fmt: skip
    return render(request, "register/village.html", context)


def _printable(tree: Tree, leave: Leave) -> Iterator[Unit]:
    """Give the communes within reach, and the villages below them."""
    for unit in tree:
        commune = tree.parent(unit.id) if unit.kind == Kind.VILLAGE else unit.id
        if unit.kind in (Kind.COMMUNE, Kind.VILLAGE) and commune in leave.places:
            yield unit


def _said(tree: Tree, unit: Unit) -> str:
    above = tree.parent(unit.id) if unit.kind == Kind.VILLAGE else None
    return named(unit) if above is None else f"{named(unit)} ({named(tree.place(above))})"
