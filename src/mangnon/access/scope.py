"""Where a role reaches: its place, everything below it today, and all they came from."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from mangnon import clock
from mangnon.access.errors import NotHere
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree
from mangnon.places.world import World, world


def reach(place_id: int, day: date) -> frozenset[int]:
    """Return the ids of the places that a role held at the place reaches on the day.

    The forebears of each belong to it: the file of a child stays with whoever has its ground.
    """
    whole = world()
    return whole.keep(("reach", place_id, whole.turn(day)), lambda: _reach(whole, place_id, day))


def lies_within(places: frozenset[int], *fields: str) -> Q:
    """Say which records lie within a reader's places, by any of these fields.

    Who reaches the whole area sees also what stands at a province or district that passed to
    nobody: no place of today leads there.
    """
    today = clock.today()
    if Tree.on(today).root in places:
        return Q()
    found = Q()
    for one in fields:
        found |= Q(**{f"{one}__in": places})
    return found


def place_within(places: frozenset[int], key: str) -> Place:
    """Return the place of an address (code@2025-07-01) among those of a reader; raises NotHere."""
    code, _at, since = key.partition("@")
    try:
        found = Place.objects.filter(code=code, valid_from=date.fromisoformat(since)).first()
    except ValueError:
        raise NotHere from None
    if found is None or found.pk not in places:
        raise NotHere
    return found


def tops(places: Collection[int], day: date) -> tuple[int, ...]:
    """Return the topmost of the places that live on the day: a person's own, under which she works.

    A village is nobody's own.
    """
    tree = Tree.on(day)
    living = [unit.id for unit in tree if unit.id in places and unit.kind != Kind.VILLAGE]
    return tuple(place for place in living if tree.parent(place) not in places)


def _reach(whole: World, place_id: int, day: date) -> frozenset[int]:
    tree = Tree.on(day)
    found = {place_id}
    if place_id in tree:
        found.update(tree.descendants(place_id))
    forebears = whole.keep("forebears", lambda: _forebears(whole))
    waiting = list(found)
    while waiting:
        for earlier in forebears.get(waiting.pop(), ()):
            if earlier not in found:
                found.add(earlier)
                waiting.append(earlier)
    return frozenset(found)


def _forebears(whole: World) -> dict[int, list[int]]:
    """Return, for each place, those that passed to it, in whole or in part."""
    found: dict[int, list[int]] = defaultdict(list)
    for source, shares in whole.heirs.items():
        for share in shares:
            found[share.target].append(source)
    return dict(found)
