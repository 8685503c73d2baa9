"""The tree of a day: who stands under whom, by the names of that day."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from mangnon.places.errors import NoPlaces, NotOnThatMap, spoken
from mangnon.places.models import Kind
from mangnon.places.world import Unit, World, world
from mangnon.text.sentence import Sentence


class Tree:
    """The places that live on a day. Ids in, ids out; ``place`` gives the names.

    Children, leaves and ids come sorted by the places' own names.
    """

    @classmethod
    def on(cls, day: date) -> "Tree":
        """Return the tree of ``day``; kept by the process until places change."""
        now = world()
        turn = now.turn(day)
        return now.keep(("tree", turn), lambda: cls(now, turn))

    def __init__(self, whole: World, day: date) -> None:
        self.since = day
        self._first = whole.turns[0] if whole.turns else None
        living = [whole.named_on(u.id, day) for u in whole.units.values() if u.lives_on(day)]
        living.sort(key=lambda unit: (unit.sort_key, unit.code))
        self._units = {unit.id: unit for unit in living}
        self._order = {unit.id: position for position, unit in enumerate(living)}
        self._by_code = {unit.code: unit for unit in living}
        self._parent = {unit.id: whole.parent_on(unit.id, day) for unit in living}
        self._children: dict[int | None, list[int]] = defaultdict(list)
        for child, parent in self._parent.items():
            self._children[parent].append(child)
        self._leaves: dict[int, tuple[int, ...]] = {}
        self._below_roots: dict[int, int] = {}

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._units

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units.values())

    def __len__(self) -> int:
        return len(self._units)

    @property
    def ids(self) -> list[int]:
        """Every place that lives on the day."""
        return list(self._units)

    @property
    def roots(self) -> list[int]:
        """The places that stand under none."""
        return list(self._children.get(None, ()))

    @property
    def root(self) -> int:
        """The programme area; raises NoPlaces where the day has none."""
        for place_id in self.roots:
            if self._units[place_id].kind == Kind.PROGRAMME_AREA:
                return place_id
        raise NoPlaces(self.since, self._first)

    def place(self, place_id: int) -> Unit:
        """Return the place under its name of the day; raises NotOnThatMap."""
        try:
            return self._units[place_id]
        except KeyError:
            raise NotOnThatMap(
                Sentence(
                    vi=f"Địa bàn số {place_id} chưa thành lập hoặc không còn vào ngày "
                    f"{spoken(self.since)}.",
                    en=f"Place {place_id} is not on the map of {self.since.isoformat()}.",
                )
            ) from None

    def find(self, code_or_key: str) -> Unit | None:
        """Return the living place of a code (``10525``) or key (``10525@2025-07-01``)."""
        code, at, _ = code_or_key.partition("@")
        unit = self._by_code.get(code)
        return None if unit is None or (at and unit.key != code_or_key) else unit

    def parent(self, place_id: int) -> int | None:
        """Return the place above, or None for a root."""
        self.place(place_id)
        return self._parent[place_id]

    def children(self, place_id: int) -> list[int]:
        """Return the places directly below."""
        self.place(place_id)
        return list(self._children.get(place_id, ()))

    def ancestors(self, place_id: int) -> list[int]:
        """Return the places above, the nearest first, the root last."""
        above: list[int] = []
        parent = self.parent(place_id)
        while parent is not None and parent not in above:
            above.append(parent)
            parent = self._parent[parent]
        return above

    def path(self, place_id: int) -> list[int]:
        """Return the way from the root down to the place, itself included."""
        return [*reversed(self.ancestors(place_id)), place_id]

    def below_root(self, place_id: int) -> int:
        """Return the place directly under the root that holds the place; a root is its own."""
        if not self._below_roots:
            self._below_roots = {
                one: way[1] if len(way := self.path(one)) > 1 else one for one in self._units
            }
        self.place(place_id)
        return self._below_roots[place_id]

    def descendants(self, place_id: int) -> list[int]:
        """Return every place below, level by level."""
        found: dict[int, None] = {}
        level = self.children(place_id)
        while level:
            found.update(dict.fromkeys(level))
            level = [c for p in level for c in self._children.get(p, ()) if c not in found]
        return list(found)

    def leaves(self, place_id: int) -> tuple[int, ...]:
        """Return the communes of the place; a commune is its own."""
        if self.place(place_id).is_leaf:
            return (place_id,)
        if place_id not in self._leaves:
            below = [i for i in self.descendants(place_id) if self._units[i].is_leaf]
            self._leaves[place_id] = tuple(sorted(below, key=self._order.__getitem__))
        return self._leaves[place_id]

    def level(self, place_id: int) -> int:
        """Return how many steps the place stands below the root; the root is 0."""
        return len(self.ancestors(place_id))

    def at_kind(self, kind: str) -> list[int]:
        """Return the places of a kind, for example ``Kind.DISTRICT``."""
        return [unit.id for unit in self._units.values() if unit.kind == kind]
