"""The place at whose head a person's own pages stand."""

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree

_KINDS = (Kind.PROGRAMME_AREA, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)


def own_place(user: User, grounds: tuple[Ground, ...], act: str = "figures.live") -> Place | None:
    """Return the topmost place of today where the person may do an act; None for nowhere."""
    reached = leave(user, act, grounds).places
    tree = Tree.on(clock.today())
    tops = [
        unit.id
        for kind in _KINDS
        for unit in tree
        if unit.kind == kind and unit.id in reached and tree.parent(unit.id) not in reached
    ]
    return Place.objects.get(pk=tops[0]) if tops else None
