"""What a release may show, before anything is withheld."""

from dataclasses import dataclass
from datetime import date

from mangnon.indicators.catalogue import declarations
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.rollup import Rolled, RollKey, Rolls, roll_up
from mangnon.places.models import Kind, Place

LEVELS = {Kind.PROGRAMME_AREA: "area", Kind.DISTRICT: "district", Kind.COMMUNE: "commune"}


@dataclass(frozen=True, slots=True)
class Candidates:
    """Live figures that may be frozen, and where they stand."""

    places: dict[int, Place]
    declared: dict[str, Declaration]
    rolls: Rolls

    def level(self, key: RollKey) -> str:
        """Return area, district or commune."""
        return LEVELS[Kind(self.places[key.place_id].kind)]

    def about_persons(self, key: RollKey) -> bool:
        """Whether the figure counts persons, so that small numbers are withheld."""
        return self.declared[key.indicator].counts == "persons"


def candidates() -> Candidates:
    """Collect every closed figure of every place: totals, and breakdowns above the commune."""
    found = Place.objects.filter(kind__in=list(LEVELS)).order_by("valid_from", "sort_key", "pk")
    places = {place.pk: place for place in found}
    declared = {one.code: one for one in declarations().values()}
    rolls: Rolls = {}
    for kind in LEVELS:
        rolls |= _rolled(kind, [one for one in places.values() if one.kind == kind], declared)
    shown = {
        key: rolled
        for key, rolled in rolls.items()
        if _may_be_shown(places[key.place_id], declared[key.indicator], key, rolled)
    }
    return Candidates(places, declared, shown)


def _rolled(kind: Kind, places: list[Place], declared: dict[str, Declaration]) -> Rolls:
    """Roll up a level; the parts of an indicator only where some of them may be shown."""
    split = {code for code, one in declared.items() if _splits(kind, one)}
    plain = roll_up(places, indicators=declared.keys() - split)
    return plain | roll_up(places, indicators=split, breakdowns=True) if split else plain


def _splits(kind: Kind, declared: Declaration) -> tuple[str, ...]:
    """Return the breakdowns that a release may show at a level."""
    if kind == Kind.COMMUNE:
        return ()
    return declared.published if kind == Kind.PROGRAMME_AREA else declared.published_below


def _may_be_shown(place: Place, declared: Declaration, key: RollKey, rolled: Rolled) -> bool:
    """A closed figure of a place's own life or of what it came from, at a level it speaks for."""
    if rolled.provisional or rolled.refused:
        return False
    if _ended_before(place, rolled.as_of):
        return False
    kind = Kind(place.kind)
    if key.breakdown and key.breakdown not in _splits(kind, declared):
        return False
    series = next(one for one in declared.series if one.code == key.series)
    return LEVELS[kind] in series.levels


def _ended_before(place: Place, day: date) -> bool:
    return place.valid_to is not None and place.valid_to <= day
