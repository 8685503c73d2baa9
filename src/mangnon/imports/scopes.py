"""Where an import writes, by whose leave, and what is counted anew when it is over."""

from django.db import transaction

from mangnon import clock
from mangnon.access.doors import leave, operator_warrant
from mangnon.access.models import User
from mangnon.access.scope import reach
from mangnon.audit.warrants import Warrant
from mangnon.imports import errors
from mangnon.imports.models import Import
from mangnon.imports.sheets import Scope, Sheet
from mangnon.places.models import Place

BRING = "imports.bring"


def recount(scope: Scope) -> None:
    """Count anew what the import changed, once, when its last chunk is committed."""
    from mangnon.indicators.together import recount_together  # the engine loads only here

    places = sorted(scope.places)
    transaction.on_commit(lambda: recount_together(places), robust=True)


def scope_of(place: Place) -> Scope:
    """Return the place with all that belongs to it today."""
    today = clock.today()
    return Scope(place.pk, reach(place.pk, today), today)


def warrant_of(one: Import) -> Warrant:
    """Return the leave of who asked for the work, as it stands now; raises WrongStep."""
    actor = one.asked_by
    if actor.code.startswith("operator:"):
        return operator_warrant(actor.code.partition(":")[2], "mangnon import")
    user = User.objects.filter(actor=actor).first()
    if user is None:
        raise errors.outside(one.place.name_vi)
    found = leave(user, BRING)
    if not found.covers([one.place_id]):
        raise errors.outside(one.place.name_vi)
    return found.warrant()


def to_write(sheet: Sheet, place: Place, warrant: Warrant) -> Warrant:
    """Return the leave to write what a sheet writes, of who brings it; raises WrongStep.

    To bring a spreadsheet is no right to any record: each sheet asks for its own.
    """
    if sheet.right in warrant.acts:
        warrant.demand(sheet.right, [place.pk])
        return warrant
    user = User.objects.filter(actor=warrant.actor).first()
    found = leave(user, sheet.right) if user else None
    if found is None or not found.covers([place.pk]):
        raise errors.outside(place.name_vi)
    return found.warrant()
