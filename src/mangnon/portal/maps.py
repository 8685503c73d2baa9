"""From the places below to a map: how near each stands to what was promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mangnon.places.models import Boundary
from mangnon.places.naming import own_name
from mangnon.places.world import Unit
from mangnon.portal.below import Ground
from mangnon.portal.editions import Edition
from mangnon.portal.figuring import amount, bound
from mangnon.portal.seen import Seen
from mangnon.programme.arithmetic import compare
from mangnon.programme.arithmetic.inputs import exact_number
from mangnon.programme.status import Step
from mangnon.ui.charts.maps import MapPicture, MapShape, Ring

BANDS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """How values become bands: the darkest keeps the promise, or is best where there is none."""

    unit: str
    decimals: int
    better: str
    step: Step | None
    minimum: float = 0.0

    def is_few(self, one: Seen) -> bool:
        """Whether a figure rests on too few to be held against a promise."""
        return self.step is not None and (one.denominator or self.minimum) < self.minimum

    def bands(self, values: Sequence[float]) -> list[int]:
        """Return a band of 1 to 5 for each value."""
        if self.step is None:
            return self._by_rank(values)
        goal = self.step.value
        kept = [self._keeps(value) for value in values]
        farthest = max(
            (abs(v - goal) for v, k in zip(values, kept, strict=True) if not k), default=0.0
        )
        return [
            BANDS if keeps else 4 - min(3, int(4 * abs(value - goal) / (farthest or 1.0) * 0.9999))
            for value, keeps in zip(values, kept, strict=True)
        ]

    def ends(self, values: Sequence[float], edition: Edition) -> tuple[str, str]:
        """Return the words at the light and at the dark end of the key."""
        if not values:
            return "", ""
        low, high = min(values), max(values)
        light, dark = (low, high) if self.better == "higher" else (high, low)
        worst = amount(light, self.unit, self.decimals, edition.language)
        if self.step is None:
            return worst, amount(dark, self.unit, self.decimals, edition.language)
        level = bound(self.step.comparator, self.step.value, self.unit, edition.language)
        kept = _("đạt mức đề ra: %(level)s") % {"level": level}
        if all(self._keeps(value) for value in values):
            return _("xa mức đề ra"), kept
        return _("xa nhất: %(value)s") % {"value": worst}, kept

    def _keeps(self, value: float) -> bool:
        assert self.step is not None
        promised = exact_number(self.step.value)
        return compare.meets(exact_number(value), self.step.comparator, promised)

    def _by_rank(self, values: Sequence[float]) -> list[int]:
        low, high = min(values, default=0.0), max(values, default=0.0)
        width = (high - low) / BANDS or 1.0
        steps = [min(BANDS - 1, int((value - low) / width)) for value in values]
        return [1 + step if self.better == "higher" else BANDS - step for step in steps]


def value_map(
    edition: Edition,
    title: str,
    ground: Ground,
    seen: Mapping[int, Seen],
    scale: Scale,
    links: Mapping[int, str],
) -> MapPicture:
    """Return the map of the places below, each in the band of its figure."""
    shown = {i: one.value for i, one in seen.items() if one.value is not None and not one.withheld}
    banded = {i: value for i, value in shown.items() if not scale.is_few(seen[i])}
    bands = dict(zip(banded, scale.bands(list(banded.values())), strict=True))
    outlines = rings_of([unit.id for unit in ground.units])
    shapes = tuple(
        _shape(
            edition, ground, unit, links.get(unit.id, ""), outlines.get(unit.id),
            band=bands.get(unit.id),
            text=amount(shown.get(unit.id), scale.unit, scale.decimals, edition.language)
            if unit.id in shown else "",
            one=seen.get(unit.id),
            few=unit.id in shown and unit.id not in banded,
        )
        for unit in ground.units
    )  # fmt: skip
    return MapPicture(title, shapes, *scale.ends(list(banded.values()), edition))


def here_map(
    edition: Edition, title: str, ground: Ground, here: int | None, links: Mapping[int, str]
) -> MapPicture:
    """Return the map that shows where a place lies among its neighbours, or what is in it."""
    outlines = rings_of([unit.id for unit in ground.units])
    shapes = tuple(
        _shape(
            edition, ground, unit, links.get(unit.id, ""), outlines.get(unit.id),
            band=BANDS if unit.id == here else 2,
            text=_("nơi này") if unit.id == here else _("nơi bên cạnh"),
        )
        for unit in ground.units
    )  # fmt: skip
    return MapPicture(title, shapes, _("nơi bên cạnh"), _("nơi này"))


def rings_of(place_ids: Sequence[int]) -> dict[int, tuple[Ring, ...]]:
    """Return the imported outlines of places; a place without one is left out."""
    found = Boundary.objects.filter(place_id__in=place_ids).values_list("place_id", "polygons")
    return {
        place_id: tuple(tuple((x, y) for x, y in ring) for polygon in polygons for ring in polygon)
        for place_id, polygons in found
    }


def _shape(
    edition: Edition,
    ground: Ground,
    unit: Unit,
    href: str,
    rings: tuple[Ring, ...] | None,
    *,
    band: int | None,
    text: str,
    one: Seen | None = None,
    few: bool = False,
) -> MapShape:
    district = ground.district_of(unit)
    hidden = one is not None and bool(one.withheld)
    estimated = one is not None and one.estimated and not hidden
    return MapShape(
        code=unit.key,
        name=ground.label(edition, unit),
        value_text="" if hidden else text,
        band=band,
        href=href,
        lon=unit.longitude,
        lat=unit.latitude,
        rings=rings,
        group=edition.name(district) if district else "",
        marker="withheld" if hidden else "few" if few else "estimated" if estimated else "",
        short=own_name(unit.name_vi, unit.style),
    )
