"""All places of all days, read once and kept until they change."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from mangnon.places import generation
from mangnon.places.models import Belonging, Kind, Naming, Place, Succession
from mangnon.places.naming import place_sort_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unit:
    """A place as read from the database, without its later names; see :class:`Place`."""

    id: int
    code: str
    valid_from: date
    valid_to: date | None
    kind: str
    style: str
    name_vi: str
    name_en: str
    sort_key: str
    latitude: float | None
    longitude: float | None
    stands_in: bool
    note_vi: str
    note_en: str

    @property
    def key(self) -> str:
        """The place's full name for machines: ``10525@2025-07-01``."""
        return f"{self.code}@{self.valid_from.isoformat()}"

    @property
    def is_leaf(self) -> bool:
        """Whether figures are counted here."""
        return self.kind == Kind.COMMUNE

    def lives_on(self, day: date) -> bool:
        """Whether the place exists on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Share:
    """One heir of a place: what part of it went there, and whether that part is an estimate."""

    target: int
    date: date
    share: float
    estimated: bool


@dataclass(frozen=True, slots=True)
class Spell:
    """From a day to the day before another; None: without end."""

    start: date
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Name(Spell):
    """What a place was called for a time."""

    style: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Under(Spell):
    """Under which place another stood for a time."""

    parent: int


class World:
    """Places, names, parents and heirs, with everything that was worked out from them."""

    def __init__(
        self,
        units: Iterable[Unit],
        names: Iterable[tuple[int, Name]],
        parents: Iterable[tuple[int, Under]],
        heirs: Iterable[tuple[int, Share]],
    ) -> None:
        self.units = {unit.id: unit for unit in units}
        self._names = _by_place(names)
        self._parents = _by_place(parents)
        self.heirs = {source: _whole(shares) for source, shares in _by_place(heirs).items()}
        days = {share.date for shares in self.heirs.values() for share in shares}
        self._succession_days = sorted(days)
        self.turns = self._turns(days)
        self._kept: dict[Hashable, Any] = {}

    @classmethod
    def load(cls) -> "World":
        """Read everything; four queries."""
        names = ("place_id", "valid_from", "valid_to", "style", "name_vi", "name_en")
        parents = ("child_id", "valid_from", "valid_to", "parent_id")
        heirs = ("source_id", "target_id", "date", "share", "estimated")
        fields = tuple(Unit.__dataclass_fields__)
        return cls(
            (Unit(*row) for row in Place.objects.values_list(*fields)),
            ((row[0], Name(*row[1:])) for row in Naming.objects.values_list(*names)),
            ((row[0], Under(*row[1:])) for row in Belonging.objects.values_list(*parents)),
            (
                (row[0], Share(*row[1:]))
                for row in Succession.objects.order_by("id").values_list(*heirs)
            ),
        )

    def turn(self, day: date) -> date:
        """Return the last day on or before ``day`` on which anything changed."""
        at = bisect_right(self.turns, day)
        return self.turns[at - 1] if at else date.min

    def succession_days(self) -> list[date]:
        """Return the days on which places passed to heirs, in order."""
        return list(self._succession_days)

    def parent_on(self, place_id: int, day: date) -> int | None:
        """Return the parent of that day, if it lives."""
        for under in self._parents.get(place_id, ()):
            if under.covers(day) and self.units[under.parent].lives_on(day):
                return under.parent
        return None

    def named_on(self, place_id: int, day: date) -> Unit:
        """Return the place under the name and style of that day."""
        unit = self.units[place_id]
        for name in self._names.get(place_id, ()):
            if name.covers(day):
                return replace(
                    unit,
                    style=name.style,
                    name_vi=name.name_vi,
                    name_en=name.name_en,
                    sort_key=place_sort_key(name.name_vi, name.style),
                )
        return unit

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for ``key``, made on first use."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast(T, self._kept[key])

    def _turns(self, days: set[date]) -> list[date]:
        spells: list[Spell] = [name for names in self._names.values() for name in names]
        spells += [under for unders in self._parents.values() for under in unders]
        spells += [Spell(unit.valid_from, unit.valid_to) for unit in self.units.values()]
        ends = {spell.end for spell in spells if spell.end is not None}
        return sorted({spell.start for spell in spells} | ends | days)


def _by_place(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for place_id, row in rows:
        found[place_id].append(row)
    return dict(found)


def _whole(shares: list[Share]) -> list[Share]:
    """Make the shares add up to one exactly, so that nothing is lost in their rounding."""
    total = sum(share.share for share in shares)
    return [replace(share, share=share.share / total) for share in shares]


_held: tuple[str, World] | None = None
_settled: ContextVar[list[World] | None] = ContextVar("settled", default=None)


@contextmanager
def settled() -> Iterator[None]:
    """Keep to the places as they are first met: a page that only reads asks once for changes."""
    before = _settled.set([])
    try:
        yield
    finally:
        _settled.reset(before)


def world() -> World:
    """Return the places as they stand; read again only where they changed since."""
    met = _settled.get()
    if met is None:
        return _current()
    if not met:
        met.append(_current())
    return met[0]


def _current() -> World:
    global _held  # one for the process
    token = generation.current()
    held = _held
    if held is None or held[0] != token:
        held = (token, World.load())
        _held = held
    return held[1]
