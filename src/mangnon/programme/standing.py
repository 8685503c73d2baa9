"""How each promise stands at a place by live figures, and what is shown where nothing judges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mangnon.indicators.declaration import Series
from mangnon.indicators.rollup import Rolled, RollKey
from mangnon.places.models import Place
from mangnon.programme.arithmetic.inputs import Point
from mangnon.programme.models import Target
from mangnon.programme.questions import LEVELS, points, targets
from mangnon.programme.scorecard import Row, judge, rolled


@dataclass(frozen=True, slots=True)
class Standing:
    """One promise at one place: its judgement, and the newest figure that is shown.

    ``beside``: the series that was taken because the one that judges has none of this level; what
    it shows judges nothing.
    """

    row: Row
    point: Point | None
    beside: Series | None = None

    @property
    def value(self) -> float | None:
        """The figure, in the indicator's unit."""
        exact = self.point.exact(self.row.declared.unit) if self.point else None
        return None if exact is None else float(exact)


def standings(place: Place, on: date) -> list[Standing]:
    """Return how each promise stands at a place on a day."""
    asked = targets()
    return standing_by(rolled([place], asked, on), asked, place, on)


def standing_by(
    rolls: Mapping[RollKey, Rolled], asked: Sequence[Target], place: Place, on: date
) -> list[Standing]:
    """Return the same by figures that are at hand."""
    level, found = LEVELS.get(place.kind, ""), []
    for row in judge(rolls, [place], on, asked=asked):
        series = _beside(row, level)
        if series is None:
            found.append(Standing(row, row.latest))
            continue
        seen = points(rolls, row.declared, series.code, place.pk, on)
        found.append(Standing(row, seen[-1] if seen else None, series))
    return found


def _beside(row: Row, level: str) -> Series | None:
    """Return the series that has figures of a level where the one that judges has none.

    A yearly survey judges underweight for the whole area alone; what a commune's own station
    weighs is shown there, and judges nothing.
    """
    judging = [one for one in row.declared.series if one.code == row.target.series]
    if not judging or level in judging[0].levels:
        return None
    return next((one for one in row.declared.series if level in one.levels), None)
