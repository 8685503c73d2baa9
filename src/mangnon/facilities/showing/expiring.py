"""Which recognitions of schools end soon or have ended, with nothing after them."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from mangnon import clock
from mangnon.facilities.models import Recognition, Site

# A school asks again five months before the end; who ended longer ago is no work that waits.
SOON = timedelta(days=180)
LONG_AGO = timedelta(days=730)


class Ending(NamedTuple):
    """A recognition, where its school stands, and how many days are left (negative: ended)."""

    recognition: Recognition
    site: Site
    days: int


def ending(places: Collection[int]) -> QuerySet[Recognition]:
    """Return the recognitions that a school has to renew, the first end first."""
    today = clock.today()
    later = Recognition.objects.filter(facility=OuterRef("facility")).filter(
        Q(expires_on__gt=OuterRef("expires_on")) | Q(expires_on__isnull=True)
    )
    here = Site.objects.filter(
        facility=OuterRef("facility"), valid_to__isnull=True, place__in=list(places)
    )
    found = Recognition.objects.filter(
        Exists(here), ~Exists(later), facility__closed_on__isnull=True,
        expires_on__range=(today - LONG_AGO, today + SOON),
    )  # fmt: skip
    return found.select_related("facility", "standard").order_by(F("expires_on"), "pk")


def listed(places: Collection[int], most: int) -> list[Ending]:
    """Return those of :func:`ending` with where each school stands; two queries."""
    rows = list(ending(places)[:most])
    sites = Site.objects.filter(facility__in=[one.facility_id for one in rows], valid_to=None)
    at = {one.facility_id: one for one in sites.select_related("place")}
    return [Ending(one, at[one.facility_id], days_left(one.expires_on)) for one in rows]


def days_left(day: date | None) -> int:
    """Return how many days are left until a day."""
    return (day - clock.today()).days if day else 0
