"""At which place of her scope a reader looks: the way down to it, and where else she may go."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import NotHere
from mangnon.access.scope import reach, tops
from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.places.world import Unit
from mangnon.register.showing.words import named

Choices = list[tuple[str, str] | tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Where:
    """A place within reach, None for all of it; ``scope`` holds the ids that it covers."""

    unit: Unit | None
    scope: frozenset[int]
    tops: tuple[int, ...]
    reached: Collection[int]

    @property
    def key(self) -> str:
        """The place's key; for all, the key of the one place that holds them, if there is one."""
        if self.unit is None and len(self.tops) == 1:
            return Tree.on(clock.today()).place(self.tops[0]).key
        return self.unit.key if self.unit else ""

    def crumbs(self, last: str) -> list[tuple[str, str | None]]:
        """Return the way from the reader's topmost place to this one, each with its list."""
        page = reverse("register:list")
        if self.unit is None:
            return [(last, None)]
        tree = Tree.on(clock.today())
        above = [tree.place(place) for place in tree.path(self.unit.id) if place in self.reached]
        way: list[tuple[str, str | None]] = [(last, page)]
        way += [(named(unit), f"{page}?noi={unit.key}") for unit in above[:-1]]
        return [*way, (named(self.unit), None)]

    def choices(self) -> Choices:
        """Return the places one may narrow to, communes under their districts."""
        tree = Tree.on(clock.today())
        found = [choice for top in self.tops for choice in _below(tree, top)]
        return found if len(found) > 1 else []

    def villages(self) -> list[Unit]:
        """Return the villages of the commune one looks at."""
        if self.unit is None or not self.unit.is_leaf:
            return []
        tree = Tree.on(clock.today())
        below = [tree.place(place) for place in tree.children(self.unit.id)]
        return [unit for unit in below if unit.kind == Kind.VILLAGE]


def where(leave: Leave, key: str = "") -> Where:
    """Return where somebody looks; a place that is not, or not within reach, raises NotHere.

    Who has one commune only looks at that one.
    """
    today = clock.today()
    tree = Tree.on(today)
    living = [unit.id for unit in tree if unit.id in leave.places and unit.kind != Kind.VILLAGE]
    if not key and len(living) == 1:
        key = tree.place(living[0]).key
    own = tops(leave.places, today)
    if not key:
        return Where(None, leave.places, own, leave.places)
    unit = tree.find(key)
    if unit is None or unit.id not in leave.places:
        raise NotHere
    return Where(unit, reach(unit.id, today) & leave.places, own, leave.places)


def way_to(place: int | None, reached: Collection[int], last: str) -> list[tuple[str, str | None]]:
    """Return the way down to a child's page: the lists of the places within reach above it."""
    page = reverse("register:list")
    way: list[tuple[str, str | None]] = [(_("Trẻ em"), page)]
    tree = Tree.on(clock.today())
    if place is not None and place in tree:
        above = [tree.place(one) for one in tree.path(place) if one in reached]
        way += [(named(unit), f"{page}?noi={unit.key}") for unit in above]
    return [*way, (last, None)]


def _below(tree: Tree, top: int) -> Choices:
    """Return a place and those below it; districts head the groups of their communes."""
    found: Choices = [_choice(tree, top)]
    below = [] if tree.place(top).is_leaf else tree.children(top)
    found += [_choice(tree, place) for place in below if tree.place(place).is_leaf]
    for district in below:
        if not tree.place(district).is_leaf:
            inside = [district, *tree.leaves(district)]
            groups = [_choice(tree, place) for place in inside]
            found.append((named(tree.place(district)), groups))
    return found


def _choice(tree: Tree, place: int) -> tuple[str, str]:
    unit = tree.place(place)
    return unit.key, named(unit)
