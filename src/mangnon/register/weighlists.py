"""Whom a weigh day is for: children under five, by the roster, or those of the last session."""

from collections.abc import Collection

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.access.scope import reach
from mangnon.places.models import Place
from mangnon.register.models import Child, WeighDay
from mangnon.register.roster import Filters, roster

UNDER_FIVE = 4  # completed years
_MOST = 500


def weighday_within(leave: Leave, uuid: object) -> WeighDay:
    """Return a session at a place that the leave covers; raises NotHere."""
    related = ("place", "village", "opened_by", "closed_by")
    found = WeighDay.objects.select_related(*related).filter(uuid=uuid).first()
    if found is None or not leave.covers([found.place_id]):
        raise NotHere
    return found


def scope_of(leave: Leave, place: Place) -> frozenset[int]:
    """Return where the children of a commune live: there, and at what it came from."""
    return reach(place.pk, clock.today()) & leave.places


def from_roster(scope: Collection[int], village: Place | None) -> list[int]:
    """Return the children under five, by Vietnamese name."""
    filters = Filters(age_to=UNDER_FIVE, village=village.pk if village else None)
    return roster().page(scope, filters, size=_MOST).ids


def last_session(place: Place, village: Place | None) -> WeighDay | None:
    """Return the last session of a commune, or of one of its villages."""
    return WeighDay.objects.filter(place=place, village=village).order_by("-day", "-pk").first()


def from_last(session: WeighDay, scope: Collection[int]) -> list[int]:
    """Return the children of a session who still live here and are under five."""
    here = Child.objects.filter(pk__in=session.rows.values("child"), home__in=scope)
    listed = set(here.values_list("pk", flat=True))
    young = roster().page(scope, Filters(age_to=UNDER_FIVE), size=_MOST).ids
    return [child for child in young if child in listed]


def missed_last_time(session: WeighDay) -> frozenset[int]:
    """Return the children whom the session before this one did not see."""
    earlier = WeighDay.objects.filter(place=session.place, village=session.village)
    before = earlier.filter(day__lt=session.day).order_by("-day", "-pk").first()
    if before is None:
        return frozenset()
    unseen = before.rows.filter(measurement=None)
    return frozenset(unseen.values_list("child_id", flat=True))
