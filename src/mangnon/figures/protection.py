"""Which candidates a release withholds: the plan of ``disclosure``, joined across indicators."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from mangnon.figures.candidates import Candidates
from mangnon.figures.disclosure import Cell, Cover, Equation, Plan, Shown, withhold
from mangnon.figures.equations import equations
from mangnon.figures.models import Figure, Release
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.rollup import Rolled, RollKey


@dataclass(frozen=True, slots=True)
class Protection:
    """What is withheld: ``counts`` lose numerator and value, ``wholes`` the denominator too."""

    counts: frozenset[RollKey]
    wholes: frozenset[RollKey]


def protect(found: Candidates, before: Release | None) -> Protection:
    """Plan what to withhold among ``found``, given what the release before showed."""
    cells = [
        Cell(key, rolled.numerator or 0.0, _whole(rolled))
        for key, rolled in found.rolls.items()
        if _is_count_of_persons(found, key, rolled)
    ]
    keys = {cell.key for cell in cells}
    # Where a part is an estimate, the whole is no sum of what anybody could see.
    sums = [
        Equation(parent, parts)
        for parent, parts in equations(found)
        if parent in keys and keys.issuperset(parts)
    ]
    plan = withhold(cells, sums, list(_covers(found, keys)), _earlier(found, before))
    return _joined(found, plan)


def _whole(rolled: Rolled) -> float:
    """A count without a denominator is its own whole: only its size can give it away."""
    return rolled.denominator if rolled.denominator is not None else rolled.numerator or 0.0


def _is_count_of_persons(found: Candidates, key: RollKey, rolled: Rolled) -> bool:
    return found.about_persons(key) and rolled.numerator is not None and not rolled.estimated


def _whole_for(declared: Declaration) -> tuple[str, ...]:
    return declared.denominator.whole_for if declared.denominator else ()


def _covers(found: Candidates, keys: set[RollKey]) -> Iterator[Cover]:
    """Groups of circumstances overlap: no sum, but each is at most the total."""
    values: dict[tuple[RollKey, bool], list[RollKey]] = defaultdict(list)
    for key in keys:
        if key.breakdown == "circumstance":
            total = key._replace(breakdown="", value_key="")
            same = "circumstance" in _whole_for(found.declared[key.indicator])
            values[total, same].append(key)
    for (total, same), parts in values.items():
        if total in keys:
            yield Cover(total, tuple(sorted(parts, key=str)), same_denominator=same)


def _earlier(found: Candidates, before: Release | None) -> dict[RollKey, Shown]:
    """Return what the release before showed, by the same keys."""
    if before is None:
        return {}
    rows = Figure.objects.filter(release=before).exclude(withheld=Figure.Withheld.ESTIMATED)
    fields = ("indicator__code", "series", "place_id", "period_start", "breakdown", "value_key")
    return {
        RollKey(*row[:6]): Shown(row[6], row[7])
        for row in rows.values_list(*fields, "numerator", "denominator").iterator(chunk_size=5000)
        if found.declared.get(row[0]) and found.declared[row[0]].counts == "persons"
    }


def _joined(found: Candidates, plan: Plan) -> Protection:
    """One count may stand in two indicators; withheld in one, it is withheld in all."""
    wholes = set(plan.denominators)
    counts = set(plan.numerators) | wholes
    hidden = {_quantity(found, key, "numerator") for key in plan.numerators}
    hidden |= {_quantity(found, key, "denominator") for key in plan.denominators}
    hidden.discard(None)
    for key in found.rolls:
        if _quantity(found, key, "numerator") in hidden:
            counts.add(key)
        if _quantity(found, key, "denominator") in hidden:
            counts.add(key)
            wholes.add(key)
    return Protection(frozenset(counts), frozenset(wholes))


def _quantity(found: Candidates, key: RollKey, part: str) -> tuple[object, ...] | None:
    """Name the count itself: what is summed, where, when, of which part."""
    declared = found.declared[key.indicator]
    measure = declared.numerator if part == "numerator" else declared.denominator
    if measure is None:
        return None
    if part == "denominator" and key.breakdown in measure.whole_for:
        key = key._replace(breakdown="", value_key="")
    where = (key.place_id, key.period_start, key.breakdown, key.value_key)
    return (measure.dataset, measure.value, *where)


def frozen_as(
    protection: Protection, key: RollKey, rolled: Rolled, *, hide_estimates: bool
) -> dict[str, float | str | None]:
    """Return the columns under which a figure is frozen; an estimate of a commune is not shown."""
    if rolled.estimated and hide_estimates:
        return {"withheld": Figure.Withheld.ESTIMATED}
    if key in protection.wholes:
        return {"withheld": Figure.Withheld.SMALL}
    if key in protection.counts:
        return {"withheld": Figure.Withheld.SMALL, "denominator": rolled.denominator}
    return {
        "numerator": rolled.numerator,
        "denominator": rolled.denominator,
        "value": rolled.value,
        "lower": rolled.lower,
        "upper": rolled.upper,
    }
