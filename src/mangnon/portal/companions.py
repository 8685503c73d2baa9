"""The indicators that stand beside a promise, without a verdict of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from mangnon.indicators.declaration import Declaration
from mangnon.portal.addresses import address
from mangnon.portal.editions import Edition
from mangnon.portal.figuring import amount, decimals_for
from mangnon.portal.seen import Seen, latest, of_series
from mangnon.portal.trends import plain_trend
from mangnon.ui.charts.trend import Trend


@dataclass(frozen=True, slots=True)
class Companion:
    """An indicator beside: its name, its latest figure, its small trend."""

    name: str
    url: str
    value: str
    as_of: str
    markers: tuple[str, ...]
    trend: Trend


def companions(
    edition: Edition, declared: Sequence[Declaration], seen: Sequence[Seen]
) -> list[Companion]:
    """Return those of the indicators that have a figure among those seen at the place."""
    made = (_companion(edition, one, seen) for one in declared)
    return [one for one in made if one is not None]


def _companion(edition: Edition, declared: Declaration, seen: Sequence[Seen]) -> Companion | None:
    mine = [one for one in seen if one.indicator == declared.code and not one.breakdown]
    last = latest(of_series(mine, declared.code, declared.series[0].code))
    if last is None:
        return None
    decimals = decimals_for([one.value for one in mine if one.value is not None], declared.unit)
    return Companion(
        edition.say(declared.name),
        address("indicator", edition.language, key=declared.code),
        amount(None if last.withheld else last.value, declared.unit, decimals, edition.language),
        edition.written(last.as_of),
        last.markers,
        plain_trend(edition, declared, mine),
    )
