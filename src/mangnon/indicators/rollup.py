"""Rolling cells up: numerators and denominators are added, then divided; rates never averaged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from mangnon import clock
from mangnon.indicators.catalogue import declarations
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.gathering import Gathered, Part, gather, gather_styles
from mangnon.indicators.periods import period_of
from mangnon.indicators.values import interval_of
from mangnon.places.carrying import WHOLE
from mangnon.places.crosswalk import answerable_until, weights
from mangnon.places.models import Kind, Place


class RollKey(NamedTuple):
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
_period = lru_cache(maxsize=1024)(period_of)


def roll_up(
    places: Sequence[Place],
    *,
    indicators: Iterable[str] | None = None,
    breakdowns: bool = False,
    periods: tuple[date, date] | None = None,
) -> Rolls:
    """Return the live figures of ``places``, each on the map of a day of its own life.

    ``indicators`` limits the codes, ``periods`` the first and last period start. Data younger
    than a place appear only where the place lives on whole in its heirs. A report of the place
    itself stands alone: it is never added to those of the places below.
    """
    codes = None if indicators is None else set(indicators)
    known = {pk: one for pk, one in declarations().items() if codes is None or one.code in codes}
    parts = _parts(places)
    gathered = list(gather(parts, known, breakdowns=breakdowns, periods=periods))
    if breakdowns:
        styled = [pk for pk, one in known.items() if "place_style" in one.breakdowns]
        gathered += gather_styles(parts, styled, periods)
    alone = {_group(row) for row in gathered if row.itself}
    today = clock.today()
    return {
        _key(known[row.indicator_id], row): _rolled(known[row.indicator_id], row, today)
        for row in gathered
        if row.itself or _group(row) not in alone
    }


def _parts(places: Sequence[Place]) -> list[Part]:
    """List whose cells matter: the communes of every generation, and the places themselves."""
    styles = dict(Place.objects.values_list("pk", "style"))
    parts = []
    for place in places:
        until = answerable_until(place.pk, place.valid_from)
        own = weights(place.pk, place.valid_from)
        shares = own if place.pk in own else {**own, place.pk: WHOLE}
        for leaf, weight in shares.items():
            itself = leaf == place.pk and place.kind != Kind.COMMUNE
            parts.append(
                Part(
                    *(leaf, place.pk, weight.share, weight.estimated, itself, until),
                    styles[leaf],
                )
            )
    return parts


def _group(row: Gathered) -> tuple[int, str, int, date]:
    return row.indicator_id, row.series, row.target, row.period_start


def _key(declared: Declaration, row: Gathered) -> RollKey:
    where = (row.target, row.period_start, row.breakdown, row.value_key)
    return RollKey(declared.code, row.series, *where)


def _rolled(declared: Declaration, row: Gathered, today: date) -> Rolled:
    """Divide, put the interval on, and mark what is provisional, estimated or refused."""
    period = _period(declared.period, row.period_start, today, declared.cutoffs)
    rolled = Rolled(
        *(row.numerator, row.denominator, row.as_of, row.counted_at),
        *(row.estimated, period.provisional),
        leaves=row.leaves,
    )
    if row.least_share != 1.0 and declared.counts == "places":
        rolled.refused = True
        rolled.numerator = rolled.denominator = None
    elif row.estimate is not None:
        rolled.value, rolled.lower, rolled.upper = row.estimate, row.lower, row.upper
    else:
        rolled.value = declared.value(row.numerator, row.denominator)
        rolled.lower, rolled.upper = interval_of(declared, row.numerator, row.denominator)
    return rolled
