"""Where a child lived, and the heirs of a place that is gone."""

from collections.abc import Iterable
from datetime import date

from mangnon.places.models import Place, Succession
from mangnon.register.models import Residence


class Map:
    """The places with their lives, and who inherits which share of whom."""

    def __init__(self) -> None:
        self._places = {place.pk: place for place in Place.objects.all()}
        self._heirs: dict[int, list[Succession]] = {}
        for one in Succession.objects.order_by("pk"):
            self._heirs.setdefault(one.source_id, []).append(one)

    def heirs_on(self, place: int, day: date) -> dict[int, float]:
        """Return the place if it lives on ``day``, else its heirs of that day by share."""
        if self._places[place].lives_on(day):
            return {place: 1.0}
        found: dict[int, float] = {}
        for one in self._heirs.get(place, ()):
            if one.date <= day:
                for heir, share in self.heirs_on(one.target_id, day).items():
                    found[heir] = found.get(heir, 0.0) + share * one.share
        return found


def counted(residences: Iterable[Residence]) -> list[Residence]:
    """Leave out the spells in which a child was absent, and those of no day; oldest first."""
    kept = [
        one
        for one in residences
        if one.kind != Residence.Kind.ABSENT and one.valid_to != one.valid_from
    ]
    return sorted(kept, key=lambda one: (one.valid_from, one.pk))


def last_before(residences: list[Residence], day: date) -> Residence | None:
    """Return the last counted residence that had begun by ``day``."""
    return next((one for one in reversed(residences) if one.valid_from <= day), None)
