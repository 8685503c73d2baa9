"""The live figures of a person's own place: each promise, where it stands, how old that is."""

from dataclasses import dataclass
from datetime import date

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree
from mangnon.programme.scorecard import Row, scorecard
from mangnon.ui.templatetags.mangnon_ui import page_language
from mangnon.ui.units import figure_text


@dataclass(frozen=True, slots=True)
class Standing:
    """One promise at one place, by figures that are not published."""

    title: str
    figure: str
    status: str
    as_of: date | None


def own_place(user: User, grounds: tuple[Ground, ...]) -> Place | None:
    """Return the topmost place whose live figures the person may see; None for nowhere."""
    reached = leave(user, "figures.live", grounds).places
    tree = Tree.on(clock.today())
    kinds = (Kind.PROGRAMME_AREA, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE)
    tops = [
        unit.id
        for kind in kinds
        for unit in tree
        if unit.kind == kind and unit.id in reached and tree.parent(unit.id) not in reached
    ]
    return Place.objects.get(pk=tops[0]) if tops else None


def standings(place: Place) -> list[Standing]:
    """Return how each promise stands at a place today."""
    return [_standing(row) for row in scorecard(place, clock.today())]


def _standing(row: Row) -> Standing:
    language, last = page_language(), row.latest
    exact = last.exact(row.declared.unit) if last else None  # type: ignore[arg-type]
    decimals = 0 if row.declared.unit == "count" else 1
    return Standing(
        title=row.target.title_en if language == "en" else row.target.title_vi,
        figure="–"
        if exact is None
        else figure_text(float(exact), row.declared.unit, decimals, language),
        status=row.assessment.status or "no_data",
        as_of=last.as_of if last else None,
    )
