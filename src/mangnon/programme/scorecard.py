"""The live scorecard of a place: how every promise stands, for the desk and the command line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mangnon.indicators.declaration import Declaration
from mangnon.indicators.rollup import Rolled, RollKey, Rolls, roll_up
from mangnon.places.models import Place
from mangnon.programme.arithmetic.assessment import Assessment
from mangnon.programme.arithmetic.inputs import Point
from mangnon.programme.models import Target
from mangnon.programme.questions import Withheld, points, question, targets
from mangnon.programme.status import assess


@dataclass(frozen=True, slots=True)
class Row:
    """One promise at one place: its series, and the judgement with its arithmetic."""

    target: Target
    declared: Declaration
    place: Place
    points: tuple[Point, ...]
    assessment: Assessment

    @property
    def shown(self) -> list[Point]:
        """The figures that are shown, oldest first; of the day's own period, even if not over.

        A period whose decision is still to come (recognitions of the year) is no figure yet.
        """
        wait = timedelta(days=self.declared.final_after_days)
        on = self.assessment.on
        return [p for p in self.points if not p.withheld and (not wait or p.last_day + wait <= on)]

    @property
    def latest(self) -> Point | None:
        """The newest figure that is shown."""
        shown = self.shown
        return shown[-1] if shown else None


def judge(
    rolls: Mapping[RollKey, Rolled],
    places: Iterable[Place],
    on: date,
    withheld: Withheld = lambda key: False,
    asked: Sequence[Target] | None = None,
) -> list[Row]:
    """Judge every target, or those that are asked for, at every place by figures at hand."""
    rows = []
    wanted = targets() if asked is None else asked
    known = [(one, Declaration.from_dict(one.indicator.declaration)) for one in wanted]
    at: dict[int, dict[RollKey, Rolled]] = defaultdict(dict)
    for key, rolled in rolls.items():
        at[key.place_id][key] = rolled
    for place in places:
        mine = at[place.pk]
        for target, declared in known:
            seen = points(mine, declared, target.series, place.pk, on, withheld)
            asked = question(target, declared, place, seen, on)
            rows.append(Row(target, declared, place, seen, assess(asked)))
    return rows


def scorecard(place: Place, on: date) -> list[Row]:
    """Return the live scorecard of ``place`` as it stands on ``on``: a row a target."""
    asked = targets()
    return judge(rolled([place], asked, on), [place], on, asked=asked)


def rolled(places: Sequence[Place], asked: Iterable[Target], on: date) -> Rolls:
    """Return the live figures of what targets are about, at some places, up to a day."""
    wanted = [target.indicator.code for target in asked]
    return roll_up(places, indicators=wanted, periods=(date.min, on))
