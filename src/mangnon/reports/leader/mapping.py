"""The map of the places below by one promise's live figure."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.indicators.rollup import Rolled, RollKey
from mangnon.places.models import Boundary, Kind, Place
from mangnon.places.naming import own_name
from mangnon.places.tree import Tree
from mangnon.programme.arithmetic import compare
from mangnon.programme.arithmetic.inputs import exact_number
from mangnon.programme.models import Target
from mangnon.programme.scorecard import Row, judge
from mangnon.ui.charts.maps import MapPicture, MapShape, Ring
from mangnon.ui.templatetags.mangnon_ui import named, page_language
from mangnon.ui.units import figure_text

_KEPT, _FARTHEST = 5, 4


def communes_below(place: Place) -> list[Place]:
    """Return the communes of today below a place, with their outlines; none below a commune."""
    tree = Tree.on(clock.today())
    if place.pk not in tree or place.kind == Kind.COMMUNE:
        return []
    below = [one for one in tree.descendants(place.pk) if tree.place(one).kind == Kind.COMMUNE]
    found = Place.objects.select_related("boundary").filter(pk__in=below)
    return list(found.order_by("sort_key", "code"))


def promise_map(
    rolls: Mapping[RollKey, Rolled], below: Sequence[Place], target: Target, today: date
) -> MapPicture:
    """Return the communes in bands of a promise's figure."""
    rows = judge(rolls, below, today, asked=[target])
    bands = _bands(rows)
    shapes = tuple(_shape(row, bands.get(row.place.pk)) for row in rows)
    title = target.title_en if page_language() == "en" else target.title_vi
    return MapPicture(title, shapes, _("xa mức đề ra"), _("đạt mức đề ra"))


def _value(row: Row) -> float | None:
    exact = row.latest.exact(row.declared.unit) if row.latest else None  # type: ignore[arg-type]
    return None if exact is None else float(exact)


def _bands(rows: Sequence[Row]) -> dict[int, int]:
    """Give each place with enough to judge its band: the darkest keeps the promise."""
    values = {row.place.pk: value for row in rows if (value := _value(row)) is not None}
    enough = {row.place.pk for row in rows if _is_enough(row)}
    if not rows:
        return {}
    step = list(rows[0].target.steps.all())[-1]
    goal = exact_number(step.value)
    kept = {
        one
        for one, value in values.items()
        if compare.meets(exact_number(value), step.comparator, goal)  # type: ignore[arg-type]
    }
    gaps = {one: abs(value - step.value) for one, value in values.items() if one not in kept}
    farthest = max((gap for one, gap in gaps.items() if one in enough), default=0.0) or 1.0
    return {
        one: _KEPT if one in kept else _FARTHEST - min(3, int(4 * gaps[one] / farthest * 0.9999))
        for one in values
        if one in enough
    }


def _is_enough(row: Row) -> bool:
    last = row.latest
    return last is None or (last.denominator or 0.0) >= row.target.minimum_denominator


def _shape(row: Row, band: int | None) -> MapShape:
    value, place = _value(row), row.place
    unit = row.declared.unit
    text = "" if value is None else figure_text(value, unit, 1, page_language())
    return MapShape(
        code=place.key,
        name=named(place),
        value_text=text,
        band=band,
        href="",
        lon=place.longitude,
        lat=place.latitude,
        rings=_rings(place),
        group="",
        marker="few" if value is not None and band is None else "",
        short=own_name(place.name_vi, place.style),
    )


def _rings(place: Place) -> tuple[Ring, ...] | None:
    try:
        polygons = place.boundary.polygons
    except Boundary.DoesNotExist:
        return None
    return tuple(tuple((x, y) for x, y in ring) for polygon in polygons for ring in polygon)
