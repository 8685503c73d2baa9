"""Questions to the records of facilities."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.access.scope import place_within
from mangnon.facilities.models import Facility, Site, Standard
from mangnon.places.models import Kind, Place, Succession
from mangnon.places.tree import Tree


def open_site(facility: Facility) -> Site | None:
    """Return where the facility stands now, or None."""
    return facility.sites.filter(valid_to__isnull=True).select_related("place").first()


def places_stood(facility: Facility, since: date) -> set[int]:
    """Return the places where the facility stood since a day; one left on the day is among them."""
    sites = facility.sites.values_list("place_id", "valid_to")
    return {place for place, end in sites if end is None or end >= since}


def places_answering(facility: Facility) -> set[int]:
    """Return the place that answers for a facility: where it stands, or, closed, stood last.

    A commune that it moved away from reads of it no longer.
    """
    last = facility.sites.order_by("-valid_from", "-pk").values_list("place_id", flat=True).first()
    return set() if last is None else {last}


def in_force_within(standard: Standard, first: date, last: date) -> bool:
    """Return whether a standard was in force on any day from first to last."""
    begun = standard.valid_from is None or standard.valid_from <= last
    return begun and (standard.valid_to is None or standard.valid_to > first)


def unassigned() -> QuerySet[Site]:
    """Return the worklist after splits: open sites at communes that are no more."""
    split = Succession.objects.filter(
        source=OuterRef("place"), date=OuterRef("place__valid_to"), carried_out=True
    )
    gone = Site.objects.filter(valid_to__isnull=True, place__valid_to__lte=clock.today())
    return gone.filter(Exists(split)).order_by("place_id", "id")


def facility_within(leave: Leave, code: str) -> Facility:
    """Return a facility that a place somebody reaches answers for; raises NotHere."""
    found = Facility.objects.filter(code=code).first()
    if found is None or not places_answering(found) & leave.places:
        raise NotHere
    return found


def commune_within(leave: Leave, key: str) -> Place:
    """Return a commune by the key of its address, among those somebody reaches."""
    found = place_within(leave.places, key)
    if found.kind != Kind.COMMUNE:
        raise NotHere
    return found


def communes_today(leave: Leave) -> QuerySet[Place]:
    """Return the communes of today that somebody reaches, in order."""
    tree = Tree.on(clock.today())
    ids = [place for place in tree.at_kind(Kind.COMMUNE) if place in leave.places]
    return Place.objects.filter(pk__in=ids).order_by("sort_key")


def open_sites(places: Collection[int]) -> QuerySet[Site]:
    """Return where facilities stand today, among some places."""
    rows = Site.objects.filter(valid_to__isnull=True, facility__closed_on__isnull=True)
    rows = rows.filter(place__in=list(places)).select_related("facility", "place")
    return rows.order_by("facility__kind", "facility__name", "pk")
