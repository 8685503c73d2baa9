"""What a visitor looks at: a period, on the map of a day, at a level below a place."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon.indicators.declaration import Declaration
from mangnon.indicators.periods import Period
from mangnon.places.models import Kind
from mangnon.places.world import world
from mangnon.portal import choices
from mangnon.portal.addresses import with_choices
from mangnon.portal.below import Ground, grounds
from mangnon.portal.editions import Edition
from mangnon.portal.errors import DayOutside
from mangnon.portal.spots import Spot
from mangnon.ui.parts import Link

_NAMES = {Kind.DISTRICT: "huyen", Kind.COMMUNE: "xa"}


@dataclass(frozen=True, slots=True)
class Look:
    """A period, the map it is shown on, and the places of that map."""

    period: Period
    periods: tuple[Period, ...]
    map_day: date
    levels: dict[str, Ground]
    ground: Ground | None

    @property
    def is_own_day(self) -> bool:
        """Whether the map is that of the period itself."""
        return self.map_day == self.period.as_of


def look(
    request: HttpRequest, spot: Spot, periods: Sequence[Period], edition: Edition
) -> Look | None:
    """Read what the visitor chose; the last period on its own map unless told otherwise.

    None where no period has a figure. Raises BadChoice, BadDay, DayOutside.
    """
    by_name = {period.name: period for period in sorted(periods)}
    if not by_name:
        return None
    wanted = choices.one_of(request, choices.PERIOD, list(by_name), list(by_name)[-1])
    period = by_name[wanted]
    day = choices.day_of(request, choices.MAP) or period.as_of
    _demand_map(day, edition)
    levels = grounds(spot.unit.id, day)
    named = {_NAMES[Kind(level)]: level for level in levels}
    default = next(iter(named), "")
    name = choices.one_of(request, choices.LEVEL, ["huyen", "xa"], default)
    ground = levels.get(named.get(name, named.get(default, "")))
    return Look(period, tuple(by_name.values()), day, levels, ground)


def _demand_map(day: date, edition: Edition) -> None:
    turns = world().turns
    if not turns or not turns[0] <= day <= edition.day:
        first = turns[0].isoformat() if turns else "—"
        raise DayOutside(day.isoformat(), first, edition.day.isoformat())


def period_choices(
    request: HttpRequest, seen: Look, anchor: str, years: Collection[int] = ()
) -> list[Link]:
    """Return links to the periods; with ``years`` only to those, the last, and the chosen one."""
    shown = [
        one
        for one in seen.periods
        if not years or one.as_of.year in years or one in (seen.period, seen.periods[-1])
    ]
    kept = choices.chosen(request)
    # Another period is shown on its own map again, unless the visitor fixed one.
    return [
        Link(
            one.name,
            with_choices(request.path, kept | {choices.PERIOD: one.name}, anchor),
            one == seen.period,
        )
        for one in shown
    ]


def map_choices(
    request: HttpRequest, spot: Spot, seen: Look, edition: Edition, anchor: str
) -> list[Link]:
    """Return links to the maps that the period can be shown on, level by level."""
    days = list(dict.fromkeys([seen.period.as_of, seen.map_day, edition.day]))
    links, met = [], set()
    for day in days:
        tree_levels = seen.levels if day == seen.map_day else grounds(spot.unit.id, day)
        for level, ground in tree_levels.items():
            turn = (level, ground.tree.since)
            if turn in met:
                continue
            met.add(turn)
            links.append(_map_link(request, seen, edition, day, ground, anchor))
    return links


def _map_link(
    request: HttpRequest, seen: Look, edition: Edition, day: date, ground: Ground, anchor: str
) -> Link:
    own = day == seen.period.as_of
    kept: dict[str, str | None] = dict(choices.chosen(request))
    kept |= {
        choices.MAP: None if own else day.isoformat(),
        choices.LEVEL: _NAMES[Kind(ground.level)],
    }
    same = seen.ground is not None and seen.ground.tree.since == ground.tree.since
    is_current = same and seen.ground is not None and seen.ground.level == ground.level
    return Link(
        _map_words(edition, ground, day, own), with_choices(request.path, kept, anchor), is_current
    )


def _map_words(edition: Edition, ground: Ground, day: date, own: bool) -> str:
    """Say a map: so many districts of 2020; so many communes of today."""
    count = {"count": len(ground.units), "year": day.year}
    if ground.level == Kind.DISTRICT:
        return _("%(count)s huyện (%(year)s)") % count
    if not own and day == edition.day:
        return _("%(count)s xã, phường (nay)") % count
    return _("%(count)s xã, phường (%(year)s)") % count


def telling_years(due: Iterable[date]) -> set[int]:
    """Return the years worth a link: those of due dates, and the last before each merger."""
    mergers = {day.year - 1 for day in world().succession_days()}
    return {day.year for day in due} | mergers


def lies_below(declared: Declaration) -> bool:
    """Whether any series has figures below the whole area."""
    return any(set(one.levels) - {"area"} for one in declared.series)


def series_at(declared: Declaration, preferred: str, level: str) -> str | None:
    """Return the series that has figures at a level: the one that judges, else another."""
    fit = [one.code for one in declared.series if level in one.levels]
    return preferred if preferred in fit else (fit[0] if fit else None)
