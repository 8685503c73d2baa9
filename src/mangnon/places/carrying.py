"""How the communes of every generation lie on the map of one day: forward only, by share.

A place that lives on the day lies there whole. One that ended before lies at its heirs' heirs.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mangnon.places.world import World

_WHOLE = 1e-12  # shares this near to one are one: 1/3 + 1/3 + 1/3


@dataclass(frozen=True, slots=True)
class Weight:
    """What part of a place counts, and whether that part is an estimate."""

    share: float
    estimated: bool


WHOLE = Weight(1.0, False)


def add_up(parts: Iterable[Weight]) -> Weight:
    """Add parts of one place; together a whole, nothing is estimated any more."""
    held = list(parts)
    total = sum(part.share for part in held)
    if abs(total - 1.0) <= _WHOLE:
        return WHOLE
    return Weight(total, any(part.estimated for part in held))


class Carrying:
    """Where each commune born on or before a day lies on the map of that day."""

    @classmethod
    def onto(cls, whole: World, day: date) -> "Carrying":
        """Return the table of the day, kept with the places."""
        turn = whole.turn(day)
        return whole.keep(("carrying", turn), lambda: cls(whole, turn))

    def __init__(self, whole: World, day: date) -> None:
        self._world = whole
        self._day = day
        self._targets: dict[int, dict[int, Weight]] = {}
        self._sources: dict[int, dict[int, Weight]] = defaultdict(dict)
        for unit in whole.units.values():
            if unit.is_leaf and unit.valid_from <= day:
                for target, weight in self.targets(unit.id).items():
                    self._sources[target][unit.id] = weight

    def targets(self, place_id: int) -> dict[int, Weight]:
        """Return where the place lies: {place living on the day: its part there}."""
        if place_id not in self._targets:
            self._targets[place_id] = self._carry(place_id)
        return self._targets[place_id]

    def sources(self, place_id: int) -> dict[int, Weight]:
        """Return what of every generation lies in a commune of the day, itself included."""
        return self._sources.get(place_id, {})

    def _carry(self, place_id: int) -> dict[int, Weight]:
        if self._world.units[place_id].lives_on(self._day):
            return {place_id: WHOLE}
        self._targets[place_id] = {}  # a circle of heirs, which the judge refuses, ends here
        parts: dict[int, list[Weight]] = defaultdict(list)
        for heir in self._world.heirs.get(place_id, ()):
            if heir.date > self._day:
                continue
            for target, weight in self.targets(heir.target).items():
                estimated = heir.estimated or weight.estimated
                parts[target].append(Weight(heir.share * weight.share, estimated))
        return {target: add_up(weights) for target, weights in parts.items()}
