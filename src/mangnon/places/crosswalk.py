"""Carrying figures between maps: forward by share, backward only by unions of whole heirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from mangnon.places.carrying import WHOLE, Carrying, Weight, add_up
from mangnon.places.errors import NotOnThatMap, spoken
from mangnon.places.models import Place
from mangnon.places.tree import Tree
from mangnon.places.unions import union_on
from mangnon.places.world import Unit, World, world
from mangnon.text.sentence import Sentence

__all__ = [
    "Crosswalk",
    "Heir",
    "Weight",
    "answerable_until",
    "demand_answerable",
    "stays_whole",
    "weights",
]


@dataclass(frozen=True, slots=True)
class Heir:
    """A place on the other map, and what part of the asked place lies there."""

    place_id: int
    share: float
    estimated: bool


class Crosswalk:
    """Shares from the places of one day to those of another."""

    @classmethod
    def between(cls, day_from: date, day_to: date) -> "Crosswalk":
        """Return the crosswalk of two days; kept until places change."""
        now = world()
        key = ("crosswalk", now.turn(day_from), now.turn(day_to))
        return now.keep(key, lambda: cls(now, day_from, day_to))

    def __init__(self, whole: World, day_from: date, day_to: date) -> None:
        self._world = whole
        self._from = day_from
        self._to = day_to
        self._back: dict[int, int] | None = None

    def shares(self, place_id: int) -> list[Heir]:
        """Return where a place of ``day_from`` lies on ``day_to``; the shares add up to one.

        Raises NotOnThatMap where the place does not live on ``day_from``, where it ended
        without heirs, and backward where no old place is a union of whole new ones.
        """
        unit = _living(self._world, place_id, self._from)
        if unit.lives_on(self._to) and not (unit.is_leaf and self._to < self._from):
            return [Heir(place_id, 1.0, False)]
        if self._to >= self._from:
            found = Carrying.onto(self._world, self._to).targets(place_id)
            if not found:
                raise _no_heirs(unit, self._to)
            return _heirs(found)
        old = self._backward().get(place_id)
        if old is None:
            raise _not_whole(unit, self._to)
        return [Heir(old, 1.0, False)]

    def sources(self, place_id: int) -> list[Heir]:
        """Return what of ``day_from`` lies in a place of ``day_to``, with the part of each.

        Backward the answer is the union of whole successors, or NotOnThatMap.
        """
        unit = _living(self._world, place_id, self._to)
        leaves = frozenset(Tree.on(self._to).leaves(place_id))
        if self._to < self._from:
            union = union_on(self._world, leaves, self._to, self._from)
            if union is None:
                raise _mixed(unit, self._from)
            return [Heir(i, 1.0, False) for i in sorted(union)]
        parts: dict[int, list[Weight]] = {}
        for leaf in leaves:
            for source, weight in Carrying.onto(self._world, self._to).sources(leaf).items():
                if self._world.units[source].lives_on(self._from):
                    parts.setdefault(source, []).append(weight)
        return _heirs({source: add_up(held) for source, held in parts.items()})

    def _backward(self) -> dict[int, int]:
        """Work out {new commune: the old commune it lies in whole}, once."""
        if self._back is None:
            self._back = {}
            for unit in self._world.units.values():
                if unit.is_leaf and unit.lives_on(self._to):
                    asked = frozenset((unit.id,))
                    union = union_on(self._world, asked, self._to, self._from)
                    self._back.update(dict.fromkeys(union or (), unit.id))
        return self._back


def weights(place_id: int, map_day: date) -> Mapping[int, Weight]:
    """Return the communes of every generation that make up a place of ``map_day``.

    An old commune counts by its share. A commune born after ``map_day`` counts whole, and only
    while the place is a union of whole successors: up to :func:`answerable_until`.
    Raises NotOnThatMap where the place does not live on ``map_day``.
    """
    now = world()
    _living(now, place_id, map_day)
    key = ("weights", place_id, now.turn(map_day))
    return now.keep(key, lambda: _weights(now, place_id, map_day))


def answerable_until(place_id: int, map_day: date) -> date | None:
    """Return the first day whose figures the place of ``map_day`` cannot hold; None: never.

    Figures of a day on or after it lie in communes that also hold ground from elsewhere.
    """
    now = world()
    _living(now, place_id, map_day)
    key = ("until", place_id, now.turn(map_day))
    return now.keep(key, lambda: _later(now, place_id, map_day)[0])


def stays_whole(place: Place) -> bool:
    """Whether figures of any later day can be shown for the place: it lives on in whole heirs."""
    return answerable_until(place.pk, place.valid_from) is None


def demand_answerable(place_id: int, map_day: date, last_day: date) -> None:
    """Raise NotOnThatMap unless figures up to ``last_day`` can be shown for the place."""
    until = answerable_until(place_id, map_day)
    if until is not None and last_day >= until:
        raise _mixed(world().named_on(place_id, map_day), until)


def _weights(whole: World, place_id: int, map_day: date) -> Mapping[int, Weight]:
    carrying = Carrying.onto(whole, map_day)
    parts: dict[int, list[Weight]] = {}
    for leaf in Tree.on(map_day).leaves(place_id):
        for source, weight in carrying.sources(leaf).items():
            parts.setdefault(source, []).append(weight)
    found = {source: add_up(held) for source, held in parts.items()}
    for later in _later(whole, place_id, map_day)[1]:
        found.setdefault(later, WHOLE)
    return MappingProxyType(found)


def _later(whole: World, place_id: int, map_day: date) -> tuple[date | None, frozenset[int]]:
    """Follow the place's communes through later successions while they stay its own."""
    communes = frozenset(Tree.on(map_day).leaves(place_id))
    later: frozenset[int] = frozenset()
    for day in whole.succession_days():
        if day <= map_day:
            continue
        union = union_on(whole, communes, map_day, day)
        if union is None:
            return day, later
        later |= union
    return None, later


def _heirs(found: Mapping[int, Weight]) -> list[Heir]:
    return [Heir(i, found[i].share, found[i].estimated) for i in sorted(found)]


def _living(whole: World, place_id: int, day: date) -> Unit:
    unit = whole.units.get(place_id)
    if unit is None or not unit.lives_on(day):
        vi, en = (unit.name_vi, unit.name_en) if unit else (str(place_id), str(place_id))
        raise NotOnThatMap(
            Sentence(
                vi=f"“{vi}” chưa thành lập hoặc không còn vào ngày {spoken(day)}. "
                "Hãy chọn ngày khác.",
                en=f"“{en}” is not on the map of {day.isoformat()}. Choose another day.",
            )
        )
    return whole.named_on(place_id, day)


def _no_heirs(unit: Unit, day: date) -> NotOnThatMap:
    return NotOnThatMap(
        Sentence(
            vi=(
                f"“{unit.name_vi}” không còn vào ngày {spoken(day)} và không có đơn vị kế thừa. "
                "Hãy xem từng xã, phường của nó."
            ),
            en=(
                f"“{unit.name_en}” no longer exists on {day.isoformat()} and has no heir. "
                "Look at its communes one by one."
            ),
        )
    )


def _not_whole(unit: Unit, day: date) -> NotOnThatMap:
    return NotOnThatMap(
        Sentence(
            vi=(
                f"Không đưa được số liệu của “{unit.name_vi}” về bản đồ ngày {spoken(day)}: "
                "nó gồm đất của nhiều đơn vị cũ. Hãy xem trên bản đồ ngày sau."
            ),
            en=(
                f"Figures of “{unit.name_en}” cannot be put on the map of {day.isoformat()}: "
                "it holds ground of several old units. Use a later map."
            ),
        )
    )


def _mixed(unit: Unit, day: date) -> NotOnThatMap:
    return NotOnThatMap(
        Sentence(
            vi=(
                f"Số liệu từ ngày {spoken(day)} không đưa được về “{unit.name_vi}”: các đơn vị "
                "mới của nó còn gồm đất của nơi khác. Hãy chọn kỳ trước ngày đó, hoặc bản đồ sau."
            ),
            en=(
                f"Figures from {day.isoformat()} on cannot be put on “{unit.name_en}”: its new "
                "units also hold ground from elsewhere. Choose an earlier period or a later map."
            ),
        )
    )
