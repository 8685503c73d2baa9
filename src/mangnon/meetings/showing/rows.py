"""Whose people a meeting counts: its place, those below it, and the offices that came."""

from mangnon.meetings.models import Meeting
from mangnon.places.models import Kind, Office, Place
from mangnon.places.tree import Tree

_COUNTED = (Kind.DISTRICT, Kind.COMMUNE)


def to_count(meeting: Meeting) -> list[Place | Office]:
    """Return the meeting's own place, the districts or communes below it, the offices that hold it.

    Below a place stand its districts; where its map has none, its communes. Places and offices
    that were counted already are among them.
    """
    found: list[Place | Office] = [meeting.place, *_below(meeting)]
    offices = Office.objects.filter(pk__in=_offices(meeting)).select_related("place")
    known = {one.pk for one in found}
    rows = meeting.attendance.filter(office=None).exclude(place__in=known)
    further = Place.objects.filter(pk__in=rows.values("place"))
    return [*found, *further.order_by("sort_key"), *offices.order_by("name_vi")]


def _below(meeting: Meeting) -> list[Place]:
    tree = Tree.on(meeting.day)
    if meeting.place_id not in tree:
        return []
    units = [tree.place(one) for one in tree.descendants(meeting.place_id)]
    level = next((kind for kind in _COUNTED if any(unit.kind == kind for unit in units)), None)
    ids = [unit.id for unit in units if unit.kind == level]
    places = Place.objects.in_bulk(ids)
    for one in units:  # by the name of the day
        if one.id in places:
            places[one.id].name_vi, places[one.id].name_en = one.name_vi, one.name_en
    return [places[one] for one in ids]


def _offices(meeting: Meeting) -> list[int]:
    counted = meeting.attendance.exclude(office=None).values_list("office", flat=True)
    beside = meeting.holders.values_list("office", flat=True)
    own = [] if meeting.office_id is None else [meeting.office_id]
    return [*own, *beside, *(one for one in counted if one is not None)]
