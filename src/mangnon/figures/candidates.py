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
    upper = [place for place in places.values() if place.kind != Kind.COMMUNE]
    communes = [place for place in places.values() if place.kind == Kind.COMMUNE]
    rolls = {**roll_up(upper, breakdowns=True), **roll_up(communes)}
    shown = {
        key: rolled
        for key, rolled in rolls.items()
        if _may_be_shown(places[key.place_id], declared[key.indicator], key, rolled)
    }
    return Candidates(places, declared, shown)


def _may_be_shown(place: Place, declared: Declaration, key: RollKey, rolled: Rolled) -> bool:
    """A closed figure of a place's own life or of what it came from, at a level it speaks for."""
    if rolled.provisional or rolled.refused:
        return False
    if _ended_before(place, rolled.as_of):
        return False
    area = place.kind == Kind.PROGRAMME_AREA
    if key.breakdown and key.breakdown not in (
        declared.published if area else declared.published_below
    ):
        return False
    series = next(one for one in declared.series if one.code == key.series)
    return LEVELS[Kind(place.kind)] in series.levels


def _ended_before(place: Place, day: date) -> bool:
    return place.valid_to is not None and place.valid_to <= day
