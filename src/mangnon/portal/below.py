"""The places below one place on the map of a day, level by level."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.places.world import Unit
from mangnon.portal.editions import Edition

LEVELS: tuple[str, ...] = (Kind.DISTRICT, Kind.COMMUNE)


@dataclass(frozen=True, slots=True)
class Ground:
    """The places of one level below a place, by their names of the map's day."""

    day: date
    tree: Tree
    level: str
    units: tuple[Unit, ...]
    repeated: frozenset[str]  # names that two of the places bear

    def district_of(self, unit: Unit) -> Unit | None:
        """Return the district that a commune stands in, or None on a map without districts."""
        above = (self.tree.place(one) for one in self.tree.ancestors(unit.id))
        return next((one for one in above if one.kind == Kind.DISTRICT), None)

    def label(self, edition: Edition, unit: Unit) -> str:
        """Name a place; where two bear one name, with its district."""
        name = edition.name(unit)
        district = self.district_of(unit)
        if district is None or unit.name_vi not in self.repeated:
            return name
        return f"{name} ({edition.name(district)})"

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
            count = Counter(unit.name_vi for unit in mine)
            repeated = frozenset(name for name, times in count.items() if times > 1)
            found[level] = Ground(day, tree, level, tuple(mine), repeated)
    return found
