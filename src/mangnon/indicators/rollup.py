"""Rolling cells up: numerators and denominators are added, then divided; rates never averaged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from mangnon import clock
from mangnon.indicators.catalogue import declarations
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.models import Cell
from mangnon.indicators.periods import period_of
from mangnon.indicators.values import interval_of
from mangnon.places.carrying import WHOLE, Weight
from mangnon.places.crosswalk import answerable_until, weights
from mangnon.places.models import Kind, Place


@dataclass(frozen=True, slots=True)
class RollKey:
    """Which figure: of an indicator and series, at a place, for a period and a part."""

    indicator: str
    series: str
    place_id: int
    period_start: date
    breakdown: str = ""
    value_key: str = ""


@dataclass(slots=True)
class Rolled:
    """A figure on a map: its sums, its value and interval in the indicator's unit, its marks.

    ``estimated``: rests on a share of a split place. ``provisional``: its period is not over
    or not final. ``refused``: counts whole units, which a share cannot split: no value.
    """

    numerator: float | None
    denominator: float | None
    as_of: date
    counted_at: datetime
    estimated: bool = False
    provisional: bool = False
    refused: bool = False
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    leaves: int = 0


Rolls = dict[RollKey, Rolled]


class _Row(NamedTuple):
    """A cell's columns, as read."""

    indicator_id: int
    series: str
    place_id: int
    period_start: date
    breakdown: str
    value_key: str
    numerator: float | None
    denominator: float | None
    estimate: float | None
    lower: float | None
    upper: float | None
    as_of: date
    counted_at: datetime


@dataclass(frozen=True, slots=True)
class _Part:
    """What a leaf gives to a place that was asked for."""

    place: Place
    weight: Weight


def roll_up(
    places: Sequence[Place],
    *,
    indicators: Iterable[str] | None = None,
    breakdowns: bool = False,
    periods: tuple[date, date] | None = None,
) -> Rolls:
    """Return the live figures of ``places``, each on the map of a day of its own life.

    ``indicators`` limits the codes, ``periods`` the first and last period start. Data younger
    than a place appear only where the place lives on whole in its heirs.
    """
    known = {
        pk: one
        for pk, one in declarations().items()
        if indicators is None or one.code in set(indicators)
    }
    parts = _parts_by_leaf(places)
    cells = Cell.objects.filter(place_id__in=list(parts), indicator_id__in=list(known))
    if not breakdowns:
        cells = cells.filter(breakdown="")
    if periods is not None:
        cells = cells.filter(period_start__range=periods)
    until = {place.pk: answerable_until(place.pk, place.valid_from) for place in places}
    adder = _Adder(known, until)
    styles = dict(Place.objects.filter(pk__in=list(parts)).values_list("pk", "style"))
    for values in cells.values_list(*_Row._fields).iterator(chunk_size=5000):
        row = _Row(*values)
        for part in parts[row.place_id]:
            adder.add(part, row, styles[row.place_id] if breakdowns else "")
    return adder.finish()


def _parts_by_leaf(places: Sequence[Place]) -> Mapping[int, list[_Part]]:
    """For each place whose cells matter: to which asked places it gives, and how much."""
    parts: dict[int, list[_Part]] = {}
    for place in places:
        own = weights(place.pk, place.valid_from)
        for leaf, weight in own.items():
            parts.setdefault(leaf, []).append(_Part(place, weight))
        if place.pk not in own:
            parts.setdefault(place.pk, []).append(_Part(place, WHOLE))
    return parts


_Group = tuple[int, str, int, date]


class _Adder:
    """Adds rows of cells into figures."""

    def __init__(self, known: dict[int, Declaration], until: dict[int, date | None]) -> None:
        self._known = known
        self._until = until
        self._rolls: Rolls = {}
        self._own: set[_Group] = set()

    def add(self, part: _Part, row: _Row, style: str) -> None:
        """Add one cell to the figure of one place, and to the figure of its place style."""
        declared = self._known[row.indicator_id]
        place = part.place
        until = self._until[place.pk]
        if until is not None and row.as_of >= until:
            return
        itself = row.place_id == place.pk and place.kind != Kind.COMMUNE
        group = (row.indicator_id, row.series, place.pk, row.period_start)
        if itself:
            self._drop_leaves(group, declared.code)
        elif group in self._own:
            return
        key = RollKey(
            *(declared.code, row.series, place.pk, row.period_start),
            *(row.breakdown, row.value_key),
        )
        rolled = self._one(key, declared, part.weight, row)
        if row.estimate is not None:
            rolled.value, rolled.lower, rolled.upper = row.estimate, row.lower, row.upper
        if style and not row.breakdown and "place_style" in declared.breakdowns and not itself:
            styled = replace(key, breakdown="place_style", value_key=style)
            self._one(styled, declared, part.weight, row)

    def _drop_leaves(self, group: _Group, code: str) -> None:
        """A place's own report stands alone: levels are never mixed."""
        if group in self._own:
            return
        self._own.add(group)
        place = (code, *group[1:])
        for key in list(self._rolls):
            if (key.indicator, key.series, key.place_id, key.period_start) == place:
                del self._rolls[key]

    def _one(self, key: RollKey, declared: Declaration, weight: Weight, row: _Row) -> Rolled:
        rolled = self._rolls.get(key)
        if rolled is None:
            rolled = self._rolls[key] = Rolled(None, None, row.as_of, row.counted_at)
        rolled.leaves += 1
        rolled.as_of = max(rolled.as_of, row.as_of)
        rolled.counted_at = max(rolled.counted_at, row.counted_at)
        rolled.refused |= weight.share != 1.0 and declared.counts == "places"
        rolled.estimated |= weight.estimated
        if row.numerator is not None:
            rolled.numerator = (rolled.numerator or 0.0) + row.numerator * weight.share
        if row.denominator is not None:
            rolled.denominator = (rolled.denominator or 0.0) + row.denominator * weight.share
        return rolled

    def finish(self) -> Rolls:
        """Divide, put intervals on, and mark what is provisional."""
        by_code = {one.code: one for one in self._known.values()}
        today = clock.today()
        for key, rolled in self._rolls.items():
            declared = by_code[key.indicator]
            period = period_of(declared.period, key.period_start, today, declared.cutoffs)
            rolled.provisional = period.provisional
            if rolled.refused:
                rolled.numerator = rolled.denominator = None
            elif rolled.value is None:
                rolled.value = declared.value(rolled.numerator, rolled.denominator)
                rolled.lower, rolled.upper = interval_of(
                    declared, rolled.numerator, rolled.denominator
                )
        return self._rolls
