"""The map beside a scorecard: the places below, for the promise and the year chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon.figures.queries import figures as released
from mangnon.indicators.periods import Period
from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.portal.below import Ground
from mangnon.portal.cards import from_level
from mangnon.portal.editions import Edition
from mangnon.portal.looks import (
    Look,
    look,
    map_choices,
    period_choices,
    series_at,
    telling_years,
)
from mangnon.portal.maps import Scale, value_map
from mangnon.portal.notes import ground_notes
from mangnon.portal.promises import Promise, find_promise
from mangnon.portal.seen import Seen, read
from mangnon.portal.spots import Spot
from mangnon.portal.tables import Measure, value_cell
from mangnon.programme.questions import LEVELS
from mangnon.ui.charts.maps import MapPicture
from mangnon.ui.parts import Cell, Column, Link, Table


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands beside the scorecard."""

    picture: MapPicture | None
    table: Table | None
    promises: Sequence[Link]
    periods: Sequence[Link]
    maps: Sequence[Link]
    notes: Sequence[str]


def scorecard_map(
    request: HttpRequest, edition: Edition, spot: Spot, known: list[Promise], seen: Sequence[Seen]
) -> Panel | None:
    """Return the map of the chosen promise; None for a commune, which has nothing below."""
    if spot.is_commune:
        return None
    first = next((one for one in known if one.target.judged_at != "area"), known[0])
    code = choices.one_of(request, choices.PROMISE, [one.code for one in known], first.code)
    promise = find_promise(known, code)
    periods = periods_of(promise, seen)
    chosen = look(request, spot, periods, edition)
    switch = [Link(str(one.number), _promise_url(request, one), one is promise) for one in known]
    if chosen is None or chosen.ground is None:
        return Panel(None, None, switch, [], [], [why_none(promise, {})])
    below = figures_below(edition, promise, chosen.ground, chosen)
    title = _("%(title)s, %(year)s") % {
        "title": edition.say(promise.declared.short), "year": chosen.period.name,
    }  # fmt: skip
    links = {
        unit.id: address("scorecard", edition.language, key=unit.key)
        for unit in chosen.ground.units
    }
    picture = None
    if below:
        scale = scale_at(promise, chosen.ground, chosen)
        picture = value_map(edition, title, chosen.ground, below, scale, links)
    return Panel(
        picture,
        _list_of(edition, promise, chosen.ground, below or {}, links, title),
        switch,
        period_choices(request, chosen, "map", telling_years(s.due for s in promise.steps)),
        map_choices(request, spot, chosen, edition, "map"),
        ground_notes(edition, chosen.ground, below.values())
        if below
        else [why_none(promise, below)],
    )


def periods_of(promise: Promise, seen: Sequence[Seen]) -> list[Period]:
    """Return the final periods in which a promise has a figure here, of any of its series."""
    code = promise.declared.code
    return sorted(
        {one.period for one in seen if one.indicator == code and not one.breakdown and one.is_final}
    )


def figures_below(
    edition: Edition, promise: Promise, ground: Ground, chosen: Look
) -> dict[int, Seen] | None:
    """Return the figures of the places below by their id; None where that level has none."""
    series = series_at(promise.declared, promise.target.series, LEVELS[ground.level])
    if series is None:
        return None
    ids = [unit.id for unit in ground.units]
    found = released(edition.release, ids, indicators=[promise.declared.code]).filter(
        series=series, period_start=chosen.period.start
    )
    declared = {promise.target.indicator_id: promise.declared}
    return {one.place_id: one for one in read(found, declared, edition.day)}


def scale_at(promise: Promise, ground: Ground, chosen: Look) -> Scale:
    """Return the bands: against the promise where it is judged at that level, else by value."""
    level = LEVELS[ground.level]
    order = ("area", "district", "commune")
    judged = order.index(level) <= order.index(promise.target.judged_at)
    step = promise.step_for(None, chosen.period.as_of.year) if judged else None
    better = promise.declared.better
    minimum = promise.target.minimum_denominator
    return Scale(promise.unit, promise.decimals, better, step, minimum)


def _promise_url(request: HttpRequest, promise: Promise) -> str:
    kept = choices.chosen(request)
    return with_choices(request.path, {choices.PROMISE: promise.code} | {
        name: value for name, value in kept.items() if name not in (choices.PROMISE,)
    }, "map")  # fmt: skip


def why_none(promise: Promise, below: Mapping[int, Seen] | None) -> str:
    """Say why there is no map: none of that level is released, or none of that period."""
    if below is None:
        return from_level(promise)
    return _("Chưa có số liệu để vẽ bản đồ cho lời hứa này.")


def _list_of(
    edition: Edition,
    promise: Promise,
    ground: Ground,
    below: Mapping[int, Seen],
    links: Mapping[int, str],
    title: str,
) -> Table:
    """List the places of the map with their figures: the picture for those who do not see it."""
    measure = Measure(promise.unit, promise.decimals)
    rows = [
        [
            Cell(ground.label(edition, unit), links[unit.id]),
            value_cell(edition, below.get(unit.id), measure),
        ]
        for unit in ground.units
    ]
    return Table("map-list", title, [Column(_("Nơi")), Column(_("Giá trị"), numeric=True)], rows)
