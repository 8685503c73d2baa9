"""The live figures of a person's own place: each promise, where it stands, how old that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.figures.candidates import LEVELS
from mangnon.indicators.declaration import Series
from mangnon.indicators.rollup import Rolled, RollKey, roll_up
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree
from mangnon.programme.questions import points
from mangnon.programme.scorecard import Row, scorecard
from mangnon.programme.status import NOT_JUDGED
from mangnon.text.dates import format_date
from mangnon.ui.templatetags.mangnon_ui import page_language
from mangnon.ui.units import figure_text


@dataclass(frozen=True, slots=True)
class Standing:
    """One promise at one place, by figures that are not published."""

    title: str
    figure: str
    status: str
    as_of: date | None
    aside: str = ""  # said instead of the status, where nothing is judged


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
    rows = scorecard(place, clock.today())
    level = LEVELS.get(Kind(place.kind), "")
    beside = {row.target.pk: one for row in rows if (one := _beside(row, level))}
    codes = [row.declared.code for row in rows if row.target.pk in beside]
    rolls = roll_up([place], indicators=codes, periods=(date.min, clock.today())) if codes else {}
    return [_standing(row, beside.get(row.target.pk), rolls) for row in rows]


def _beside(row: Row, level: str) -> Series | None:
    """Return the series that has figures of a level where the one that judges has none.

    A yearly survey judges underweight for the whole area alone; what a commune's own station
    weighs is shown there, and judges nothing.
    """
    judging = [one for one in row.declared.series if one.code == row.target.series]
    if not judging or level in judging[0].levels:
        return None
    return next((one for one in row.declared.series if level in one.levels), None)


def _unjudged(row: Row, beside: Series | None) -> str:
    """Say why a figure is not judged; "" where it is."""
    language = page_language()
    if beside is not None:
        name = beside.name_en if language == "en" else beside.name_vi
        return _("%(series)s; không dùng để kết luận") % {"series": name}
    if not row.assessment.status:
        return NOT_JUDGED.in_language(language)
    judged = row.assessment.current
    if judged is None or row.assessment.status != "no_data" or row.latest is None:
        return ""
    # A commune made since has a figure of today, and none of the day that judges.
    return _("chưa có số liệu của ngày đến hạn %(day)s") % {
        "day": format_date(judged.step.due, language)
    }


def _standing(row: Row, beside: Series | None, rolls: Mapping[RollKey, Rolled]) -> Standing:
    language, last = page_language(), row.latest
    if beside is not None:
        found = points(rolls, row.declared, beside.code, row.place.pk, clock.today())
        last = found[-1] if found else None
    exact = last.exact(row.declared.unit) if last else None  # type: ignore[arg-type]
    decimals = 0 if row.declared.unit == "count" else 1
    return Standing(
        title=row.target.title_en if language == "en" else row.target.title_vi,
        figure="–"
        if exact is None
        else figure_text(float(exact), row.declared.unit, decimals, language),
        status=row.assessment.status or "no_data",
        as_of=last.as_of if last else None,
        aside=_unjudged(row, beside),
    )
