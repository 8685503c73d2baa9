"""Questions to the records of facilities."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from mangnon import clock
from mangnon.facilities.models import Facility, Site
from mangnon.places.models import Succession


def open_site(facility: Facility) -> Site | None:
    """Return where the facility stands now, or None."""
    return facility.sites.filter(valid_to__isnull=True).select_related("place").first()


def places_stood(facility: Facility, since: date) -> set[int]:
    """Return the places where the facility stood since a day; one left on the day is among them."""
    sites = facility.sites.values_list("place_id", "valid_to")
    return {place for place, end in sites if end is None or end >= since}


def unassigned() -> QuerySet[Site]:
    """Return the worklist after splits: open sites at communes that are no more."""
    split = Succession.objects.filter(
        source=OuterRef("place"), date=OuterRef("place__valid_to"), carried_out=True
    )
    gone = Site.objects.filter(valid_to__isnull=True, place__valid_to__lte=clock.today())
    return gone.filter(Exists(split)).order_by("place_id", "id")
