"""The places below one place on the map of a day, level by level."""

from dataclasses import dataclass
from datetime import date

from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.places.world import Unit

LEVELS: tuple[str, ...] = (Kind.DISTRICT, Kind.COMMUNE)


@dataclass(frozen=True, slots=True)
class Ground:
    """The places of one level below a place, by their names of the map's day."""

    day: date
    tree: Tree
    level: str
    units: tuple[Unit, ...]

    def district_of(self, unit: Unit) -> Unit | None:
        """Return the district that a commune stands in, or None on a map without districts."""
        above = (self.tree.place(one) for one in self.tree.ancestors(unit.id))
        return next((one for one in above if one.kind == Kind.DISTRICT), None)

    @property
    def stand_in(self) -> bool:
        """Whether some of the places stand in for a generation that is not at hand."""
        return any(unit.stands_in for unit in self.units)


def grounds(place_id: int, day: date) -> dict[str, Ground]:
    """Return the levels below a place on a day: districts first, then communes.

    Empty for a commune, and where the place is not on the map of that day.
    """
    tree = Tree.on(day)
    if place_id not in tree:
        return {}
    units = [tree.place(one) for one in tree.descendants(place_id)]
    found = {}
    for level in LEVELS:
        mine = sorted((u for u in units if u.kind == level), key=lambda u: (u.sort_key, u.code))
        if mine:
            found[level] = Ground(day, tree, level, tuple(mine))
    return found
